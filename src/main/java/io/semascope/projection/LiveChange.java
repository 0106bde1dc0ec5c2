package io.semascope.projection;

import java.util.OptionalDouble;

/// What a person turned while a layout runs; what is empty was not touched and keeps following the run's plan.
public sealed interface LiveChange {
  static OfTsne perplexity(double wanted) {
    return new OfTsne(OptionalDouble.of(wanted), OptionalDouble.empty(), OptionalDouble.empty());
  }

  static OfTsne exaggeration(double wanted) {
    return new OfTsne(OptionalDouble.empty(), OptionalDouble.of(wanted), OptionalDouble.empty());
  }

  static OfTsne learningRate(double wanted) {
    return new OfTsne(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(wanted));
  }

  /// Whether runs of this method take the change.
  boolean isFor(ProjectionMethod method);

  /// Both changes as one; where both turned the same, the later one holds. A later change for another method leaves nothing of this one.
  LiveChange and(LiveChange later);

  /// @param perplexity at least 2
  /// @param exaggeration factor on the attraction, at least 1
  /// @param learningRate step size above 0, or 0 to give it back to the plan
  record OfTsne(OptionalDouble perplexity, OptionalDouble exaggeration, OptionalDouble learningRate)
      implements LiveChange {
    @Override
    public boolean isFor(ProjectionMethod method) {
      return method instanceof Tsne;
    }

    @Override
    public LiveChange and(LiveChange later) {
      return switch (later) {
        case OfTsne tsne -> and(tsne);
      };
    }

    /// Both changes as one; where both turned the same, the later one holds.
    public OfTsne and(OfTsne later) {
      return new OfTsne(
          later.perplexity.isPresent() ? later.perplexity : perplexity,
          later.exaggeration.isPresent() ? later.exaggeration : exaggeration,
          later.learningRate.isPresent() ? later.learningRate : learningRate);
    }
  }
}
