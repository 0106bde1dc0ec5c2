package io.semascope.neighbour;

import io.semascope.job.JobContext;
import io.semascope.vector.VectorBlock;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// The graph of neighbours that was found last, for everything that needs one of the same rows: another seed, another method, a run that is taken up again. A
/// graph is given only to who would have found the very same, so that a picture never depends on what was asked before it. Safe for use from any thread; nobody
/// waits for another's search.
public final class SharedGraph {
  /// Of 128 MiB. A larger one belongs to who asked for it alone.
  private static final long MOST_ENTRIES = 1L << 24;

  private final AtomicReference<Optional<Found>> last = new AtomicReference<>(Optional.empty());
  private final AtomicInteger timesFound = new AtomicInteger();

  /// @param rows what the memory of the rows lives by, which this does not keep
  private record Found(
      WeakReference<Object> rows, GraphSearch.Decided search, NeighbourGraph graph) {
    boolean isOf(VectorBlock block) {
      return rows.refersTo(block.memory());
    }

    /// The first neighbours of an exact graph are those of a smaller one; how many are asked for decides what an approximate search looks at.
    boolean serves(VectorBlock block, int neighbours, GraphSearch.Decided wanted) {
      return isOf(block)
          && graph.count() == block.count()
          && search.equals(wanted)
          && switch (wanted) {
            case GraphSearch.Exact exact -> graph.neighbours() >= neighbours;
            case GraphSearch.Approximate approximate -> graph.neighbours() == neighbours;
          };
    }
  }

  /// As `NeighbourGraph.of`, but the graph may have more neighbours than asked for.
  public NeighbourGraph of(
      VectorBlock block, int neighbours, GraphSearch search, JobContext context) {
    GraphSearch.Decided wanted = search.among(block.count());
    Optional<NeighbourGraph> known =
        last.get().filter(found -> found.serves(block, neighbours, wanted)).map(Found::graph);
    if (known.isPresent()) {
      context.meter().advance(block.count());
      return known.get();
    }
    // So that two are not held at once.
    last.set(Optional.empty());
    NeighbourGraph graph = NeighbourGraph.of(block, neighbours, wanted, context);
    timesFound.incrementAndGet();
    if ((long) graph.count() * graph.neighbours() <= MOST_ENTRIES) {
      last.set(Optional.of(new Found(new WeakReference<>(block.memory()), wanted, graph)));
    }
    return graph;
  }

  /// Lets go of the graph unless it is of these rows, or of the first of them.
  public void keepOnly(Optional<VectorBlock> block) {
    last.updateAndGet(now -> now.filter(found -> block.filter(found::isOf).isPresent()));
  }

  /// How often neighbours were looked for.
  public int timesFound() {
    return timesFound.get();
  }
}
