package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// The two orthogonal directions in which the rows of a block vary most (Pearson 1901): the picture of PCA and the starting positions of t-SNE.
///
/// Sums run in double precision over a fixed partition of the rows, so the result does not depend on the number of cores. Signs are fixed so that the loading of largest absolute value (the first of equals) is positive. A direction along which nothing varies (all
/// rows equal, or all on one line) is the zero vector with variance 0.
public final class PrincipalAxes {
  private final double[] mean;
  private final double[][] axes;
  private final double[] variances;
  private final double totalVariance;

  private final Way way;

  private PrincipalAxes(LeadingAxes found) {
    mean = found.mean();
    totalVariance = found.totalVariance();
    way = found.way();
    axes = new double[2][mean.length];
    variances = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      if (found.has(axis)) {
        axes[axis] = found.direction(axis);
        variances[axis] = found.variance(axis);
      }
    }
  }

  /// How the axes were found.
  public sealed interface Way {
    /// From the covariance matrix, to a residual of 10⁻¹¹ of the variance.
    ///
    /// @param passesBefore over the rows, which had not settled
    record ByMatrix(int dimension, int passesBefore) implements Way {}

    /// By passes over the rows with two directions each, from random ones, to a residual of 10⁻⁸ of the variance.
    record ByPasses(int passes) implements Way {}

    /// By passes with one direction each, because the matrix would be too large, to a residual of 10⁻¹¹ of the variance.
    ///
    /// @param passesBefore with two, which had not settled
    record OneByOne(int passesBefore) implements Way {}
  }

  /// Throws `TooFewPoints` for an empty block, `VectorsNotFinite`, and `JobCancelled` when asked to stop.
  public static PrincipalAxes of(VectorBlock block, Cancellation cancellation) {
    if (block.count() == 0) {
      throw new TooFewPoints("PCA", 0, 1);
    }
    LeadingAxes found = LeadingAxes.of(block, cancellation);
    if (!Double.isFinite(found.totalVariance())) {
      throw new VectorsNotFinite(firstRowNotFinite(block));
    }
    return new PrincipalAxes(found);
  }

  private static int firstRowNotFinite(VectorBlock block) {
    for (int row = 0; row < block.count(); row++) {
      if (!Double.isFinite(block.row(row).norm())) {
        return row;
      }
    }
    return 0;
  }

  public int dimension() {
    return mean.length;
  }

  /// How they were found.
  public Way way() {
    return way;
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
    double[] pair = Arrays.copyOf(axes[0], 2 * mean.length);
    System.arraycopy(axes[1], 0, pair, mean.length, mean.length);
    double[] away = {Columns.dot(axes[0], mean), Columns.dot(axes[1], mean)};
    Fork.blocks(
        RowSums.BLOCKS,
        cancellation,
        part -> {
          RowProducts.Rows rows = new RowProducts.Rows(block, RowSums.from(part + 1, block));
          double[] products = new double[2 * RowProducts.ROWS];
          for (int row = RowSums.from(part, block); row < rows.end(); row += RowProducts.ROWS) {
            RowProducts.best().multiply(rows.at(row), pair, products);
            for (int i = 0; i < 2 * Math.min(RowProducts.ROWS, rows.end() - row); i++) {
              coordinates[2 * row + i] = (float) (products[i] - away[i % 2]);
            }
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
}
