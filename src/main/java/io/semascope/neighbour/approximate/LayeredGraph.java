package io.semascope.neighbour.approximate;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex.NodeAtLevel;
import io.github.jbellis.jvector.graph.NodesIterator;
import io.github.jbellis.jvector.graph.OnHeapGraphIndex;
import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Makes the library's graph, on threads of the caller's job only.
final class LayeredGraph {
  /// Rows between two reports of progress.
  private static final int BATCH_ROWS = 1024;

  /// How far a list may outgrow the degree before it is thinned, and how much nearer a detour must be to replace an edge; as the library's guide has them.
  private static final float OVERFLOW = 1.2f;

  private static final float ALPHA = 1.2f;

  private LayeredGraph() {}

  /// A graph without rows, to be filled from a file.
  static OnHeapGraphIndex empty(CosineScores scores, HnswParameters parameters) {
    return (OnHeapGraphIndex) builder(scores, parameters).getGraph();
  }

  /// Inserts every row that has a direction. Rows meet in no fixed order, so two builds may differ in a few edges.
  static OnHeapGraphIndex build(
      CosineScores scores, HnswParameters parameters, JobContext context) {
    GraphIndexBuilder builder = builder(scores, parameters);
    OnHeapGraphIndex graph = (OnHeapGraphIndex) builder.getGraph();
    int count = scores.block().count();
    for (int first = 0; first < count; first += BATCH_ROWS) {
      int from = first;
      Fork.blocks(
          Math.min(BATCH_ROWS, count - first),
          context.cancellation(),
          i -> {
            if (scores.usable(from + i)) {
              builder.addGraphNode(from + i, scores.searchProviderFor(from + i));
            }
          });
      context.meter().advance(Math.min(first + BATCH_ROWS, count));
    }
    thin(graph, scores, context);
    graph.setAllMutationsCompleted();
    return graph;
  }

  /// Lists that outgrew the degree lose what a detour makes needless.
  private static void thin(OnHeapGraphIndex graph, CosineScores scores, JobContext context) {
    Fork.blocks(
        scores.block().count(),
        context.cancellation(),
        row -> {
          if (scores.usable(row)) {
            graph.enforceDegree(row);
          }
        });
  }

  /// The rows with a direction to which no path leads from where searches begin: rows that are inserted at the same time may lose the edges to one of them.
  static int[] unreachable(OnHeapGraphIndex graph, CosineScores scores, Cancellation cancellation) {
    if (scores.usableCount() == 0) {
      return new int[0];
    }
    int count = scores.block().count();
    BitSet reached = new BitSet(count);
    int[] waiting = new int[count];
    int size = 0;
    waiting[size++] = graph.entryNode().node;
    reached.set(waiting[0]);
    while (size > 0) {
      cancellation.check();
      NodesIterator ends = graph.getNeighborsIterator(0, waiting[--size]);
      while (ends.hasNext()) {
        int end = ends.nextInt();
        if (!reached.get(end)) {
          reached.set(end);
          waiting[size++] = end;
        }
      }
    }
    return IntStream.range(0, count)
        .filter(row -> scores.usable(row) && !reached.get(row))
        .toArray();
  }

  /// Without pools: the library would use them only to insert and to refine by itself.
  @SuppressWarnings({"NullAway", "deprecation"})
  private static GraphIndexBuilder builder(CosineScores scores, HnswParameters parameters) {
    return new GraphIndexBuilder(
        scores,
        scores.block().dimension(),
        List.of(parameters.degreeOn(0), parameters.degreeOn(1)),
        parameters.buildBreadth(),
        OVERFLOW,
        ALPHA,
        true,
        false,
        null,
        null);
  }

  /// Where searches begin.
  static void enterAt(OnHeapGraphIndex graph, int layer, int row) {
    graph.updateEntryNode(new NodeAtLevel(layer, row));
  }
}
