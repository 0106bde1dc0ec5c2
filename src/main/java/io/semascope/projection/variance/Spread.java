package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;

/// How the rows of a block scatter around their mean, as far as a search for the directions of largest variance needs to know it.
sealed interface Spread {
  /// Variance below this share of |mean|² comes from the rounding of the mean: two neighbouring float32 differ by more.
  double ROUNDING = 1e-26;

  /// Up to this dimension the covariance matrix is formed. Beyond it, forming it costs more than the passes over the rows that Lanczos needs for two axes
  /// (n·d²/2 products against about 60 · 2·n·d slower ones).
  int LARGEST_MATRIX = 1024;

  double[] mean();

  /// Summed over all dimensions, divided by n − 1; 0 when it is nothing but rounding; not finite when a value is not.
  double totalVariance();

  /// The product of the covariance matrix and a vector; a fresh array.
  double[] covarianceTimes(double[] vector);

  /// The cheaper way for a block of at least one row.
  static Spread of(VectorBlock block, Cancellation cancellation) {
    return block.dimension() <= LARGEST_MATRIX
        ? InMatrix.of(Covariance.of(block, cancellation))
        : InPasses.of(block, cancellation);
  }

  /// The covariance matrix is there.
  record InMatrix(Covariance covariance, SymmetricMatrix matrix, double totalVariance)
      implements Spread {
    static InMatrix of(Covariance covariance) {
      SymmetricMatrix matrix = new SymmetricMatrix(covariance.matrix());
      return new InMatrix(covariance, matrix, withoutRounding(matrix.trace(), covariance.mean()));
    }

    @Override
    public double[] mean() {
      return covariance.mean();
    }

    @Override
    public double[] covarianceTimes(double[] vector) {
      return matrix.times(vector);
    }
  }

  /// Each product is a pass over all rows.
  record InPasses(RowPasses passes, double totalVariance) implements Spread {
    static InPasses of(VectorBlock block, Cancellation cancellation) {
      RowPasses passes = RowPasses.of(block, cancellation);
      return new InPasses(passes, withoutRounding(passes.totalVariance(), passes.mean()));
    }

    @Override
    public double[] mean() {
      return passes.mean();
    }

    @Override
    public double[] covarianceTimes(double[] vector) {
      return passes.covarianceTimes(vector);
    }
  }

  private static double withoutRounding(double total, double[] mean) {
    double square = 0;
    for (double value : mean) {
      square += value * value;
    }
    return total <= ROUNDING * square ? 0 : total;
  }
}
