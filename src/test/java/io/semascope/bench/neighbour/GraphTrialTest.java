package io.semascope.bench.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.GraphSearch;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.vector.VectorBlock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GraphTrialTest {
  /// Every row with its nearest two others, on a line.
  private static NeighbourGraph graph(float... places) {
    return NeighbourGraph.exact(
        VectorBlock.copyOf(
            IntStream.range(0, places.length).mapToObj(row -> new float[] {places[row]}).toList(),
            1),
        2,
        JobContext.direct());
  }

  private static double recall(NeighbourGraph graph, NeighbourGraph truth) {
    return GraphTrial.recall(graph, truth, Cancellation.never());
  }

  @Test
  void recallCountsWhatIsAtLeastAsNearAsTheLastTrueNeighbour() {
    NeighbourGraph truth = graph(0, 1, 2, 3);
    assertEquals(1, recall(truth, truth));
    // Distances 0: 1 and 3, 1: 1 and 2, 2: 2 and 3, 3: 3 and 5 against 2, 1, 1 and 2.
    NeighbourGraph wider = graph(0, 1, 3, 6);
    assertEquals(2 / 8.0, recall(wider, truth));
    assertEquals(1, recall(truth, wider), "nearer than the true ones is near enough");
    assertEquals(1, recall(graph(5, 6, 7, 8), truth), "another at the same distance counts");
  }

  @Test
  void manyRowsGiveTheFiguresOfAnApproximateGraph() {
    Random random = new Random(7);
    VectorBlock block =
        VectorBlock.copyOf(
            IntStream.range(0, GraphSearch.FEWEST_FOR_APPROXIMATE)
                .mapToObj(row -> new float[] {random.nextFloat(), random.nextFloat()})
                .toList(),
            2);
    GraphTrial trial = new GraphTrial(block, new AskedRows(block), new Stopwatch(), true);
    trial.repeat(ExactIndex.over(block, Cancellation.never()), JobContext.direct());
    Map<String, Double> figures =
        trial.figures().stream().collect(Collectors.toMap(EngineFigure::name, EngineFigure::value));
    assertEquals(
        Set.of(
            "graphNeighbours",
            "graphRecall",
            "graphRecallLow",
            "graphRecallHigh",
            "approximateGraphToExact",
            "approximateGraphRecall",
            "approximateGraphStatedRecall",
            "approximateGraphStatedRecallMargin",
            "approximateGraphStatedRecallRows"),
        figures.keySet());
    double truth = figures.getOrDefault("approximateGraphRecall", 0.0);
    assertEquals(truth, figures.getOrDefault("approximateGraphStatedRecall", 2.0), 0.05);
    String note = trial.notes().toString();
    assertTrue(note.contains("aimed at a recall of 0.95"), note);
    assertFalse(note.contains("was exact"), note);
  }

  @Test
  void aStopIsHeard() {
    NeighbourGraph truth = graph(0, 1, 2, 3);
    Cancellation stopped = new Cancellation();
    stopped.request();
    assertThrows(JobCancelled.class, () -> GraphTrial.recall(truth, truth, stopped));
  }
}
