package io.semascope.neighbour;

import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.function.IntPredicate;

/// What to look for.
///
/// @param vector the query, of the block's dimension
/// @param count how many neighbours, at least 1; fewer come back when fewer rows are accepted
/// @param similarity how to compare
/// @param accepted the rows that may be found
public record NeighbourQuery(
    DenseVector vector, int count, Similarity similarity, IntPredicate accepted) {
  public NeighbourQuery {
    if (count < 1) {
      throw new IllegalArgumentException("a neighbour count of " + count);
    }
  }

  /// A query that may find any row.
  public static NeighbourQuery of(DenseVector vector, int count, Similarity similarity) {
    return new NeighbourQuery(vector, count, similarity, row -> true);
  }

  /// The same query that never finds `row`: a text is no neighbour of itself.
  public NeighbourQuery except(int row) {
    return new NeighbourQuery(
        vector, count, similarity, other -> other != row && accepted.test(other));
  }
}
