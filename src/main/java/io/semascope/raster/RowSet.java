package io.semascope.raster;

import java.util.Arrays;
import java.util.List;

/// Some rows of many. Immutable; asking for a row takes one step, which `BitSet` with its checks does not.
public final class RowSet {
  private static final RowSet NONE = new RowSet(new long[0], 0);

  private final long[] bits;
  private final int count;

  private RowSet(long[] bits, int count) {
    this.bits = bits;
    this.count = count;
  }

  /// No row.
  public static RowSet none() {
    return NONE;
  }

  /// @param rows from 0, in any order
  public static RowSet of(List<Integer> rows) {
    if (rows.isEmpty()) {
      return NONE;
    }
    int largest = 0;
    for (int row : rows) {
      largest = Math.max(largest, row);
    }
    long[] bits = new long[(largest >> 6) + 1];
    int count = 0;
    for (int row : rows) {
      count += (bits[row >> 6] >>> row & 1) == 0 ? 1 : 0;
      bits[row >> 6] |= 1L << row;
    }
    return new RowSet(bits, count);
  }

  public boolean contains(int row) {
    int word = row >> 6;
    return word < bits.length && (bits[word] >>> row & 1) != 0;
  }

  /// The first of them from `row` on; `Integer.MAX_VALUE` when there is none.
  int next(int row) {
    int word = row >> 6;
    long rest = word < bits.length ? bits[word] & -1L << row : 0;
    while (rest == 0 && ++word < bits.length) {
      rest = bits[word];
    }
    return rest == 0 ? Integer.MAX_VALUE : (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  /// How many rows there are.
  public int count() {
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || other instanceof RowSet same && count == same.count && Arrays.equals(bits, same.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }
}
