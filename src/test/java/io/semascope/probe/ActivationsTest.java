package io.semascope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.probe.Activations.Activation;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActivationsTest {
  private static DimensionStatistics statistics(float[]... rows) {
    return DimensionStatistics.of(Spaces.block(rows), Cancellation.never());
  }

  @Test
  void meanAndSpreadAgreeWithPaperAndPencil() {
    DimensionStatistics statistics =
        statistics(
            new float[] {2, 0.1f},
            new float[] {4, 0.1f},
            new float[] {4, 0.1f},
            new float[] {6, 0.1f});
    assertEquals(4, statistics.count());
    assertEquals(4, statistics.mean(0));
    assertEquals(Math.sqrt(2), statistics.standardDeviation(0), 1e-15);
    assertEquals(0.1f, statistics.mean(1));
    assertEquals(0, statistics.standardDeviation(1), "a constant dimension has no spread at all");
  }

  /// A mean a million times the spread: sums of squares in one pass would lose every digit.
  @Test
  void spreadSurvivesALargeMeanAndManyBlocks() {
    long seed = 9;
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 9_001; row++) {
      rows.add(new float[] {4_000_000 + random.nextInt(-2, 3)});
    }
    double mean = rows.stream().mapToDouble(row -> row[0]).average().orElseThrow();
    double variance =
        rows.stream().mapToDouble(row -> (row[0] - mean) * (row[0] - mean)).average().orElseThrow();
    DimensionStatistics statistics =
        DimensionStatistics.of(VectorBlock.copyOf(rows, 1), Cancellation.never());
    assertEquals(mean, statistics.mean(0), 1e-9, "seed " + seed);
    assertEquals(Math.sqrt(variance), statistics.standardDeviation(0), 1e-9, "seed " + seed);
  }

  @Test
  void strongestComeByDistanceFromTheMeanInSpreads() {
    // mean 0 and spread 1, 2, 0, 1
    DimensionStatistics statistics =
        statistics(new float[] {1, 2, 7, -1}, new float[] {-1, -2, 7, 1});
    Activations activations = Activations.of(DenseVector.of(-2, 6, 9, 2), statistics);
    assertEquals(
        List.of(
            new Activation(1, 6, 0, 2, OptionalDouble.of(3)),
            new Activation(0, -2, 0, 1, OptionalDouble.of(-2)),
            new Activation(3, 2, 0, 1, OptionalDouble.of(2)),
            new Activation(2, 9, 7, 0, OptionalDouble.empty())),
        activations.strongest(10));
    assertEquals(List.of(1, 0), dimensions(activations.strongest(2)));
    assertEquals(List.of(0, 1, 2, 3), dimensions(activations.byDimension()));
  }

  private static List<Integer> dimensions(List<Activation> activations) {
    return activations.stream().map(Activation::dimension).toList();
  }

  @Test
  void oneRowOrNoneGivesNoScores() {
    Activations alone = Activations.of(DenseVector.of(1, 2), statistics(new float[] {1, 2}));
    assertTrue(alone.byDimension().stream().allMatch(a -> a.zScore().isEmpty()));
    DimensionStatistics none =
        DimensionStatistics.of(VectorBlock.copyOf(List.of(), 2), Cancellation.never());
    assertTrue(Double.isNaN(none.mean(0)) && Double.isNaN(none.standardDeviation(1)));
    Activations nowhere = Activations.of(DenseVector.of(1, 2), none);
    assertTrue(nowhere.byDimension().stream().allMatch(a -> a.zScore().isEmpty()));
  }

  @Test
  void otherDimensionsAreRefusedAndAStopIsHeard() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Activations.of(DenseVector.of(1), statistics(new float[] {1, 2})));
    Cancellation stopped = new Cancellation();
    stopped.request();
    assertThrows(
        JobCancelled.class, () -> DimensionStatistics.of(Spaces.block(new float[] {1}), stopped));
  }
}
