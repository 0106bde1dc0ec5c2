package io.semascope.probe;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;
import java.util.stream.IntStream;

/// Mean and standard deviation of every dimension over the rows of a block, as numpy's `mean` and `std` over axis 0 give them. Immutable.
///
/// Over no rows both are NaN. A row with a value that is not finite makes that dimension's numbers not finite too.
public final class DimensionStatistics {
  /// Rows summed one after another; block sums are then added in order, so that the number of cores changes nothing.
  private static final int BLOCK_ROWS = 4096;

  private final int count;
  private final double[] means;
  private final double[] standardDeviations;

  private DimensionStatistics(int count, double[] means, double[] standardDeviations) {
    this.count = count;
    this.means = means;
    this.standardDeviations = standardDeviations;
  }

  /// Two passes in double precision: means first, then the squares of what remains. Throws `JobCancelled` when asked to stop.
  public static DimensionStatistics of(VectorBlock block, Cancellation cancellation) {
    double[] zero = new double[block.dimension()];
    double[] means = meanPowers(block, zero, 1, cancellation);
    double[] variances = meanPowers(block, means, 2, cancellation);
    double[] deviations =
        IntStream.range(0, zero.length).mapToDouble(i -> Math.sqrt(variances[i])).toArray();
    return new DimensionStatistics(block.count(), means, deviations);
  }

  /// The mean of (value − centre)^power by dimension, for power 1 or 2.
  private static double[] meanPowers(
      VectorBlock block, double[] centres, int power, Cancellation cancellation) {
    int dimension = block.dimension();
    double[][] sums = new double[Math.ceilDiv(block.count(), BLOCK_ROWS)][dimension];
    Fork.blocks(
        sums.length,
        cancellation,
        part -> {
          float[] values = new float[dimension];
          int end = Math.min((part + 1) * BLOCK_ROWS, block.count());
          for (int row = part * BLOCK_ROWS; row < end; row++) {
            block.copyRow(row, values);
            for (int i = 0; i < dimension; i++) {
              double remainder = values[i] - centres[i];
              sums[part][i] += power == 1 ? remainder : remainder * remainder;
            }
          }
        });
    double[] means = new double[dimension];
    for (double[] part : sums) {
      for (int i = 0; i < dimension; i++) {
        means[i] += part[i];
      }
    }
    for (int i = 0; i < dimension; i++) {
      means[i] /= block.count();
    }
    return means;
  }

  /// How many rows were seen.
  public int count() {
    return count;
  }

  public int dimension() {
    return means.length;
  }

  public double mean(int dimension) {
    return means[dimension];
  }

  /// Of the whole population (divided by n, not n − 1): the rows are the space, not a sample of it.
  public double standardDeviation(int dimension) {
    return standardDeviations[dimension];
  }
}
