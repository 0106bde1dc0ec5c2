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

  static OfUmap minDist(double wanted) {
    return new OfUmap(OptionalDouble.of(wanted), OptionalDouble.empty(), OptionalDouble.empty());
  }

  static OfUmap spread(double wanted) {
    return new OfUmap(OptionalDouble.empty(), OptionalDouble.of(wanted), OptionalDouble.empty());
  }

  static OfUmap repulsion(double wanted) {
    return new OfUmap(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(wanted));
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
        case OfUmap umap -> umap;
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

  /// @param minDist how near points may come, at least 0; a `spread` below it is raised to it
  /// @param spread how far apart clusters stand, from 0.001 to 1000; a `minDist` above it is lowered to it
  /// @param repulsion weight of pushing apart against pulling together, from 0 to 1000
  record OfUmap(OptionalDouble minDist, OptionalDouble spread, OptionalDouble repulsion)
      implements LiveChange {
    @Override
    public boolean isFor(ProjectionMethod method) {
      return method instanceof Umap;
    }

    @Override
    public LiveChange and(LiveChange later) {
      return switch (later) {
        case OfTsne tsne -> tsne;
        case OfUmap umap -> and(umap);
      };
    }

    /// Both changes as one; where both turned the same, the later one holds.
    public OfUmap and(OfUmap later) {
      return new OfUmap(
          later.minDist.isPresent() ? later.minDist : minDist,
          later.spread.isPresent() ? later.spread : spread,
          later.repulsion.isPresent() ? later.repulsion : repulsion);
    }
  }
}
