package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Squared Euclidean distances from many vectors to all rows of a block.
///
/// Each is a float32 sum of squared differences over the dimensions in ascending order, so near-duplicates lose no digits and the value is the same
/// on every machine: a lane of the processor holds a row, not a dimension, and nothing is ever added across lanes.
public final class SquaredDistances {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// Rows held side by side: two registers for each of `QUERIES` queries keep the arithmetic units busy.
  private static final int PANEL = 2 * LANES;

  private static final int QUERIES = 4;

  private SquaredDistances() {}

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
    int dimension = block.dimension();
    int count = queries.length / dimension;
    if (count * dimension != queries.length) {
      throw new IllegalArgumentException(
          queries.length + " values are no whole number of vectors of " + dimension);
    }
    int padded = (count + QUERIES - 1) / QUERIES * QUERIES;
    float[] paddedQueries = Arrays.copyOf(queries, padded * dimension);
    float[] panel = new float[PANEL * dimension];
    float[] row = new float[dimension];
    float[] distances = new float[QUERIES * PANEL];
    for (int first = 0; first < block.count(); first += PANEL) {
      cancellation.check();
      int rows = Math.min(PANEL, block.count() - first);
      for (int r = 0; r < rows; r++) {
        block.copyRow(first + r, row);
        for (int i = 0; i < dimension; i++) {
          panel[i * PANEL + r] = row[i];
        }
      }
      for (int query = 0; query < count; query += QUERIES) {
        compare(paddedQueries, query * dimension, panel, distances);
        for (int q = 0; q < Math.min(QUERIES, count - query); q++) {
          receiver.accept(query + q, first, distances, q * PANEL, rows);
        }
      }
    }
  }

  /// Four queries, contiguous from index `from`, against one panel.
  private static void compare(float[] queries, int from, float[] panel, float[] distances) {
    int dimension = panel.length / PANEL;
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    for (int i = 0; i < dimension; i++) {
      FloatVector left = FloatVector.fromArray(SPECIES, panel, i * PANEL);
      FloatVector right = FloatVector.fromArray(SPECIES, panel, i * PANEL + LANES);
      FloatVector a = FloatVector.broadcast(SPECIES, queries[from + i]);
      FloatVector b = FloatVector.broadcast(SPECIES, queries[from + dimension + i]);
      FloatVector c = FloatVector.broadcast(SPECIES, queries[from + 2 * dimension + i]);
      FloatVector d = FloatVector.broadcast(SPECIES, queries[from + 3 * dimension + i]);
      a0 = addSquare(left.sub(a), a0);
      a1 = addSquare(right.sub(a), a1);
      b0 = addSquare(left.sub(b), b0);
      b1 = addSquare(right.sub(b), b1);
      c0 = addSquare(left.sub(c), c0);
      c1 = addSquare(right.sub(c), c1);
      d0 = addSquare(left.sub(d), d0);
      d1 = addSquare(right.sub(d), d1);
    }
    a0.intoArray(distances, 0);
    a1.intoArray(distances, LANES);
    b0.intoArray(distances, PANEL);
    b1.intoArray(distances, PANEL + LANES);
    c0.intoArray(distances, 2 * PANEL);
    c1.intoArray(distances, 2 * PANEL + LANES);
    d0.intoArray(distances, 3 * PANEL);
    d1.intoArray(distances, 3 * PANEL + LANES);
  }

  private static FloatVector addSquare(FloatVector difference, FloatVector sum) {
    return difference.fma(difference, sum);
  }
}
