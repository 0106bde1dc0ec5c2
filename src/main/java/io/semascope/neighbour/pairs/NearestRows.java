package io.semascope.neighbour.pairs;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// For every row the nearest rows it has met so far: heaps of (distance, row) packed into longs, the farthest first, all in one piece of memory that becomes the
/// result in place. Bits of floats that are not negative order as the floats do, and NaN after infinity.
///
/// The memory is off the Java heap, which keeps room for garbage in proportion to what it holds.
///
/// A row is written by one thread at a time. After a scan each row is sorted, full, and safe for use from any thread.
public final class NearestRows {
  private final int capacity;
  private final MemorySegment heaps;
  private final int[] sizes;

  /// @param count rows
  /// @param capacity how many others each of them keeps
  NearestRows(int count, int capacity) {
    this.capacity = capacity;
    heaps = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, (long) count * capacity);
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
    return neighbour(entry(top(row) + rank));
  }

  /// |a − b|² to the neighbour at `rank`.
  float squaredDistance(int row, int rank) {
    return squaredDistance(entry(top(row) + rank));
  }

  /// The neighbour in an entry.
  public static int neighbour(long entry) {
    return (int) entry;
  }

  /// |a − b|² in an entry.
  public static float squaredDistance(long entry) {
    return Float.intBitsToFloat((int) (entry >>> 32));
  }

  /// All entries, row by row, of which `neighbour` and `squaredDistance` tell; to be read after a scan.
  public MemorySegment entries() {
    return heaps.asReadOnly();
  }

  private long top(int row) {
    return (long) row * capacity;
  }

  private long entry(long at) {
    return heaps.getAtIndex(ValueLayout.JAVA_LONG, at);
  }

  private void put(long at, long entry) {
    heaps.setAtIndex(ValueLayout.JAVA_LONG, at, entry);
  }

  /// Offers `row` another one at this squared distance, which is not negative; nearer ones win, lower rows among equals.
  ///
  /// @return whether it was kept
  boolean offer(int row, float squaredDistance, int other) {
    long entry = ((long) Float.floatToIntBits(squaredDistance) << 32) | other;
    long top = top(row);
    if (sizes[row] < capacity) {
      siftUp(top, sizes[row]++, entry);
      return true;
    }
    if (entry < entry(top)) {
      siftDown(top, capacity, entry);
      return true;
    }
    return false;
  }

  /// The squared distance another row must not exceed to be kept by `row`; infinite while there is room, NaN when the farthest one's is.
  float reach(int row) {
    return sizes[row] < capacity ? Float.POSITIVE_INFINITY : squaredDistance(entry(top(row)));
  }

  /// Puts what `row` has found into its final order, nearest first; nothing can be offered to it any more. The farthest that is left goes behind the others.
  void sort(int row) {
    long top = top(row);
    for (int last = sizes[row] - 1; last > 0; last--) {
      long farthest = entry(top);
      siftDown(top, last, entry(top + last));
      put(top + last, farthest);
    }
  }

  private void siftUp(long top, int start, long entry) {
    int at = start;
    while (at > 0 && entry(top + (at - 1) / 2) < entry) {
      put(top + at, entry(top + (at - 1) / 2));
      at = (at - 1) / 2;
    }
    put(top + at, entry);
  }

  private void siftDown(long top, int size, long entry) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && entry(top + child + 1) > entry(top + child)) {
        child++;
      }
      if (entry(top + child) <= entry) {
        break;
      }
      put(top + at, entry(top + child));
      at = child;
    }
    put(top + at, entry);
  }
}
