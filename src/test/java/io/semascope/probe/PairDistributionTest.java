package io.semascope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import io.semascope.probe.PairDistribution.Draw;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairDistributionTest {
  /// Points on a line at 0, 1, 3, 7: the six distances are 1, 2, 3, 4, 6, 7.
  private static final VectorBlock LINE =
      Spaces.block(new float[] {0}, new float[] {1}, new float[] {3}, new float[] {7});

  private static PairDistribution distances(VectorBlock block, int pairs) {
    return PairDistribution.of(
        block, new Draw(Similarity.EUCLIDEAN, pairs, 42), Cancellation.never());
  }

  private static VectorBlock random(int count) {
    SplittableRandom random = new SplittableRandom(4);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()});
    }
    return VectorBlock.copyOf(rows, 2);
  }

  @Test
  void aSmallSpaceIsComparedWhole() {
    PairDistribution all = distances(LINE, 6);
    assertEquals(6, all.pairs());
    assertFalse(all.sampled());
    assertEquals(0, all.undefinedPairs());
    // A distance is better than the pairs that are farther apart.
    assertEquals(100, all.percentile(0.5));
    assertEquals(100.0 * 5 / 6, all.percentile(1), 1e-12);
    assertEquals(50, all.percentile(3.5), 1e-12);
    assertEquals(0, all.percentile(7));
    assertEquals(1, all.quantile(0));
    assertEquals(3, all.quantile(0.5));
    assertEquals(7, all.quantile(1));
  }

  @Test
  void aLargerProductIsNearer() {
    // Products 0, 0, 0, 3, 7, 21.
    PairDistribution products =
        PairDistribution.of(LINE, Draw.usual(Similarity.DOT), Cancellation.never());
    assertEquals(0, products.percentile(0));
    assertEquals(50, products.percentile(3), 1e-12);
    assertEquals(100, products.percentile(22));
  }

  @Test
  void aLargeSpaceIsSampledWithoutDrawingAPairTwice() {
    // One pair fewer than there are: exactly one distance of the six is missing.
    PairDistribution sample = distances(LINE, 5);
    assertTrue(sample.sampled());
    assertEquals(5, sample.pairs());
    for (int i = 1; i <= 5; i++) {
      for (int j = 1; j < i; j++) {
        assertNotEquals(sample.quantile(i / 5.0), sample.quantile(j / 5.0));
      }
    }
  }

  @Test
  void theSameSeedDrawsTheSamePairs() {
    VectorBlock block = random(400);
    assertEquals(quantiles(distances(block, 3_000)), quantiles(distances(block, 3_000)));
    PairDistribution other =
        PairDistribution.of(block, new Draw(Similarity.EUCLIDEAN, 3_000, 43), Cancellation.never());
    assertNotEquals(quantiles(distances(block, 3_000)), quantiles(other));
  }

  private static List<Double> quantiles(PairDistribution distribution) {
    return List.of(0.01, 0.2, 0.5, 0.9).stream().map(distribution::quantile).toList();
  }

  /// 3,000 of 79,800 pairs: the standard error of a percentile is at most 0.92 points; four of them are allowed.
  @Test
  void aSampleTellsAboutTheWhole() {
    VectorBlock block = random(400);
    PairDistribution all = distances(block, 100_000);
    PairDistribution sample = distances(block, 3_000);
    for (double share : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
      double value = all.quantile(share);
      assertEquals(all.percentile(value), sample.percentile(value), 3.7, "share " + share);
    }
  }

  @Test
  void pairsWithoutACosineAreCountedApart() {
    VectorBlock block = Spaces.block(new float[] {1, 0}, new float[] {0, 0}, new float[] {1, 1});
    PairDistribution pairs =
        PairDistribution.of(block, Draw.usual(Similarity.COSINE), Cancellation.never());
    assertEquals(1, pairs.pairs());
    assertEquals(2, pairs.undefinedPairs());
  }

  @Test
  void aSpaceWithoutPairsSaysNothing() {
    PairDistribution none = distances(Spaces.block(new float[] {1}), 10);
    assertEquals(0, none.pairs());
    assertFalse(none.sampled());
    assertTrue(Double.isNaN(none.percentile(1)));
    assertTrue(Double.isNaN(none.quantile(0.5)));
    assertEquals(0, distances(VectorBlock.copyOf(List.of(), 1), 10).pairs());
  }

  @Test
  void drawsAndSharesThatCannotBeAreRefusedAndAStopIsHeard() {
    assertThrows(IllegalArgumentException.class, () -> new Draw(Similarity.DOT, 0, 1));
    PairDistribution all = distances(LINE, 6);
    assertThrows(IllegalArgumentException.class, () -> all.quantile(1.1));
    assertThrows(IllegalArgumentException.class, () -> all.quantile(Double.NaN));
    assertTrue(Double.isNaN(all.percentile(Double.NaN)));
    Cancellation stopped = new Cancellation();
    stopped.request();
    assertThrows(
        JobCancelled.class,
        () -> PairDistribution.of(random(400), Draw.usual(Similarity.DOT), stopped));
  }

  @Test
  void aScoreIsReadAgainstThePairsAndTheNextInTheList() {
    NeighbourList list =
        new NeighbourList(
            Similarity.EUCLIDEAN,
            List.of(new Neighbour(4, 1.5), new Neighbour(2, 3.5), new Neighbour(0, 3.5)),
            true);
    List<ScoreMeaning> meanings = ScoreMeaning.of(list, distances(LINE, 6));
    assertEquals(list.neighbours(), meanings.stream().map(ScoreMeaning::neighbour).toList());
    assertEquals(100.0 * 5 / 6, meanings.getFirst().percentile(), 1e-12);
    assertEquals(
        List.of(OptionalDouble.of(2), OptionalDouble.of(0), OptionalDouble.empty()),
        meanings.stream().map(ScoreMeaning::marginOverNext).toList());
    PairDistribution products =
        PairDistribution.of(LINE, Draw.usual(Similarity.DOT), Cancellation.never());
    assertThrows(IllegalArgumentException.class, () -> ScoreMeaning.of(list, products));
  }
}
