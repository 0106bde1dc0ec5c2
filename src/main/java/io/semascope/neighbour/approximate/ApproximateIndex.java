package io.semascope.neighbour.approximate;

import io.semascope.neighbour.NeighbourIndex;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;

/// An index that does not compare every row and may miss some, with one dial between sooner and truer. The values of what it finds are exact.
public sealed interface ApproximateIndex extends NeighbourIndex permits HnswIndex, BinaryIndex {
  /// How much is looked at, at least 1.
  int dial();

  /// The same index at another dial, at least 1: more finds more and takes longer.
  ApproximateIndex withDial(int dial);

  /// Whether queries of this kind may miss rows; otherwise every row is compared, and the answer says that it is exact.
  boolean approximates(Similarity similarity);

  /// How `nearest` answers a query. Throws `IllegalArgumentException` when its dimension is not the block's.
  SearchWay wayOf(NeighbourQuery query);
}
