package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// For every row of a block its nearest other rows by Euclidean distance, nearest first, ties by row. Immutable; safe for use from any thread.
///
/// Exact: every pair is compared, in float32. The same on any number of cores.
public final class NeighbourGraph {
  /// More entries than this would take more than a gigabyte.
  public static final long MOST_ENTRIES = 1L << 27;

  private static final int QUERIES_AT_ONCE = 128;

  /// Blocks between two reports of progress.
  private static final int BLOCKS_AT_ONCE = 8;

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
    int blocks = (count + QUERIES_AT_ONCE - 1) / QUERIES_AT_ONCE;
    for (int from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
      int first = from;
      Fork.blocks(
          Math.min(BLOCKS_AT_ONCE, blocks - from),
          context.cancellation(),
          part -> graph.fill(block, (first + part) * QUERIES_AT_ONCE, context.cancellation()));
      context.meter().advance(Math.min(count, (from + BLOCKS_AT_ONCE) * QUERIES_AT_ONCE));
    }
    return graph;
  }

  private void fill(VectorBlock block, int firstQuery, Cancellation cancellation) {
    int dimension = block.dimension();
    int queries = Math.min(QUERIES_AT_ONCE, block.count() - firstQuery);
    float[] values = new float[queries * dimension];
    float[] row = new float[dimension];
    Nearest[] nearest = new Nearest[queries];
    for (int query = 0; query < queries; query++) {
      block.copyRow(firstQuery + query, row);
      System.arraycopy(row, 0, values, query * dimension, dimension);
      nearest[query] = new Nearest(firstQuery + query, neighbours);
    }
    SquaredDistances.scan(
        block,
        values,
        cancellation,
        (query, firstRow, distances, from, count) ->
            nearest[query].offer(firstRow, distances, from, count));
    for (int query = 0; query < queries; query++) {
      nearest[query].write(rows, squaredDistances, (firstQuery + query) * neighbours);
    }
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

  /// The nearest rows seen so far: a heap of (distance, row) packed into longs, the farthest at index 0. Bits of floats that are not negative order as
  /// the floats do.
  private static final class Nearest {
    private final int self;
    private final long[] heap;
    private int size;

    /// NaN until the heap is full: no distance is at least NaN.
    private float farthest = Float.NaN;

    Nearest(int self, int capacity) {
      this.self = self;
      this.heap = new long[capacity];
    }

    void offer(int firstRow, float[] distances, int from, int count) {
      for (int i = 0; i < count; i++) {
        if (!(distances[from + i] >= farthest) && firstRow + i != self) {
          insert(((long) Float.floatToIntBits(distances[from + i]) << 32) | (firstRow + i));
        }
      }
    }

    private void insert(long entry) {
      if (size < heap.length) {
        siftUp(size++, entry);
      } else if (entry < heap[0]) {
        siftDown(entry);
      }
      if (size == heap.length) {
        farthest = Float.intBitsToFloat((int) (heap[0] >>> 32));
      }
    }

    private void siftUp(int start, long entry) {
      int at = start;
      while (at > 0 && heap[(at - 1) / 2] < entry) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
      }
      heap[at] = entry;
    }

    private void siftDown(long entry) {
      int at = 0;
      while (2 * at + 1 < heap.length) {
        int child = 2 * at + 1;
        if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
          child++;
        }
        if (heap[child] <= entry) {
          break;
        }
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = entry;
    }

    void write(int[] rows, float[] squaredDistances, int from) {
      Arrays.sort(heap);
      for (int i = 0; i < heap.length; i++) {
        rows[from + i] = (int) heap[i];
        squaredDistances[from + i] = Float.intBitsToFloat((int) (heap[i] >>> 32));
      }
    }
  }
}
