package io.semascope.neighbour;

import io.semascope.job.JobContext;
import io.semascope.neighbour.pairs.PairScan;
import io.semascope.vector.VectorBlock;

/// For every row of a block its nearest other rows by Euclidean distance, nearest first, ties by row. Immutable; safe for use from any thread.
///
/// Exact: a distance is summed in float64 and rounded to float32, and no pair is left out that could be among the nearest. The same bits on any number of
/// cores and on every machine.
public final class NeighbourGraph {
  /// More entries than this would take more than a gigabyte.
  public static final long MOST_ENTRIES = 1L << 27;

  private final int neighbours;
  private final int[] rows;
  private final float[] squaredDistances;

  private NeighbourGraph(int neighbours, int[] rows, float[] squaredDistances) {
    this.neighbours = neighbours;
    this.rows = rows;
    this.squaredDistances = squaredDistances;
  }

  /// Finds `neighbours` other rows for each, between 1 and n − 1. The meter is told how many rows are done; `JobCancelled` when asked to stop.
  /// Throws `GraphTooLarge` above `MOST_ENTRIES`.
  public static NeighbourGraph exact(VectorBlock block, int neighbours, JobContext context) {
    int count = block.count();
    if (neighbours < 1 || neighbours >= count) {
      throw new IllegalArgumentException(neighbours + " neighbours among " + count + " rows");
    }
    if ((long) count * neighbours > MOST_ENTRIES) {
      throw new GraphTooLarge(count, neighbours);
    }
    int[] rows = new int[count * neighbours];
    float[] squaredDistances = new float[count * neighbours];
    NeighbourGraph graph = new NeighbourGraph(neighbours, rows, squaredDistances);
    PairScan.nearest(
        block,
        neighbours,
        context,
        (row, rank, neighbour, squaredDistance) -> {
          rows[row * neighbours + rank] = neighbour;
          squaredDistances[row * neighbours + rank] = squaredDistance;
        });
    return graph;
  }

  public int count() {
    return rows.length / neighbours;
  }

  /// How many neighbours each row has here.
  public int neighbours() {
    return neighbours;
  }

  /// The row of the neighbour at `rank`, 0 being the nearest.
  public int neighbour(int row, int rank) {
    return rows[row * neighbours + rank];
  }

  /// |a − b|² to the neighbour at `rank`.
  public float squaredDistance(int row, int rank) {
    return squaredDistances[row * neighbours + rank];
  }
}
