package io.semascope.projection;

import java.util.OptionalDouble;

/// What a person turned while a t-SNE runs; what is empty was not touched and keeps following the run's plan.
///
/// @param perplexity at least 2
/// @param exaggeration factor on the attraction, at least 1
/// @param learningRate step size above 0, or 0 to give it back to the plan
public record LiveChange(
    OptionalDouble perplexity, OptionalDouble exaggeration, OptionalDouble learningRate) {
  public static LiveChange perplexity(double wanted) {
    return new LiveChange(
        OptionalDouble.of(wanted), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static LiveChange exaggeration(double wanted) {
    return new LiveChange(
        OptionalDouble.empty(), OptionalDouble.of(wanted), OptionalDouble.empty());
  }

  public static LiveChange learningRate(double wanted) {
    return new LiveChange(
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(wanted));
  }

  /// Both changes as one; where both turned the same, the later one holds.
  public LiveChange and(LiveChange later) {
    return new LiveChange(
        later.perplexity.isPresent() ? later.perplexity : perplexity,
        later.exaggeration.isPresent() ? later.exaggeration : exaggeration,
        later.learningRate.isPresent() ? later.learningRate : learningRate);
  }
}
