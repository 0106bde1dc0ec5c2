package io.semascope.projection.tsne;

import io.semascope.projection.LiveParameters;
import io.semascope.projection.Tsne;
import java.util.OptionalDouble;

/// Which parameters hold at which iteration: the plan of the method, and what a person has turned since.
///
/// @param method the plan
/// @param count how many points there are
/// @param perplexity in use, capped
/// @param exaggeration turned by hand, from then on; empty while the plan holds
/// @param learningRate turned by hand, from then on; empty while the plan holds
record Schedule(
    Tsne method,
    int count,
    double perplexity,
    OptionalDouble exaggeration,
    OptionalDouble learningRate) {
  static Schedule of(Tsne method, double perplexity, int count) {
    return new Schedule(method, count, perplexity, OptionalDouble.empty(), OptionalDouble.empty());
  }

  LiveParameters at(int iteration) {
    double planned = iteration < method.earlyIterations() ? method.exaggeration() : 1;
    double factor = exaggeration.orElse(planned);
    double automatic = method.learningRate() > 0 ? method.learningRate() : count / factor;
    return new LiveParameters(perplexity, factor, learningRate.orElse(automatic));
  }

  /// What was left as it is at `iteration` keeps following the plan.
  Schedule changed(LiveParameters wanted, int iteration) {
    if (!(wanted.perplexity() >= 1)
        || !(wanted.exaggeration() >= 1)
        || !(wanted.learningRate() > 0)) {
      throw new IllegalArgumentException("t-SNE parameters out of range: " + wanted);
    }
    LiveParameters now = at(iteration);
    return new Schedule(
        method,
        count,
        wanted.perplexity(),
        wanted.exaggeration() == now.exaggeration()
            ? exaggeration
            : OptionalDouble.of(wanted.exaggeration()),
        wanted.learningRate() == now.learningRate()
            ? learningRate
            : OptionalDouble.of(wanted.learningRate()));
  }
}
