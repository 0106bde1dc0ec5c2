package io.semascope.bench.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.vector.ShareInterval;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whether each recall that was measured on some rows says how far it may be off.
final class RecallFiguresTest {
  /// More than are asked about, by any trial.
  private static final int ROWS = 600;

  private static VectorBlock block() {
    Random random = new Random(7);
    return VectorBlock.copyOf(
        IntStream.range(0, ROWS)
            .mapToObj(row -> new float[] {random.nextFloat(), random.nextFloat()})
            .toList(),
        2);
  }

  private static Map<String, Double> byName(List<EngineFigure> figures) {
    return figures.stream().collect(Collectors.toMap(EngineFigure::name, EngineFigure::value));
  }

  /// Values of Wilson's formula by hand: of 500 and of 100 draws that all were found.
  @Test
  void recallsOfSomeRowsHaveTheirInterval() {
    VectorBlock block = block();
    IndexTrial indexes = new IndexTrial(block);
    indexes.repeat(JobContext.direct());
    Map<String, Double> figures = byName(indexes.figures());
    Set<String> recalls =
        figures.keySet().stream()
            .filter(name -> name.matches(".*RecallAt\\d+"))
            .collect(Collectors.toSet());
    assertEquals(14, recalls.size(), recalls.toString());
    for (String name : recalls) {
      ShareInterval interval = ShareInterval.wilson(figures.getOrDefault(name, 2.0), 500);
      assertEquals(interval.low(), figures.getOrDefault(name + "Low", 2.0), name);
      assertEquals(interval.high(), figures.getOrDefault(name + "High", 2.0), name);
      assertTrue(interval.low() < interval.high(), name);
    }
    assertEquals(1, figures.getOrDefault("hnswRecallAt400", 0.0));
    assertEquals(0.9924, figures.getOrDefault("hnswRecallAt400Low", 0.0), 5e-5);
    GraphTrial graph = new GraphTrial(block, new AskedRows(block), new Stopwatch(), false);
    graph.repeat(ExactIndex.over(block, Cancellation.never()), JobContext.direct());
    Map<String, Double> ofGraph = byName(graph.figures());
    assertEquals(1, ofGraph.getOrDefault("graphRecall", 0.0));
    assertEquals(0.9630, ofGraph.getOrDefault("graphRecallLow", 0.0), 5e-5);
    assertEquals(1, ofGraph.getOrDefault("graphRecallHigh", 0.0));
  }

  @Test
  void nothingIsLeftOpenWhereEveryRowWasAskedAndNothingIsKnownWithoutAShare() {
    assertEquals(new ShareInterval(0.9, 0.9), RecallFigures.interval(0.9, 12, 12));
    for (EngineFigure figure : RecallFigures.of("a", "a", Double.NaN, Optional.empty())) {
      assertTrue(Double.isNaN(figure.value()), figure.name());
    }
  }
}
