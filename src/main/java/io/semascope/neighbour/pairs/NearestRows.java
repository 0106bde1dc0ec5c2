package io.semascope.neighbour.pairs;

import java.util.Arrays;

/// The nearest rows one row has met so far: a heap of (distance, row) packed into longs, the farthest at index 0. Bits of floats that are not negative
/// order as the floats do, and NaN after infinity.
final class NearestRows {
  private final long[] heap;
  private int size;

  NearestRows(int capacity) {
    heap = new long[capacity];
  }

  /// Offers a row at this squared distance, which is not negative; nearer ones win, lower rows among equals.
  ///
  /// @return whether it was kept
  boolean offer(float squaredDistance, int row) {
    long entry = ((long) Float.floatToIntBits(squaredDistance) << 32) | row;
    if (size < heap.length) {
      siftUp(size++, entry);
      return true;
    }
    if (entry < heap[0]) {
      siftDown(entry);
      return true;
    }
    return false;
  }

  /// The squared distance a row must not exceed to be kept; infinite while there is room, NaN when the farthest one's is.
  float reach() {
    return size < heap.length
        ? Float.POSITIVE_INFINITY
        : Float.intBitsToFloat((int) (heap[0] >>> 32));
  }

  /// (distance, row) pairs, nearest first.
  long[] sorted() {
    long[] sorted = Arrays.copyOf(heap, size);
    Arrays.sort(sorted);
    return sorted;
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
}
