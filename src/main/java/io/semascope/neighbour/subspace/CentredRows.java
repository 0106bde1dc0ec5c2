package io.semascope.neighbour.subspace;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.RowRange;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// Rows less their mean: distances do not change when it is taken off, and products lose fewer digits. Immutable; safe for use from several threads.
public final class CentredRows {
  private static final int ROWS_AT_ONCE = 480;

  private final VectorBlock block;
  private final float[] mean;

  private CentredRows(VectorBlock block, float[] mean) {
    this.block = block;
    this.mean = mean;
  }

  /// Takes off the mean of the rows whose values are all finite. Throws `JobCancelled` when asked to stop.
  public static CentredRows of(VectorBlock block, Cancellation cancellation) {
    return new CentredRows(block, mean(block, cancellation));
  }

  /// Takes nothing off.
  public static CentredRows asTheyAre(VectorBlock block) {
    return new CentredRows(block, new float[block.dimension()]);
  }

  /// The rows with their mean.
  public VectorBlock block() {
    return block;
  }

  /// Writes a row to `values`, of the rows' dimension.
  public void copyRow(int row, float[] values) {
    block.copyRow(row, values);
    for (int i = 0; i < mean.length; i++) {
      values[i] -= mean[i];
    }
  }

  /// `most` rows evenly spaced over all, or all of them where there are fewer. Throws `JobCancelled` when asked to stop.
  public VectorBlock evenly(int most, Cancellation cancellation) {
    int count = Math.min(most, block.count());
    float[][] values = new float[count][block.dimension()];
    for (int i = 0; i < count; i++) {
      cancellation.check();
      copyRow((int) ((long) i * block.count() / count), values[i]);
    }
    return VectorBlock.copyOf(Arrays.asList(values), block.dimension());
  }

  private static float[] mean(VectorBlock block, Cancellation cancellation) {
    int parts = Math.ceilDiv(block.count(), ROWS_AT_ONCE);
    double[][] sums = new double[parts][block.dimension()];
    long[] counts = new long[parts];
    Fork.blocks(
        parts,
        cancellation,
        part -> {
          int from = part * ROWS_AT_ONCE;
          RowRange rows = new RowRange(from, Math.min(ROWS_AT_ONCE, block.count() - from));
          counts[part] = addFinite(block, rows, sums[part], cancellation);
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

  /// Adds the rows whose values are all finite to `sums` and returns how many they are. Throws `JobCancelled` when asked to stop.
  static int addFinite(VectorBlock block, RowRange rows, double[] sums, Cancellation cancellation) {
    float[] values = new float[block.dimension()];
    int count = 0;
    for (int row = rows.first(); row < rows.first() + rows.count(); row++) {
      cancellation.check();
      block.copyRow(row, values);
      count += addFinite(values, sums);
    }
    return count;
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
