package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.vector.Estimate;
import java.util.Optional;

/// How far a picture that is still moving can be trusted, on a sample of rows that grows to `QualityQuestion.LIVE_SAMPLE`: the rows of one frame are measured
/// at the next one too, so that what changes is the picture.
///
/// @param iteration of the frame that was measured
/// @param k how many neighbours were compared
/// @param trustworthiness as in `MapQuality`; in spaces of more than 8,192 rows off by less than 0.0002, and rows at equal distance in the space count as
///     equally near
/// @param continuity as in `MapQuality`
/// @param kept as in `MapQuality`
/// @param classAgreement as in `MapQuality`
/// @param distances as in `MapQuality`, of all pairs up to 200 rows; of more, of ten groups of the measured rows, and empty while these are fewer than 200
/// @param measuredRows how many rows were asked for their neighbours, each compared with all others
/// @param count how many rows there are
public record LiveQuality(
    int iteration,
    int k,
    Estimate trustworthiness,
    Estimate continuity,
    Estimate kept,
    Optional<ClassAgreement> classAgreement,
    Optional<DistanceAgreement> distances,
    int measuredRows,
    int count) {

  /// Whether only some rows were measured.
  public boolean sampled() {
    return measuredRows < count;
  }

  /// Of the rows the sample knows by now, at least one. Throws as `QualityQuestion` does, and `JobCancelled` when asked to stop.
  static LiveQuality measure(
      QualityQuestion question, SpaceSample sample, int iteration, Cancellation cancellation) {
    RowTallies tallies = RowTallies.of(question, sample, cancellation);
    int count = question.block().count();
    return new LiveQuality(
        iteration,
        tallies.neighbours(),
        Estimate.ofSample(tallies.trustworthiness(), count),
        Estimate.ofSample(tallies.continuity(), count),
        Estimate.ofSample(tallies.kept(), count),
        tallies.classAgreement(question.classes()),
        distances(question, sample.rows(), cancellation),
        tallies.measuredRows(),
        count);
  }

  private static Optional<DistanceAgreement> distances(
      QualityQuestion question, int[] rows, Cancellation cancellation) {
    int enough = Math.min(RankCorrelation.LIVE_EXACT_UP_TO, question.block().count());
    return rows.length < enough
        ? Optional.empty()
        : Optional.of(
            new RankCorrelation(question.block(), question.layout())
                .measure(rows, RankCorrelation.LIVE_EXACT_UP_TO, cancellation));
  }
}
