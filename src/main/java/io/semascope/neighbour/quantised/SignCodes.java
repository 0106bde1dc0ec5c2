package io.semascope.neighbour.quantised;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;

/// A bit for every value of a block: whether the direction of a row lies above the mean direction there. A thirty-second of the memory of float32.
///
/// Two directions differ in about angle / π of their bits (Charikar, Similarity estimation techniques from rounding algorithms, 2002, for random
/// hyperplanes); about the mean, because the texts of one space share most of their direction, whose signs would tell nothing. There is no bound on the
/// error: bits propose candidates, they decide nothing.
///
/// Eight rows stand side by side: word w of row r is at (r / 8 · words + w) · 8 + r mod 8 of its chunk. Immutable, safe for use from any thread.
public final class SignCodes {
  /// Rows of one chunk of memory: 192 KiB at 384 dimensions.
  public static final int CHUNK_ROWS = 4096;

  /// Rows side by side.
  static final int GROUP = 8;

  private final int count;
  private final int dimension;
  private final float[] mean;
  private final long[][] chunks;

  private SignCodes(int count, float[] mean) {
    this.count = count;
    this.dimension = mean.length;
    this.mean = mean;
    chunks = new long[Math.ceilDiv(count, CHUNK_ROWS)][];
  }

  /// Codes every row: two passes over the block. Rows without a direction get bits that mean nothing. The meter is told how many rows are done;
  /// `JobCancelled` when asked to stop.
  public static SignCodes of(VectorBlock block, JobContext context) {
    SignCodes codes = new SignCodes(block.count(), meanDirection(block, context.cancellation()));
    Fork.blocks(codes.chunks.length, context.cancellation(), part -> codes.fill(block, part));
    context.meter().advance(block.count());
    return codes;
  }

  private static float[] meanDirection(VectorBlock block, Cancellation cancellation) {
    int parts = Math.ceilDiv(block.count(), CHUNK_ROWS);
    double[][] sums = new double[parts][];
    Fork.blocks(parts, cancellation, part -> sums[part] = sum(block, part));
    float[] mean = new float[block.dimension()];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (double[] one : sums) {
        sum += one[i];
      }
      mean[i] = (float) (sum / Math.max(1, block.count()));
    }
    return mean;
  }

  private static double[] sum(VectorBlock block, int part) {
    double[] sum = new double[block.dimension()];
    float[] values = new float[block.dimension()];
    for (int row = part * CHUNK_ROWS; row < end(block, part); row++) {
      double length = block.norm(row);
      if (length > 0 && Double.isFinite(length)) {
        block.copyRow(row, values);
        for (int i = 0; i < values.length; i++) {
          sum[i] += values[i] / length;
        }
      }
    }
    return sum;
  }

  private static int end(VectorBlock block, int part) {
    return Math.min((part + 1) * CHUNK_ROWS, block.count());
  }

  private void fill(VectorBlock block, int part) {
    int first = part * CHUNK_ROWS;
    int end = end(block, part);
    long[] chunk = new long[Math.ceilDiv(end - first, GROUP) * GROUP * words()];
    float[] values = new float[dimension];
    long[] bits = new long[words()];
    for (int row = first; row < end; row++) {
      block.copyRow(row, values);
      write(values, block.norm(row), bits);
      int at = (row - first) / GROUP * words() * GROUP + row % GROUP;
      for (int word = 0; word < bits.length; word++) {
        chunk[at + word * GROUP] = bits[word];
      }
    }
    chunks[part] = chunk;
  }

  private void write(float[] values, double length, long[] bits) {
    float scale = (float) length;
    for (int word = 0; word < bits.length; word++) {
      long some = 0;
      int from = word * Long.SIZE;
      int count = Math.min(Long.SIZE, dimension - from);
      for (int i = 0; i < count; i++) {
        some |= (values[from + i] > scale * mean[from + i] ? 1L : 0L) << i;
      }
      bits[word] = some;
    }
  }

  /// The bits of a query of the same dimension.
  long[] bits(DenseVector query) {
    long[] bits = new long[words()];
    write(query.toArray(), query.norm(), bits);
    return bits;
  }

  /// The codes of the rows of part `part`, of `CHUNK_ROWS` rows but for the last, and filled up with zeros to whole groups.
  long[] chunk(int part) {
    return chunks[part];
  }

  /// 64-bit words of a row.
  int words() {
    return Math.ceilDiv(dimension, Long.SIZE);
  }

  /// Bytes of all codes.
  public long bytes() {
    long words = 0;
    for (long[] chunk : chunks) {
      words += chunk.length;
    }
    return words * Long.BYTES;
  }

  /// How many parts there are.
  public int parts() {
    return chunks.length;
  }

  /// How many rows there are.
  public int count() {
    return count;
  }

  public int dimension() {
    return dimension;
  }
}
