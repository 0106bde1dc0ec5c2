package io.semascope.projection;

/// What a layout uses at one moment; a person may turn it while it runs, see `LiveChange`.
public sealed interface LiveParameters {
  /// @param perplexity at least 1, capped; a change recomputes the affinities before the next step
  /// @param exaggeration factor on the attraction from the next step on, at least 1
  /// @param learningRate step size, above 0
  record OfTsne(double perplexity, double exaggeration, double learningRate)
      implements LiveParameters {}

  /// @param minDist how near points may come, from 0 to `spread`
  /// @param spread how far apart clusters stand, from 0.001 to 1000
  /// @param repulsion weight of pushing apart against pulling together, from 0 to 1000
  record OfUmap(double minDist, double spread, double repulsion) implements LiveParameters {}
}
