package io.semascope.neighbour;

import io.semascope.job.JobContext;
import io.semascope.vector.VectorBlock;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Optional;

/// The graph of neighbours that was found last, for everything that needs one of the same rows: another seed, another method, a run that is taken up again. A
/// graph is given only to who would have found the very same, so that a picture never depends on what was asked before it. When memory is short, or nobody has
/// asked for a while, it is let go. Safe for use from any thread: who asks waits for who asked before.
public final class SharedGraph {
  /// Of 128 MiB. A larger one belongs to who asked for it alone.
  private static final long MOST_ENTRIES = 1L << 24;

  private Optional<Found> last = Optional.empty();
  private int timesFound;

  /// @param rows what the memory of the rows lives by
  private record Found(
      WeakReference<Object> rows, GraphSearch.Decided search, SoftReference<NeighbourGraph> graph) {
    Optional<NeighbourGraph> serving(
        VectorBlock block, int neighbours, GraphSearch.Decided wanted) {
      return rows.refersTo(block.memory()) && search.equals(wanted)
          ? Optional.ofNullable(graph.get())
              .filter(found -> found.count() == block.count())
              .filter(found -> isEnough(found.neighbours(), neighbours))
          : Optional.empty();
    }

    /// The first neighbours of an exact graph are those of a smaller one; how many are asked for decides what an approximate search looks at.
    private boolean isEnough(int known, int wanted) {
      return switch (search) {
        case GraphSearch.Exact exact -> known >= wanted;
        case GraphSearch.Approximate approximate -> known == wanted;
      };
    }
  }

  /// As `NeighbourGraph.of`, but the graph may have more neighbours than asked for.
  public synchronized NeighbourGraph of(
      VectorBlock block, int neighbours, GraphSearch search, JobContext context) {
    GraphSearch.Decided wanted = search.among(block.count());
    Optional<NeighbourGraph> known =
        last.flatMap(found -> found.serving(block, neighbours, wanted));
    if (known.isPresent()) {
      context.meter().advance(block.count());
      return known.get();
    }
    // So that two are not held at once.
    last = Optional.empty();
    NeighbourGraph graph = NeighbourGraph.of(block, neighbours, wanted, context);
    timesFound++;
    if ((long) graph.count() * graph.neighbours() <= MOST_ENTRIES) {
      last =
          Optional.of(
              new Found(new WeakReference<>(block.memory()), wanted, new SoftReference<>(graph)));
    }
    return graph;
  }

  /// How often neighbours were looked for.
  public synchronized int timesFound() {
    return timesFound;
  }
}
