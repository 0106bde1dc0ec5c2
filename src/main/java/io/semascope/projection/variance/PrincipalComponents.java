package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;

/// All orthogonal directions in which rows vary, by falling variance, with the variance along each (Pearson 1901; Hotelling 1933).
///
/// The rows may come in several blocks (`Incremental`), so that they need not fit into memory together; d × d numbers must. The result does not depend on the
/// number of cores. Signs are fixed so that the loading of largest absolute value (the first of equals) is positive.
public final class PrincipalComponents {
  private final double[] mean;
  private final SymmetricEigen eigen;
  private final double totalVariance;
  private final long rows;

  private PrincipalComponents(
      double[] mean, SymmetricEigen eigen, double totalVariance, long rows) {
    this.mean = mean;
    this.eigen = eigen;
    this.totalVariance = totalVariance;
    this.rows = rows;
  }

  /// Throws `TooFewPoints` for an empty block, `VectorsNotFinite`, and `JobCancelled` when asked to stop.
  public static PrincipalComponents of(VectorBlock block, Cancellation cancellation) {
    Incremental incremental = new Incremental();
    incremental.add(block, cancellation);
    return incremental.components(cancellation);
  }

  /// Collects the rows of several blocks of one dimension. Used by one thread at a time.
  public static final class Incremental {
    private java.util.Optional<Covariance> covariance = java.util.Optional.empty();

    /// An empty block adds nothing. Throws `VectorsNotFinite`, naming a row of this block.
    public void add(VectorBlock block, Cancellation cancellation) {
      if (block.count() == 0) {
        return;
      }
      for (int row = 0; row < block.count(); row++) {
        if (!Double.isFinite(block.norm(row))) {
          throw new VectorsNotFinite(row);
        }
      }
      if (covariance.isPresent()) {
        covariance.get().add(block, cancellation);
      } else {
        covariance = java.util.Optional.of(Covariance.of(block, cancellation));
      }
    }

    /// The components of all rows so far. Throws `TooFewPoints` when there was none.
    public PrincipalComponents components(Cancellation cancellation) {
      Covariance sums = covariance.orElseThrow(() -> new TooFewPoints("PCA", 0, 1));
      Spread.InMatrix spread = Spread.InMatrix.of(sums);
      return new PrincipalComponents(
          spread.mean(),
          SymmetricEigen.of(spread.matrix(), cancellation),
          spread.totalVariance(),
          sums.count());
    }
  }

  /// The variances alone, to be shown.
  public ComponentShares shares() {
    return ComponentShares.of(this);
  }

  /// How many directions there are: as many as dimensions.
  public int count() {
    return eigen.size();
  }

  /// How many rows were looked at.
  public long rows() {
    return rows;
  }

  /// The variance along direction `rank`, 0 being the one of largest variance; divided by n − 1, at least 0.
  public double variance(int rank) {
    return totalVariance > 0 ? Math.max(0, eigen.value(rank)) : 0;
  }

  /// The sum of all variances.
  public double totalVariance() {
    return totalVariance;
  }

  /// The share of the total variance along direction `rank`, in [0, 1]; 0 when nothing varies.
  public double share(int rank) {
    return totalVariance > 0 ? Math.min(1, variance(rank) / totalVariance) : 0;
  }

  /// The mean of all rows.
  public DenseVector mean() {
    return rounded(mean, 1);
  }

  /// Direction `rank`, of length 1.
  public DenseVector direction(int rank) {
    double[] vector = eigen.vector(rank);
    return rounded(vector, sign(vector));
  }

  /// Where the rows of a block of the same dimension stand along the first `kept` directions, measured from the mean: n × `kept`.
  public VectorBlock project(VectorBlock block, int kept, Cancellation cancellation) {
    return project(block, kept, VectorBlock.allocate(block.count(), kept), cancellation);
  }

  /// The same in memory of one's own.
  ///
  /// @param target n × `kept` values, which the block returned is made of
  public VectorBlock project(
      VectorBlock block, int kept, MemorySegment target, Cancellation cancellation) {
    if (block.dimension() != mean.length) {
      throw new IllegalArgumentException(
          "dimensions differ: " + block.dimension() + " and " + mean.length);
    }
    if (kept < 1 || kept > count()) {
      throw new IllegalArgumentException(kept + " components of " + count());
    }
    Directions directions = Directions.of(this, kept, ProductTile.best());
    Fork.blocks(
        RowSums.BLOCKS,
        cancellation,
        part -> {
          Directions.Projector projector = directions.projector();
          int end = RowSums.from(part + 1, block);
          for (int row = RowSums.from(part, block); row < end; row += projector.rowsAtOnce()) {
            cancellation.check();
            projector.project(block, row, Math.min(projector.rowsAtOnce(), end - row), target);
          }
        });
    return VectorBlock.wrap(target, block.count(), kept);
  }

  double[] signedDirection(int rank) {
    double[] vector = eigen.vector(rank).clone();
    double sign = sign(vector);
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= sign;
    }
    return vector;
  }

  double[] meanCopy() {
    return mean.clone();
  }

  private static double sign(double[] vector) {
    double largest = 0;
    for (double loading : vector) {
      if (Math.abs(loading) > Math.abs(largest)) {
        largest = loading;
      }
    }
    return largest < 0 ? -1 : 1;
  }

  private static DenseVector rounded(double[] values, double factor) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) (factor * values[i]);
    }
    return DenseVector.of(rounded);
  }
}
