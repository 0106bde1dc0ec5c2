package io.semascope.projection.tsne;

import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.Tsne;
import java.util.OptionalDouble;

/// Which parameters hold at which iteration: the plan of the method, and what a person has turned since.
///
/// @param method the plan
/// @param count how many points there are
/// @param perplexity in use, capped
/// @param exaggeration turned by hand, from then on; empty while the plan holds
/// @param learningRate turned by hand, from then on, above 0; empty while the plan holds
record Schedule(
    Tsne method,
    int count,
    double perplexity,
    OptionalDouble exaggeration,
    OptionalDouble learningRate) {
  static Schedule of(Tsne method, double perplexity, int count) {
    return new Schedule(method, count, perplexity, OptionalDouble.empty(), OptionalDouble.empty());
  }

  LiveParameters.OfTsne at(int iteration) {
    double planned = iteration < method.earlyIterations() ? method.exaggeration() : 1;
    double factor = exaggeration.orElse(planned);
    double automatic = method.learningRate() > 0 ? method.learningRate() : count / factor;
    return new LiveParameters.OfTsne(perplexity, factor, learningRate.orElse(automatic));
  }

  /// What was not turned stays as it was: planned, or turned before. A learning rate of 0 goes back to the plan.
  Schedule changed(LiveChange.OfTsne change) {
    double wanted = change.perplexity().orElse(perplexity);
    double rate = change.learningRate().orElse(0);
    if (!(wanted >= 1) || !(change.exaggeration().orElse(1) >= 1) || !(rate >= 0)) {
      throw new IllegalArgumentException("t-SNE parameters out of range: " + change);
    }
    OptionalDouble turned = rate > 0 ? change.learningRate() : OptionalDouble.empty();
    return new Schedule(
        method,
        count,
        wanted,
        change.exaggeration().isPresent() ? change.exaggeration() : exaggeration,
        change.learningRate().isPresent() ? turned : learningRate);
  }
}
