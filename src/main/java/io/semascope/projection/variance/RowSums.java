package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;

/// Sums over all rows of a block, in double precision over a fixed partition, so that they do not depend on the number of cores.
final class RowSums {
  static final int BLOCKS = 64;

  private RowSums() {}

  @FunctionalInterface
  interface Contribution {
    /// Adds what one row contributes to `sum`.
    void add(float[] row, double[] sum);
  }

  /// The first row of part `part` of `BLOCKS`.
  static int from(int part, VectorBlock block) {
    return (int) ((long) part * block.count() / BLOCKS);
  }

  /// The mean row; NaN in a block without rows.
  static double[] mean(VectorBlock block, Cancellation cancellation) {
    double[] mean =
        of(
            block,
            block.dimension(),
            (row, sum) -> {
              for (int i = 0; i < row.length; i++) {
                sum[i] += row[i];
              }
            },
            cancellation);
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= block.count();
    }
    return mean;
  }

  static double[] of(
      VectorBlock block, int size, Contribution contribution, Cancellation cancellation) {
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
}
