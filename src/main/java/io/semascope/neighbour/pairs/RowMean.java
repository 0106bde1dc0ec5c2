package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;

/// The mean of rows. Distances do not change when it is taken off, and products lose fewer digits.
final class RowMean {
  private RowMean() {}

  /// The mean of the rows whose values are all finite. Throws `JobCancelled` when asked to stop.
  static float[] of(VectorBlock block, Cancellation cancellation) {
    int parts = Math.ceilDiv(block.count(), TileBlock.ROWS);
    double[][] sums = new double[parts][block.dimension()];
    long[] counts = new long[parts];
    Fork.blocks(
        parts,
        cancellation,
        part -> {
          float[] values = new float[block.dimension()];
          int end = Math.min((part + 1) * TileBlock.ROWS, block.count());
          for (int row = part * TileBlock.ROWS; row < end; row++) {
            block.copyRow(row, values);
            counts[part] += addFinite(values, sums[part]);
          }
        });
    float[] mean = new float[block.dimension()];
    long count = 0;
    for (long one : counts) {
      count += one;
    }
    for (int i = 0; i < mean.length; i++) {
      double total = 0;
      for (double[] sum : sums) {
        total += sum[i];
      }
      mean[i] = (float) (total / Math.max(1, count));
    }
    return mean;
  }

  private static int addFinite(float[] values, double[] sums) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return 0;
      }
    }
    for (int i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
    return 1;
  }
}
