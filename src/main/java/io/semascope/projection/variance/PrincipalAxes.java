package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;

/// The two orthogonal directions in which the rows of a block vary most (Pearson 1901): the picture of PCA and the starting positions of t-SNE.
///
/// Sums run in double precision over a fixed partition of the rows, so the result does not depend on the number of cores. The covariance matrix is
/// never formed: one product with it is one pass over the rows, which is cheaper from about 400 dimensions on and needs no second way for n < d.
/// Signs are fixed so that the loading of largest absolute value (the first of equals) is positive. A direction along which nothing varies (all
/// rows equal, or all on one line) is the zero vector with variance 0.
public final class PrincipalAxes {
  private static final int BLOCKS = 64;

  /// Variance left below this share of the whole is rounding.
  private static final double NOTHING = 1e-12;

  /// Variance below this share of |mean|² comes from the rounding of the mean: two neighbouring float32 differ by more.
  private static final double ROUNDING = 1e-26;

  private final double[] mean;
  private final double[][] axes;
  private final double[] variances;
  private final double totalVariance;

  private PrincipalAxes(double[] mean, double[][] axes, double[] variances, double totalVariance) {
    this.mean = mean;
    this.axes = axes;
    this.variances = variances;
    this.totalVariance = totalVariance;
  }

  /// Throws `TooFewPoints` for an empty block, `VectorsNotFinite`, and `JobCancelled` when asked to stop.
  public static PrincipalAxes of(VectorBlock block, Cancellation cancellation) {
    if (block.count() == 0) {
      throw new TooFewPoints("PCA", 0, 1);
    }
    Rows rows = new Rows(block, cancellation);
    double[] mean = rows.mean();
    double total = rows.totalVariance(mean);
    if (total <= ROUNDING * Rows.dot(mean, mean)) {
      total = 0;
    }
    if (!Double.isFinite(total)) {
      throw new VectorsNotFinite(firstRowNotFinite(block));
    }
    int dimension = block.dimension();
    double[][] axes = new double[2][dimension];
    double[] variances = new double[2];
    List<double[]> found = new ArrayList<>();
    double left = total;
    for (int axis = 0; axis < Math.min(2, dimension) && left > NOTHING * total; axis++) {
      LeadingEigenvector leading =
          LeadingEigenvector.of(
              vector -> rows.covarianceTimes(vector, mean), dimension, List.copyOf(found));
      found.add(leading.vector());
      axes[axis] = withFixedSign(leading.vector());
      variances[axis] = leading.value();
      left -= leading.value();
    }
    return new PrincipalAxes(mean, axes, variances, total);
  }

  private static int firstRowNotFinite(VectorBlock block) {
    for (int row = 0; row < block.count(); row++) {
      if (!Double.isFinite(block.row(row).norm())) {
        return row;
      }
    }
    return 0;
  }

  private static double[] withFixedSign(double[] vector) {
    double largest = 0;
    for (double loading : vector) {
      if (Math.abs(loading) > Math.abs(largest)) {
        largest = loading;
      }
    }
    double[] signed = vector.clone();
    if (largest < 0) {
      for (int i = 0; i < signed.length; i++) {
        signed[i] = -signed[i];
      }
    }
    return signed;
  }

  public int dimension() {
    return mean.length;
  }

  /// The mean of all rows.
  public DenseVector mean() {
    return rounded(mean);
  }

  /// Direction `axis` (0 or 1), of length 1 or, where nothing varies, 0.
  public DenseVector axis(int axis) {
    return rounded(axes[axis]);
  }

  /// The variance along `axis` (0 or 1), divided by n − 1.
  public double variance(int axis) {
    return variances[axis];
  }

  /// The share of the total variance along `axis` (0 or 1), in [0, 1]; 0 when nothing varies.
  public double share(int axis) {
    return totalVariance > 0 ? Math.min(1, variances[axis] / totalVariance) : 0;
  }

  /// Where a vector of the same dimension stands along `axis` (0 or 1), measured from the mean.
  public double coordinate(DenseVector vector, int axis) {
    if (vector.dimension() != mean.length) {
      throw new IllegalArgumentException(
          "dimensions differ: " + vector.dimension() + " and " + mean.length);
    }
    return coordinate(vector.toArray(), axis);
  }

  private double coordinate(float[] vector, int axis) {
    double[] direction = axes[axis];
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += direction[i] * (vector[i] - mean[i]);
    }
    return sum;
  }

  /// Where all rows of a block of the same dimension stand.
  public PlanarLayout layout(VectorBlock block, Cancellation cancellation) {
    if (block.dimension() != mean.length) {
      throw new IllegalArgumentException(
          "dimensions differ: " + block.dimension() + " and " + mean.length);
    }
    float[] coordinates = new float[2 * block.count()];
    Fork.blocks(
        BLOCKS,
        cancellation,
        part -> {
          float[] row = new float[mean.length];
          for (int i = Rows.from(part, block); i < Rows.from(part + 1, block); i++) {
            block.copyRow(i, row);
            coordinates[2 * i] = (float) coordinate(row, 0);
            coordinates[2 * i + 1] = (float) coordinate(row, 1);
          }
        });
    return PlanarLayout.copyOf(coordinates);
  }

  private static DenseVector rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return DenseVector.of(rounded);
  }

  /// The three sums over all rows.
  private record Rows(VectorBlock block, Cancellation cancellation) {
    private interface RowSum {
      /// Adds what one row contributes to `sum`.
      void add(float[] row, double[] sum);
    }

    static int from(int part, VectorBlock block) {
      return (int) ((long) part * block.count() / BLOCKS);
    }

    double[] mean() {
      double[] mean =
          sum(
              block.dimension(),
              (row, sum) -> {
                for (int i = 0; i < row.length; i++) {
                  sum[i] += row[i];
                }
              });
      for (int i = 0; i < mean.length; i++) {
        mean[i] /= block.count();
      }
      return mean;
    }

    double totalVariance(double[] mean) {
      double[] squares =
          sum(
              1,
              (row, sum) -> {
                double square = 0;
                for (int i = 0; i < row.length; i++) {
                  double centred = row[i] - mean[i];
                  square += centred * centred;
                }
                sum[0] += square;
              });
      return squares[0] / Math.max(1, block.count() - 1);
    }

    /// Σ (x − mean) ((x − mean) · vector) / (n − 1) over all rows x.
    double[] covarianceTimes(double[] vector, double[] mean) {
      int dimension = vector.length;
      double offset = dot(mean, vector);
      double[] product =
          sum(
              dimension + 1,
              (row, sum) -> {
                double component = dot(row, vector) - offset;
                for (int i = 0; i < dimension; i++) {
                  sum[i] += component * row[i];
                }
                sum[dimension] += component;
              });
      double[] image = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        image[i] = (product[i] - product[dimension] * mean[i]) / Math.max(1, block.count() - 1);
      }
      return image;
    }

    private double[] sum(int size, RowSum contribution) {
      double[][] partial = new double[BLOCKS][size];
      Fork.blocks(
          BLOCKS,
          cancellation,
          part -> {
            float[] row = new float[block.dimension()];
            for (int i = from(part, block); i < from(part + 1, block); i++) {
              block.copyRow(i, row);
              contribution.add(row, partial[part]);
            }
          });
      double[] sum = new double[size];
      for (double[] part : partial) {
        for (int i = 0; i < size; i++) {
          sum[i] += part[i];
        }
      }
      return sum;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
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
}
