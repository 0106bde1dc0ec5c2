package io.semascope.neighbour;

import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// What to look for.
///
/// @param vector the query, of the block's dimension
/// @param count how many neighbours, at least 1; fewer come back when fewer rows are accepted
/// @param similarity how to compare
/// @param accepted the rows that may be found; may be called from several threads at once
/// @param mostAccepted at most how many rows are accepted, so that a search can choose its way; `Integer.MAX_VALUE` where nobody counted them
public record NeighbourQuery(
    DenseVector vector, int count, Similarity similarity, IntPredicate accepted, int mostAccepted) {
  public NeighbourQuery {
    if (count < 1) {
      throw new IllegalArgumentException("a neighbour count of " + count);
    }
  }

  /// A query that may find the accepted rows, of which nobody knows how many there are.
  public NeighbourQuery(
      DenseVector vector, int count, Similarity similarity, IntPredicate accepted) {
    this(vector, count, similarity, accepted, Integer.MAX_VALUE);
  }

  /// A query that may find any row.
  public static NeighbourQuery of(DenseVector vector, int count, Similarity similarity) {
    return new NeighbourQuery(vector, count, similarity, row -> true);
  }

  /// The same query that never finds `row`: a text is no neighbour of itself.
  public NeighbourQuery except(int row) {
    return new NeighbourQuery(
        vector, count, similarity, other -> other != row && accepted.test(other), mostAccepted);
  }

  /// The same query that finds only some of these rows: a filter, applied while searching. The rows are copied.
  public NeighbourQuery among(BitSet rows) {
    BitSet kept = (BitSet) rows.clone();
    return new NeighbourQuery(
        vector,
        count,
        similarity,
        row -> kept.get(row) && accepted.test(row),
        Math.min(kept.cardinality(), mostAccepted));
  }
}
