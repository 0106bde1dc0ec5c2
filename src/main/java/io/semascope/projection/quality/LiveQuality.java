package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.projection.LayoutFrame;
import io.semascope.vector.Estimate;
import io.semascope.vector.VectorBlock;

/// How far a picture that is still moving can be trusted, on a sample of rows: the same rows at every frame, so that what changes is the picture.
///
/// @param iteration of the frame that was measured
/// @param k how many neighbours were compared
/// @param trustworthiness as in `MapQuality`
/// @param kept as in `MapQuality`
/// @param measuredRows how many rows were asked for their neighbours, each compared with all others
/// @param count how many rows there are
public record LiveQuality(
    int iteration, int k, Estimate trustworthiness, Estimate kept, int measuredRows, int count) {

  /// Throws as `QualityQuestion` does, and `JobCancelled` when asked to stop.
  static LiveQuality measure(
      VectorBlock block, LayoutFrame frame, int k, Cancellation cancellation) {
    QualityQuestion question =
        QualityQuestion.of(block, frame.positions(), k).ofRows(QualityQuestion.LIVE_SAMPLE);
    RowTallies tallies = MapQuality.tallies(question, cancellation);
    int count = block.count();
    return new LiveQuality(
        frame.iteration(),
        tallies.neighbours(),
        Estimate.ofSample(tallies.trustworthiness(), count),
        Estimate.ofSample(tallies.kept(), count),
        tallies.measuredRows(),
        count);
  }
}
