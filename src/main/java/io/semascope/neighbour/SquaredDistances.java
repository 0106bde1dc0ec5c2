package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// Squared Euclidean distances from many vectors to all rows of a block.
///
/// Each is a float32 sum of squared differences over the dimensions in ascending order, so near-duplicates lose no digits and the value is the same
/// on every machine: a lane of the processor holds a row, not a dimension, and nothing is added across lanes.
public final class SquaredDistances {
  private static final DistancePanel BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new SimdDistancePanel()
          : new ScalarDistancePanel();

  private SquaredDistances() {}

  /// The distance between two vectors of one dimension, to the last bit the one `scan` gives.
  public static float between(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      float difference = a[i] - b[i];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  /// Receives distances as they are computed: those of one query to `count` rows from `firstRow` on lie in `distances` from index `from` on, and may be
  /// overwritten after the call.
  @FunctionalInterface
  public interface Receiver {
    void accept(int query, int firstRow, float[] distances, int from, int count);
  }

  /// Compares `queries`, row-major vectors of the block's dimension, with every row; `receiver` is called on this thread, per query with ascending
  /// rows. Throws `JobCancelled` when asked to stop.
  public static void scan(
      VectorBlock block, float[] queries, Cancellation cancellation, Receiver receiver) {
    int width = BEST.width();
    int dimension = block.dimension();
    int count = queries.length / dimension;
    if (count * dimension != queries.length) {
      throw new IllegalArgumentException(
          queries.length + " values are no whole number of vectors of " + dimension);
    }
    int padded =
        (count + DistancePanel.QUERIES - 1) / DistancePanel.QUERIES * DistancePanel.QUERIES;
    float[] paddedQueries = Arrays.copyOf(queries, padded * dimension);
    float[] panel = new float[width * dimension];
    float[] row = new float[dimension];
    float[] distances = new float[DistancePanel.QUERIES * width];
    for (int first = 0; first < block.count(); first += width) {
      cancellation.check();
      int rows = Math.min(width, block.count() - first);
      for (int r = 0; r < rows; r++) {
        block.copyRow(first + r, row);
        for (int i = 0; i < dimension; i++) {
          panel[i * width + r] = row[i];
        }
      }
      for (int query = 0; query < count; query += DistancePanel.QUERIES) {
        BEST.compare(paddedQueries, query * dimension, panel, distances);
        for (int q = 0; q < Math.min(DistancePanel.QUERIES, count - query); q++) {
          receiver.accept(query + q, first, distances, q * width, rows);
        }
      }
    }
  }
}
