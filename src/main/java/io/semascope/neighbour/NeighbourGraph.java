package io.semascope.neighbour;

import io.semascope.job.JobContext;
import io.semascope.neighbour.pairs.ApproximateScan;
import io.semascope.neighbour.pairs.NearestRows;
import io.semascope.neighbour.pairs.PairScan;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// For every row of a block its nearest other rows by Euclidean distance, nearest first, ties by row. Immutable; safe for use from any thread.
///
/// A distance is summed in float64 and rounded to float32. An exact graph leaves no pair out that could be among the nearest; an approximate one may miss
/// some, and says how many. The same bits on any number of cores; an exact graph also on every machine.
public final class NeighbourGraph {
  /// More entries than this would take more than a gigabyte.
  public static final long MOST_ENTRIES = 1L << 27;

  /// Rows whose true neighbours an approximate graph is judged by.
  private static final int JUDGED = 200;

  private final int count;
  private final int neighbours;

  /// As `NearestRows` packs them.
  private final MemorySegment entries;

  private final Optional<GraphRecall> recall;

  private NeighbourGraph(NearestRows nearest, Optional<GraphRecall> recall) {
    count = nearest.count();
    neighbours = nearest.capacity();
    entries = nearest.entries();
    this.recall = recall;
  }

  /// Finds `neighbours` other rows for each, between 1 and n − 1. The meter is told how many rows are done; `JobCancelled` when asked to stop.
  /// Throws `GraphTooLarge` above `MOST_ENTRIES`. With few rows an exact graph is as fast, so none is approximate.
  public static NeighbourGraph of(
      VectorBlock block, int neighbours, GraphSearch search, JobContext context) {
    int count = block.count();
    if (neighbours < 1 || neighbours >= count) {
      throw new IllegalArgumentException(neighbours + " neighbours among " + count + " rows");
    }
    if ((long) count * neighbours > MOST_ENTRIES) {
      throw new GraphTooLarge(count, neighbours);
    }
    return switch (search.among(count)) {
      case GraphSearch.Exact wanted ->
          new NeighbourGraph(PairScan.nearest(block, neighbours, context), Optional.empty());
      case GraphSearch.Approximate approximate ->
          count < ApproximateScan.FEWEST_ROWS
              ? exact(block, neighbours, context)
              : approximate(block, neighbours, approximate.wantedRecall(), context);
    };
  }

  private static NeighbourGraph approximate(
      VectorBlock block, int neighbours, double wantedRecall, JobContext context) {
    NearestRows found = ApproximateScan.nearest(block, neighbours, wantedRecall, context);
    context.meter().detail("measuring how many were found");
    double[] shares = ApproximateScan.judge(block, found, JUDGED, context.cancellation());
    context.meter().detail("");
    return new NeighbourGraph(found, Optional.of(GraphRecall.ofSample(shares, block.count())));
  }

  /// The same, leaving nothing out.
  public static NeighbourGraph exact(VectorBlock block, int neighbours, JobContext context) {
    return of(block, neighbours, new GraphSearch.Exact(), context);
  }

  /// How much of the truth an approximate graph holds; empty for an exact one.
  public Optional<GraphRecall> recall() {
    return recall;
  }

  public int count() {
    return count;
  }

  /// How many neighbours each row has here.
  public int neighbours() {
    return neighbours;
  }

  /// The row of the neighbour at `rank`, 0 being the nearest.
  public int neighbour(int row, int rank) {
    return NearestRows.neighbour(entry(row, rank));
  }

  /// |a − b|² to the neighbour at `rank`.
  public float squaredDistance(int row, int rank) {
    return NearestRows.squaredDistance(entry(row, rank));
  }

  private long entry(int row, int rank) {
    return entries.getAtIndex(ValueLayout.JAVA_LONG, (long) row * neighbours + rank);
  }
}
