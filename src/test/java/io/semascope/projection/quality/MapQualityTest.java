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
import io.semascope.vector.Estimate;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    assertEquals(
        Golden.number("quality.trustworthiness." + k), quality.trustworthiness().value(), 1e-6);
    assertEquals(Golden.number("quality.continuity." + k), quality.continuity().value(), 1e-6);
    assertEquals(Golden.number("quality.kept." + k), quality.kept().value(), 1e-6);
    assertEquals(k, quality.k());
    assertFalse(quality.sampled());
  }

  @Test
  void aMapOfTwoDimensionsIsPerfect() {
    VectorBlock block = Golden.noise(100, 2, 4);
    MapQuality quality = measure(block, firstTwo(block), 10);
    Estimate perfect = new Estimate(1, 0);
    assertEquals(perfect, quality.trustworthiness());
    assertEquals(perfect, quality.continuity());
    assertEquals(perfect, quality.kept());
    assertEquals(1, quality.distances().rankCorrelation().value(), 1e-9);
    assertEquals(
        new DistanceAgreement(quality.distances().rankCorrelation(), 4_950, 4_950),
        quality.distances());
    assertFalse(quality.distances().sampled());
    assertEquals(100, quality.measuredRows());
  }

  @Test
  void aLargeMapIsSampledAndTheSampleAgreesWithTheWhole() {
    VectorBlock large = Golden.noise(QualityQuestion.EXACT_UP_TO + 1, 3, 6);
    MapQuality sample = measure(large, firstTwo(large), 10);
    assertTrue(sample.sampled());
    assertEquals(QualityQuestion.SAMPLE, sample.measuredRows());
    assertEquals(QualityQuestion.EXACT_UP_TO + 1, sample.count());
    int[] fewer = java.util.stream.IntStream.range(0, QualityQuestion.EXACT_UP_TO).toArray();
    VectorBlock whole = large.select(fewer);
    MapQuality exact = measure(whole, firstTwo(whole), 10);
    assertFalse(exact.sampled());
    assertEquals(exact.kept().value(), sample.kept().value(), 0.02);
    assertEquals(exact.trustworthiness().value(), sample.trustworthiness().value(), 0.01);
  }

  /// Every row is asked for its neighbours, but not every pair for its distance.
  @Test
  void fromFiveHundredAndOnePointsOnDistancesAreSampledAndSaySo() {
    VectorBlock whole = Golden.noise(RankCorrelation.EXACT_UP_TO, 3, 5);
    DistanceAgreement all = measure(whole, firstTwo(whole), 10).distances();
    assertEquals(124_750, all.pairs());
    assertFalse(all.sampled());
    assertEquals(0, all.rankCorrelation().margin());
    VectorBlock thousand = Golden.noise(1_000, 3, 5);
    MapQuality quality = measure(thousand, firstTwo(thousand), 10);
    assertFalse(quality.sampled());
    DistanceAgreement some = quality.distances();
    assertTrue(some.sampled());
    assertEquals(49_500, some.pairs(), "ten groups of 100");
    assertEquals(499_500, some.allPairs());
    assertTrue(some.rankCorrelation().margin() > 0);
    VectorBlock large = Golden.noise(5_001, 3, 5);
    assertEquals(
        199_000, measure(large, firstTwo(large), 10).distances().pairs(), "ten groups of 200");
  }

  @Test
  void rankCorrelationAndClassAgreementAgreeWithScipyAndScikitLearn() {
    VectorBlock block = Golden.points();
    List<Optional<String>> names = new ArrayList<>();
    for (int row = 0; row < block.count(); row++) {
      names.add(Optional.of(block.get(row, 0) > 0 ? "positive" : "negative"));
    }
    MapQuality quality =
        MapQuality.measure(
            QualityQuestion.of(block, Golden.layout(), 10).with(RowClasses.of(names)),
            Cancellation.never());
    assertEquals(
        Golden.number("quality.rankCorrelation"),
        quality.distances().rankCorrelation().value(),
        1e-6);
    ClassAgreement agreement = quality.classAgreement().orElseThrow();
    assertEquals(Golden.number("quality.classAgreement.onMap"), agreement.onMap().value(), 1e-9);
    assertEquals(
        Golden.number("quality.classAgreement.inSpace"), agreement.inSpace().value(), 1e-9);
    assertEquals(2, agreement.classes());
  }

  @Test
  void rowsWithoutAClassAreLeftOut() {
    VectorBlock block = Golden.noise(40, 2, 4);
    List<Optional<String>> names = new ArrayList<>();
    for (int row = 0; row < 40; row++) {
      names.add(row < 30 ? Optional.empty() : Optional.of("one"));
    }
    QualityQuestion question = QualityQuestion.of(block, firstTwo(block), 3);
    assertTrue(MapQuality.measure(question, Cancellation.never()).classAgreement().isEmpty());
    ClassAgreement agreement =
        MapQuality.measure(question.with(RowClasses.of(names)), Cancellation.never())
            .classAgreement()
            .orElseThrow();
    assertEquals(10, agreement.rows());
    assertEquals(agreement.inSpace(), agreement.onMap());
    assertTrue(agreement.onMap().value() < 1, "not every neighbour has a class");
  }

  /// Of 40 maps, 38 are expected to lie within their interval; fewer than 33 would come by chance once in 2,000 times.
  @Test
  void theIntervalHoldsTheTruthAboutNineteenTimesInTwenty() {
    int held = 0;
    int ranksHeld = 0;
    for (int seed = 0; seed < 40; seed++) {
      VectorBlock block = Golden.noise(700, 3, seed);
      QualityQuestion whole = QualityQuestion.of(block, firstTwo(block), 5);
      MapQuality exact = MapQuality.measure(whole, Cancellation.never());
      MapQuality sample = MapQuality.measure(whole.ofRows(150), Cancellation.never());
      assertEquals(0, exact.kept().margin());
      assertTrue(sample.kept().margin() > 0);
      held += holds(sample.kept(), exact.kept().value()) ? 1 : 0;
      double correlation = new RankCorrelation(block, firstTwo(block)).ofAll(Cancellation.never());
      ranksHeld += holds(sample.distances().rankCorrelation(), correlation) ? 1 : 0;
    }
    assertTrue(held >= 33, held + " of 40 kept shares");
    assertTrue(ranksHeld >= 33, ranksHeld + " of 40 rank correlations");
  }

  private static boolean holds(Estimate estimate, double truth) {
    return Math.abs(estimate.value() - truth) <= estimate.margin();
  }

  /// Three equal points and one far away: ties are broken by row on both sides.
  @Test
  void equalPointsHaveRanks() {
    VectorBlock block =
        VectorBlock.copyOf(
            List.of(new float[] {0}, new float[] {0}, new float[] {0}, new float[] {5}), 1);
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0, 0, 0, 0, 0, 5, 0});
    MapQuality quality = measure(block, layout, 1);
    assertEquals(new Estimate(1, 0), quality.kept());
    assertEquals(new Estimate(1, 0), quality.trustworthiness());
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    MapQuality one = Golden.onCores(1, () -> measure(Golden.points(), Golden.layout(), 10));
    MapQuality two = Golden.onCores(2, () -> measure(Golden.points(), Golden.layout(), 10));
    assertEquals(one, two);
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
