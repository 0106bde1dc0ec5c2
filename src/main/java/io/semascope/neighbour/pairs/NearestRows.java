package io.semascope.neighbour.pairs;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// For every row the nearest rows it has met so far: heaps of (distance, row) packed into longs, the farthest first, all in one array that becomes the result
/// in place. Bits of floats that are not negative order as the floats do, and NaN after infinity.
///
/// A row is written by one thread at a time. After a scan each row is sorted, full, and safe for use from any thread.
public final class NearestRows {
  private final int capacity;
  private final long[] heaps;
  private final int[] sizes;

  /// @param count rows
  /// @param capacity how many others each of them keeps; `count` × `capacity` fits an array
  NearestRows(int count, int capacity) {
    this.capacity = capacity;
    heaps = new long[Math.multiplyExact(count, capacity)];
    sizes = new int[count];
  }

  /// How many rows look for others.
  public int count() {
    return sizes.length;
  }

  /// How many others each of them has after a scan.
  public int capacity() {
    return capacity;
  }

  /// The row of the neighbour at `rank`, 0 being the nearest.
  int neighbour(int row, int rank) {
    return neighbour(heaps[row * capacity + rank]);
  }

  /// |a − b|² to the neighbour at `rank`.
  float squaredDistance(int row, int rank) {
    return squaredDistance(heaps[row * capacity + rank]);
  }

  /// The neighbour in an entry.
  public static int neighbour(long entry) {
    return (int) entry;
  }

  /// |a − b|² in an entry.
  public static float squaredDistance(long entry) {
    return Float.intBitsToFloat((int) (entry >>> 32));
  }

  /// All entries, row by row, in memory off the Java heap.
  public MemorySegment copyOffHeap() {
    MemorySegment copy = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, heaps.length);
    MemorySegment.copy(heaps, 0, copy, ValueLayout.JAVA_LONG, 0, heaps.length);
    return copy;
  }

  /// Offers `row` another one at this squared distance, which is not negative; nearer ones win, lower rows among equals.
  ///
  /// @return whether it was kept
  boolean offer(int row, float squaredDistance, int other) {
    long entry = ((long) Float.floatToIntBits(squaredDistance) << 32) | other;
    int top = row * capacity;
    if (sizes[row] < capacity) {
      siftUp(top, sizes[row]++, entry);
      return true;
    }
    if (entry < heaps[top]) {
      siftDown(top, entry);
      return true;
    }
    return false;
  }

  /// The squared distance another row must not exceed to be kept by `row`; infinite while there is room, NaN when the farthest one's is.
  float reach(int row) {
    return sizes[row] < capacity ? Float.POSITIVE_INFINITY : squaredDistance(heaps[row * capacity]);
  }

  /// Puts what `row` has found into its final order, nearest first; nothing can be offered to it any more.
  void sort(int row) {
    Arrays.sort(heaps, row * capacity, row * capacity + sizes[row]);
  }

  private void siftUp(int top, int start, long entry) {
    int at = start;
    while (at > 0 && heaps[top + (at - 1) / 2] < entry) {
      heaps[top + at] = heaps[top + (at - 1) / 2];
      at = (at - 1) / 2;
    }
    heaps[top + at] = entry;
  }

  private void siftDown(int top, long entry) {
    int at = 0;
    while (2 * at + 1 < capacity) {
      int child = 2 * at + 1;
      if (child + 1 < capacity && heaps[top + child + 1] > heaps[top + child]) {
        child++;
      }
      if (heaps[top + child] <= entry) {
        break;
      }
      heaps[top + at] = heaps[top + child];
      at = child;
    }
    heaps[top + at] = entry;
  }
}
