package io.semascope.projection.quality;

import java.util.Arrays;

/// The k rows of smallest distance, nearest first, ties by row, and the rank any row would have. Used by one thread.
final class NearestRows {
  private final float[] distances;
  private final long[] nearest;
  private int size;

  /// @param distances to all rows, none negative; the caller may fill it anew before each `find`
  NearestRows(float[] distances, int k) {
    this.distances = distances;
    nearest = new long[k];
  }

  /// Finds the nearest rows other than `self`, whose distance becomes infinite.
  void find(int self) {
    distances[self] = Float.POSITIVE_INFINITY;
    size = 0;
    float farthest = Float.POSITIVE_INFINITY;
    for (int row = 0; row < distances.length; row++) {
      if (distances[row] < farthest || (size < nearest.length && row != self)) {
        insert(((long) Float.floatToIntBits(distances[row]) << 32) | row);
        if (size == nearest.length) {
          farthest = Float.intBitsToFloat((int) (nearest[size - 1] >>> 32));
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

  /// The row at `rank`, 1 being the nearest.
  int row(int rank) {
    return (int) nearest[rank - 1];
  }

  /// Whether a row is among the k nearest.
  boolean has(int row) {
    return Arrays.binarySearch(nearest, 0, size, entry(row)) >= 0;
  }

  private long entry(int row) {
    return ((long) Float.floatToIntBits(distances[row]) << 32) | row;
  }

  /// 1 + how many other rows are nearer, ties by row: counted, because sorting all rows to learn the rank of a few costs more.
  int rank(int row) {
    float distance = distances[row];
    int nearer = 0;
    for (int other = 0; other < row; other++) {
      nearer += distances[other] <= distance ? 1 : 0;
    }
    for (int other = row + 1; other < distances.length; other++) {
      nearer += distances[other] < distance ? 1 : 0;
    }
    return 1 + nearer;
  }
}
