package io.semascope.neighbour.approximate;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Optional;

/// Which rows of a block have a direction, and how long they are. Immutable.
final class Directions {
  private static final int BLOCK_ROWS = 4096;

  /// A length this near to 1 leaves the order of cosine, dot product and distance the same up to what the candidates cover.
  private static final double UNIT_TOLERANCE = 1e-3;

  private final float[] inverseLengths;
  private final int count;
  private final boolean unit;

  private Directions(float[] inverseLengths) {
    this.inverseLengths = inverseLengths;
    int directed = 0;
    boolean allUnit = true;
    for (float inverse : inverseLengths) {
      directed += inverse > 0 ? 1 : 0;
      allUnit &= Math.abs(inverse - 1) <= UNIT_TOLERANCE;
    }
    count = directed;
    unit = allUnit;
  }

  /// One pass over the block. Throws `JobCancelled` when asked to stop.
  static Directions of(VectorBlock block, Cancellation cancellation) {
    float[] inverseLengths = new float[block.count()];
    Fork.blocks(
        Math.ceilDiv(block.count(), BLOCK_ROWS),
        cancellation,
        part -> {
          int end = Math.min((part + 1) * BLOCK_ROWS, block.count());
          for (int row = part * BLOCK_ROWS; row < end; row++) {
            inverseLengths[row] = inverse(block.norm(row));
          }
        });
    return new Directions(inverseLengths);
  }

  /// 1 / length; 0 where that is no number to multiply with: a row without a direction has no cosine and is never found.
  static float inverse(double length) {
    float inverse = (float) (1 / length);
    return Double.isFinite(length) && Float.isFinite(inverse) ? inverse : 0;
  }

  /// Whether a query has a direction; not with a value that is not finite. Throws `IllegalArgumentException` when it is not of this dimension.
  private static boolean ofQuery(DenseVector query, int dimension) {
    if (query.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the query has %d dimensions, the index %d".formatted(query.dimension(), dimension));
    }
    return inverse(query.norm()) > 0;
  }

  /// Why no index of directions can answer a query, when none can. Throws `IllegalArgumentException` when it is not of this dimension.
  Optional<SearchWay> onlyExact(NeighbourQuery query, int dimension) {
    if (!order(query.similarity())) {
      return Optional.of(SearchWay.EXACT_OTHER_SIMILARITY);
    }
    return ofQuery(query.vector(), dimension)
        ? Optional.empty()
        : Optional.of(SearchWay.EXACT_NO_DIRECTION);
  }

  /// 1 / length of a row; 0 for one without a direction.
  float inverse(int row) {
    return inverseLengths[row];
  }

  /// Whether a row has a direction.
  boolean has(int row) {
    return inverseLengths[row] > 0;
  }

  /// How many rows have one.
  int count() {
    return count;
  }

  /// Whether they order rows as this measure does: the cosine always, the others where every row has length 1.
  boolean order(Similarity similarity) {
    return similarity == Similarity.COSINE || unit;
  }

  /// Whether every row has length 1.
  boolean unit() {
    return unit;
  }
}
