package io.semascope.projection.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.Golden;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.VectorBlock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapQualityTest {
  private static MapQuality measure(VectorBlock block, PlanarLayout layout, int k) {
    return MapQuality.measure(block, layout, k, Cancellation.never());
  }

  private static PlanarLayout firstTwo(VectorBlock block) {
    float[] coordinates = new float[2 * block.count()];
    for (int row = 0; row < block.count(); row++) {
      coordinates[2 * row] = block.get(row, 0);
      coordinates[2 * row + 1] = block.get(row, 1);
    }
    return PlanarLayout.copyOf(coordinates);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 30})
  void agreesWithScikitLearn(int k) {
    MapQuality quality = measure(Golden.points(), Golden.layout(), k);
    assertEquals(Golden.number("quality.trustworthiness." + k), quality.trustworthiness(), 1e-6);
    assertEquals(Golden.number("quality.continuity." + k), quality.continuity(), 1e-6);
    assertEquals(Golden.number("quality.kept." + k), quality.kept(), 1e-6);
    assertEquals(k, quality.k());
    assertFalse(quality.sampled());
  }

  @Test
  void aMapOfTwoDimensionsIsPerfect() {
    VectorBlock block = Golden.noise(100, 2, 4);
    MapQuality quality = measure(block, firstTwo(block), 10);
    assertEquals(new MapQuality(10, 1, 1, 1, 100, 100), quality);
  }

  @Test
  void aLargeMapIsSampledAndTheSampleAgreesWithTheWhole() {
    VectorBlock large = Golden.noise(MapQuality.EXACT_UP_TO + 1, 3, 6);
    MapQuality sample = measure(large, firstTwo(large), 10);
    assertTrue(sample.sampled());
    assertEquals(MapQuality.SAMPLE, sample.measuredRows());
    assertEquals(MapQuality.EXACT_UP_TO + 1, sample.count());
    int[] fewer = java.util.stream.IntStream.range(0, MapQuality.EXACT_UP_TO).toArray();
    VectorBlock whole = large.select(fewer);
    MapQuality exact = measure(whole, firstTwo(whole), 10);
    assertFalse(exact.sampled());
    assertEquals(exact.kept(), sample.kept(), 0.02);
    assertEquals(exact.trustworthiness(), sample.trustworthiness(), 0.01);
  }

  @Test
  void kIsCappedWhereTheMeasureEnds() {
    VectorBlock block = Golden.noise(7, 3, 2);
    assertEquals(3, measure(block, firstTwo(block), 10).k());
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    VectorBlock two = Golden.noise(2, 3, 2);
    assertThrows(TooFewPoints.class, () -> measure(two, firstTwo(two), 1));
    assertThrows(IllegalArgumentException.class, () -> measure(Golden.points(), firstTwo(two), 1));
    assertThrows(
        IllegalArgumentException.class, () -> measure(Golden.points(), Golden.layout(), 0));
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(
        JobCancelled.class,
        () -> MapQuality.measure(Golden.points(), Golden.layout(), 10, cancellation));
  }

  /// In the space 0 is followed by 1, 2, 3; the map swaps 2 and 3.
  @Test
  void namesWhatOneRowKeepsLosesAndGains() {
    VectorBlock block =
        VectorBlock.copyOf(
            List.of(new float[] {0}, new float[] {1}, new float[] {2}, new float[] {3}), 1);
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0, 1, 0, 3, 0, 2, 0});
    assertEquals(
        new RowQuality(List.of(1), List.of(2), List.of(3)), RowQuality.of(block, layout, 0, 2));
    assertEquals(
        new RowQuality(List.of(1, 2, 3), List.of(), List.of()),
        RowQuality.of(block, layout, 0, 10));
  }

  @Test
  void theRowsTogetherKeepWhatTheMapKeeps() {
    double kept = 0;
    for (int row = 0; row < 400; row++) {
      RowQuality quality = RowQuality.of(Golden.points(), Golden.layout(), row, 10);
      assertEquals(10, quality.kept().size() + quality.torn().size());
      assertEquals(quality.torn().size(), quality.mapOnly().size());
      kept += quality.kept().size() / 10.0 / 400;
    }
    assertEquals(Golden.number("quality.kept.10"), kept, 1e-6);
  }
}
