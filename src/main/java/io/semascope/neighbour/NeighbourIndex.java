package io.semascope.neighbour;

import io.semascope.job.Cancellation;

/// Finds the rows of one block that lie nearest to a vector. Safe for use from several threads.
public interface NeighbourIndex {
  /// Throws `IllegalArgumentException` when the query's dimension is not the block's, `JobCancelled` when asked to stop.
  NeighbourList nearest(NeighbourQuery query, Cancellation cancellation);
}
