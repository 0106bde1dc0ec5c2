package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import io.semascope.vector.Estimate;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/// How far what is seen in a map is so in the space, by Euclidean distance on both sides.
///
/// @param k how many neighbours were compared: what was asked for, at most (n − 1)/2
/// @param trustworthiness in [0, 1]: 1 when no map neighbour is an intruder, each weighted by how far off it is in the space (Venna & Kaski 2001)
/// @param continuity in [0, 1]: 1 when no true neighbour was torn away, each weighted by how far off it is in the map (Venna & Kaski 2001)
/// @param kept share of the k nearest neighbours in the space that are among the k nearest in the map, in [0, 1]
/// @param distances whether what lies farther apart is drawn farther apart; a sample of pairs from 501 points on
/// @param classAgreement whether rows lie among their own class; empty when no measured row has one
/// @param measuredRows how many rows were asked for their neighbours, drawn at random with a fixed seed; each was compared with all others
/// @param count how many rows there are
public record MapQuality(
    int k,
    Estimate trustworthiness,
    Estimate continuity,
    Estimate kept,
    DistanceAgreement distances,
    Optional<ClassAgreement> classAgreement,
    int measuredRows,
    int count) {
  /// Fixed, so that the same map has the same quality.
  private static final long SAMPLE_SEED = 7;

  /// Whether only some rows were measured for their neighbours.
  public boolean sampled() {
    return measuredRows < count;
  }

  /// Measures as much as a finished map deserves. Throws as `QualityQuestion` does, and `JobCancelled` when asked to stop.
  public static MapQuality measure(
      VectorBlock block, PlanarLayout layout, int k, Cancellation cancellation) {
    return measure(QualityQuestion.of(block, layout, k), cancellation);
  }

  /// Throws `JobCancelled` when asked to stop.
  public static MapQuality measure(QualityQuestion question, Cancellation cancellation) {
    int count = question.block().count();
    RowTallies tallies = tallies(question, cancellation);
    return new MapQuality(
        tallies.neighbours(),
        Estimate.ofSample(tallies.trustworthiness(), count),
        Estimate.ofSample(tallies.continuity(), count),
        Estimate.ofSample(tallies.kept(), count),
        new RankCorrelation(question.block(), question.layout())
            .measure(shuffled(count), RankCorrelation.EXACT_UP_TO, cancellation),
        tallies.classAgreement(question.classes()),
        tallies.measuredRows(),
        count);
  }

  /// How the rows of the sample fare.
  static RowTallies tallies(QualityQuestion question, Cancellation cancellation) {
    int count = question.block().count();
    int[] rows = Arrays.copyOf(shuffled(count), Math.min(count, question.rows()));
    Arrays.sort(rows);
    return RowTallies.of(question, Math.min(question.k(), (count - 1) / 2), rows, cancellation);
  }

  /// All rows in an order that does not depend on theirs (Fisher & Yates).
  static int[] shuffled(int count) {
    int[] rows = new int[count];
    Arrays.setAll(rows, row -> row);
    SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
    return rows;
  }

  static int requireSameCount(VectorBlock block, PlanarLayout layout) {
    if (block.count() != layout.count() || !layout.isFinite()) {
      throw new IllegalArgumentException(
          "no layout of these " + block.count() + " vectors: " + layout.count() + " positions");
    }
    return block.count();
  }
}
