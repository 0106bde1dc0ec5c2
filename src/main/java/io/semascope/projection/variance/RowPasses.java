package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;

/// Products with the covariance matrix of a block that is never formed: one pass over the rows for each.
final class RowPasses {
  private final VectorBlock block;
  private final Cancellation cancellation;
  private final double[] mean;

  private RowPasses(VectorBlock block, Cancellation cancellation, double[] mean) {
    this.block = block;
    this.cancellation = cancellation;
    this.mean = mean;
  }

  static RowPasses of(VectorBlock block, Cancellation cancellation) {
    return new RowPasses(block, cancellation, RowSums.mean(block, cancellation));
  }

  double[] mean() {
    return mean.clone();
  }

  /// Summed over all dimensions, divided by n − 1.
  double totalVariance() {
    double[] squares =
        RowSums.of(
            block,
            1,
            (row, sum) -> {
              double square = 0;
              for (int i = 0; i < row.length; i++) {
                double centred = row[i] - mean[i];
                square += centred * centred;
              }
              sum[0] += square;
            },
            cancellation);
    return squares[0] / Math.max(1, block.count() - 1);
  }

  /// Σ (x − mean) ((x − mean) · vector) / (n − 1) over all rows x.
  double[] covarianceTimes(double[] vector) {
    int dimension = vector.length;
    double offset = 0;
    for (int i = 0; i < dimension; i++) {
      offset += mean[i] * vector[i];
    }
    double away = offset;
    double[] product =
        RowSums.of(
            block,
            dimension + 1,
            (row, sum) -> {
              double component = dot(row, vector) - away;
              for (int i = 0; i < dimension; i++) {
                sum[i] += component * row[i];
              }
              sum[dimension] += component;
            },
            cancellation);
    double[] image = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      image[i] = (product[i] - product[dimension] * mean[i]) / Math.max(1, block.count() - 1);
    }
    return image;
  }

  /// Four running sums, so that one addition need not wait for the one before it.
  private static double dot(float[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
