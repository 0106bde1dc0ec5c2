package io.semascope.neighbour;

import io.semascope.job.JobContext;
import io.semascope.vector.VectorBlock;

/// Rows whose neighbours are looked for, and the graph that may be known of them.
public record SearchedRows(VectorBlock block, SharedGraph known) {
  /// Rows nobody else asks for.
  public static SearchedRows alone(VectorBlock block) {
    return new SearchedRows(block, new SharedGraph());
  }

  public int count() {
    return block.count();
  }

  /// As `SharedGraph.of`.
  public NeighbourGraph graph(int neighbours, GraphSearch search, JobContext context) {
    return known.of(block, neighbours, search, context);
  }
}
