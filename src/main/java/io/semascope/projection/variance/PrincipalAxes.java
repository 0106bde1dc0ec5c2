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
/// Sums run in double precision over a fixed partition of the rows, so the result does not depend on the number of cores. Signs are fixed so that the loading of largest absolute value (the first of equals) is positive. A direction along which nothing varies (all
/// rows equal, or all on one line) is the zero vector with variance 0.
public final class PrincipalAxes {
  /// Variance left below this share of the whole is rounding.
  private static final double NOTHING = 1e-12;

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
    Spread spread = Spread.of(block, cancellation);
    double[] mean = spread.mean();
    double total = spread.totalVariance();
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
          LeadingEigenvector.of(spread::covarianceTimes, dimension, List.copyOf(found));
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
        RowSums.BLOCKS,
        cancellation,
        part -> {
          float[] row = new float[mean.length];
          for (int i = RowSums.from(part, block); i < RowSums.from(part + 1, block); i++) {
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
}
