package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import java.util.List;

/// Finds the rows of one block that lie nearest to a vector. Safe for use from several threads.
public interface NeighbourIndex {
  /// Throws `IllegalArgumentException` when the query's dimension is not the block's, `JobCancelled` when asked to stop.
  NeighbourList nearest(NeighbourQuery query, Cancellation cancellation);

  /// The answers to several queries, in their order; the same as one by one, sooner where an index can share work between them.
  default List<NeighbourList> nearest(List<NeighbourQuery> queries, Cancellation cancellation) {
    return queries.stream().map(query -> nearest(query, cancellation)).toList();
  }
}
