package io.semascope.projection.quality;

import java.util.Arrays;

/// The k rows of smallest distance, nearest first, ties by row, and the rank any row would have. Used by one thread.
final class NearestRows implements SpaceNeighbours {
  private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  /// The bits of distances, which are in the order of the distances because none is negative: the compiler counts integers many at a time.
  private final int[] distances;

  private final long[] nearest;
  private int size;

  /// @param count how many rows there are
  NearestRows(int count, int k) {
    distances = new int[count];
    nearest = new long[k];
  }

  /// Finds the nearest rows other than `self`, whose distance counts as infinite.
  ///
  /// @param from distances to all rows, none negative; they are copied
  void find(float[] from, int self) {
    for (int row = 0; row < distances.length; row++) {
      distances[row] = Float.floatToRawIntBits(from[row]);
    }
    distances[self] = INFINITE;
    size = 0;
    int farthest = INFINITE;
    for (int row = 0; row < distances.length; row++) {
      if (distances[row] < farthest || (size < nearest.length && row != self)) {
        insert(entry(row));
        if (size == nearest.length) {
          farthest = (int) (nearest[size - 1] >>> 32);
        }
      }
    }
  }

  private void insert(long entry) {
    int at = size < nearest.length ? size++ : size - 1;
    while (at > 0 && nearest[at - 1] > entry) {
      nearest[at] = nearest[at - 1];
      at--;
    }
    nearest[at] = entry;
  }

  @Override
  public int row(int rank) {
    return (int) nearest[rank - 1];
  }

  @Override
  public boolean has(int row) {
    return Arrays.binarySearch(nearest, 0, size, entry(row)) >= 0;
  }

  private long entry(int row) {
    return ((long) distances[row] << 32) | row;
  }

  /// Ties by row. Counted, because sorting all rows to learn the rank of a few costs more; by the sign of differences, because that has no branch.
  @Override
  public int rank(int row) {
    int distance = distances[row];
    int nearer = 0;
    for (int other = 0; other < row; other++) {
      nearer += (distances[other] - distance - 1) >>> 31;
    }
    for (int other = row + 1; other < distances.length; other++) {
      nearer += (distances[other] - distance) >>> 31;
    }
    return 1 + nearer;
  }
}
