package io.semascope.projection;

/// What a projection knows about itself.
public sealed interface ProjectionFacts {
  /// @param firstShare share of the total variance along x, in [0, 1]
  /// @param secondShare share of the total variance along y, in [0, 1]
  record OfPca(double firstShare, double secondShare) implements ProjectionFacts {}

  /// @param perplexity the one used, after the cap at (n−1)/3
  /// @param iterations done, of all that were planned
  /// @param plannedIterations all that were planned
  /// @param divergence Kullback–Leibler divergence in nats, without exaggeration; NaN when the engine does not tell
  record OfTsne(double perplexity, int iterations, int plannedIterations, double divergence)
      implements ProjectionFacts {}
}
