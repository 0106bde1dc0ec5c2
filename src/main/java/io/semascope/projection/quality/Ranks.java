package io.semascope.projection.quality;

import java.util.Arrays;

/// All rows in the order of their distance from one of them: that row has rank 0, the nearest other rank 1, ties by row. Used by one thread.
final class Ranks {
  private final long[] order;
  private final int[] ranks;

  Ranks(int count) {
    order = new long[count];
    ranks = new int[count];
  }

  /// Orders the rows anew, by `distances`, none of which is negative, from `self`.
  void sort(int self, float[] distances) {
    for (int row = 0; row < order.length; row++) {
      order[row] = ((long) Float.floatToIntBits(distances[row]) << 32) | row;
    }
    order[self] = -1L << 32 | self;
    Arrays.sort(order);
    for (int rank = 0; rank < order.length; rank++) {
      ranks[row(rank)] = rank;
    }
  }

  int row(int rank) {
    return (int) order[rank];
  }

  int rank(int row) {
    return ranks[row];
  }
}
