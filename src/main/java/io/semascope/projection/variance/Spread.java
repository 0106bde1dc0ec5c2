package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;

/// How the rows of a block scatter around their mean, as far as a search for the directions of largest variance needs to know it.
sealed interface Spread {
  /// Variance below this share of |mean|² comes from the rounding of the mean: two neighbouring float32 differ by more.
  double ROUNDING = 1e-26;

  double[] mean();

  /// Summed over all dimensions, divided by n − 1; 0 when it is nothing but rounding; not finite when a value is not.
  double totalVariance();

  /// The product of the covariance matrix and a vector; a fresh array.
  double[] covarianceTimes(double[] vector);

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

  /// 0 when a variance is nothing but the rounding of this mean.
  private static double withoutRounding(double total, double[] mean) {
    double square = 0;
    for (double value : mean) {
      square += value * value;
    }
    return total <= ROUNDING * square ? 0 : total;
  }
}
