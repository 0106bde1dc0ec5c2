package io.semascope.neighbour.subspace;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;

/// The mean of rows. Distances do not change when it is taken off, and products lose fewer digits.
public final class RowMean {
  private static final int ROWS_AT_ONCE = 480;

  private RowMean() {}

  /// The mean of the rows whose values are all finite. Throws `JobCancelled` when asked to stop.
  public static float[] of(VectorBlock block, Cancellation cancellation) {
    int parts = Math.ceilDiv(block.count(), ROWS_AT_ONCE);
    double[][] sums = new double[parts][block.dimension()];
    long[] counts = new long[parts];
    Fork.blocks(
        parts,
        cancellation,
        part -> {
          float[] values = new float[block.dimension()];
          int end = Math.min((part + 1) * ROWS_AT_ONCE, block.count());
          for (int row = part * ROWS_AT_ONCE; row < end; row++) {
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
