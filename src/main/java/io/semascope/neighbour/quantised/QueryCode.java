package io.semascope.neighbour.quantised;

import io.semascope.vector.DenseVector;

/// A query in whole numbers: as fine as 32 bits allow for the sum of its products with codes, some 16 bits at 384 dimensions.
final class QueryCode {
  /// Beyond 20 bits a query gains nothing over rows of 8.
  private static final int FINEST = 1 << 20;

  final int[] values;

  /// What a value of 1 stands for.
  final double scale;

  /// At least the length of what is left of the query besides scale · values.
  final double residual;

  QueryCode(DenseVector query) {
    float[] floats = query.toArray();
    int most = most(floats.length);
    double largest = 0;
    for (float value : floats) {
      largest = Math.max(largest, Math.abs(value));
    }
    values = new int[floats.length];
    scale = largest / most;
    double sum = 0;
    for (int i = 0; i < floats.length; i++) {
      values[i] = scale > 0 ? Math.clamp(Math.round(floats[i] / scale), -most, most) : 0;
      double left = floats[i] - scale * values[i];
      sum += left * left;
    }
    residual = Math.sqrt(sum) * (1 + 0x1p-30);
  }

  /// The largest value at which the sum of `dimension` products with codes stays within 32 bits.
  static int most(int dimension) {
    return (int) Math.min(FINEST, Integer.MAX_VALUE / ((long) RowCodes.MOST * dimension));
  }
}
