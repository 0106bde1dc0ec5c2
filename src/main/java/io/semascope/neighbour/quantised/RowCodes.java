package io.semascope.neighbour.quantised;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;

/// A byte for every value of a block: row x is near scale · code, and how far it lies from that is known.
///
/// Scalar quantisation with a scale per row: scale = max |xᵢ| / 127, code = xᵢ / scale rounded. Costs count · (dimension + 8) bytes. Immutable, safe for
/// use from any thread.
public final class RowCodes {
  /// The largest code.
  static final int MOST = 127;

  /// Rows of one chunk of memory: 1.5 MiB at 384 dimensions.
  public static final int CHUNK_ROWS = 4096;

  /// Lets a computed length only be too long; its own rounding error, some dimension · 2⁻⁵³, is far smaller.
  private static final double UPWARDS = 1 + 0x1p-30;

  private final int dimension;
  private final byte[][] chunks;
  private final float[] scales;
  private final float[] residuals;

  private RowCodes(int count, int dimension) {
    this.dimension = dimension;
    chunks = new byte[Math.ceilDiv(count, CHUNK_ROWS)][];
    scales = new float[count];
    residuals = new float[count];
  }

  /// Whether vectors of this many dimensions can be coded: a sum of products must stay within 32 bits, with a query of 8 bits or more.
  public static boolean fit(int dimension) {
    return QueryCode.most(dimension) >= MOST;
  }

  /// Codes every row: one pass over the block. Rows with a value that is not finite get codes that mean nothing. Throws `IllegalArgumentException` when
  /// the dimension does not fit, `JobCancelled` when asked to stop.
  public static RowCodes of(VectorBlock block, Cancellation cancellation) {
    if (!fit(block.dimension())) {
      throw new IllegalArgumentException(block.dimension() + " dimensions cannot be coded");
    }
    RowCodes codes = new RowCodes(block.count(), block.dimension());
    Fork.blocks(codes.chunks.length, cancellation, part -> codes.fill(block, part));
    return codes;
  }

  private void fill(VectorBlock block, int part) {
    int first = part * CHUNK_ROWS;
    int end = Math.min(first + CHUNK_ROWS, scales.length);
    byte[] chunk = new byte[(end - first) * dimension];
    float[] values = new float[dimension];
    for (int row = first; row < end; row++) {
      block.copyRow(row, values);
      scales[row] = code(values, chunk, offset(row));
      residuals[row] = residual(values, scales[row], chunk, offset(row));
    }
    chunks[part] = chunk;
  }

  private static float code(float[] values, byte[] chunk, int at) {
    // Bits of absolute values are ordered as the values are, and whole numbers can be compared side
    // by side.
    int largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Float.floatToRawIntBits(value) & Integer.MAX_VALUE);
    }
    float scale = Float.intBitsToFloat(largest) / MOST;
    float inverse = 1 / scale;
    if (!(scale > 0 && Float.isFinite(scale) && Float.isFinite(inverse))) {
      // All zero, too small to be divided or not finite: code 0, and the residual is the row
      // itself.
      return 0;
    }
    for (int i = 0; i < values.length; i++) {
      // At least 0 before it is cut, so that cutting rounds; within ±127 after, for `inverse` is
      // wrong by far less than half a step.
      chunk[at + i] = (byte) ((int) (values[i] * inverse + (MOST + 1.5f)) - (MOST + 1));
    }
    return scale;
  }

  /// |x − scale · code|, never too short. In four sums that run side by side.
  private static float residual(float[] values, double scale, byte[] chunk, int at) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i <= values.length - 4; i += 4) {
      sum0 += square(values[i] - scale * chunk[at + i]);
      sum1 += square(values[i + 1] - scale * chunk[at + i + 1]);
      sum2 += square(values[i + 2] - scale * chunk[at + i + 2]);
      sum3 += square(values[i + 3] - scale * chunk[at + i + 3]);
    }
    for (; i < values.length; i++) {
      sum0 += square(values[i] - scale * chunk[at + i]);
    }
    return Math.nextUp((float) (Math.sqrt((sum0 + sum1) + (sum2 + sum3)) * UPWARDS));
  }

  private static double square(double value) {
    return value * value;
  }

  /// The codes of the rows around `row`; those of `row` begin at `offset(row)`.
  byte[] chunk(int row) {
    return chunks[row / CHUNK_ROWS];
  }

  int offset(int row) {
    return row % CHUNK_ROWS * dimension;
  }

  int dimension() {
    return dimension;
  }

  /// What a code of 1 stands for.
  double scale(int row) {
    return scales[row];
  }

  /// At least |x − scale · code|.
  double residual(int row) {
    return residuals[row];
  }
}
