package io.semascope.raster;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// Which kind of point each row is. Immutable.
public final class PointKinds {
  /// Kinds are numbered below this.
  public static final int MOST = 1 << 14;

  private final short[] kinds;
  private final RowSet present;

  private PointKinds(short[] kinds, RowSet present) {
    this.kinds = kinds;
    this.present = present;
  }

  /// @param kindOfRow in 0…`MOST` − 1
  public static PointKinds of(int count, IntUnaryOperator kindOfRow) {
    short[] kinds = new short[count];
    BitSet present = new BitSet();
    for (int row = 0; row < count; row++) {
      int kind = kindOfRow.applyAsInt(row);
      if (kind < 0 || kind >= MOST) {
        throw new IllegalArgumentException("kind " + kind + " of row " + row);
      }
      kinds[row] = (short) kind;
      present.set(kind);
    }
    return new PointKinds(kinds, RowSet.of(present.stream().boxed().toList()));
  }

  /// The kinds that some row is of.
  RowSet present() {
    return present;
  }

  public int count() {
    return kinds.length;
  }

  /// Copies the kinds of `rows` rows from `first` on into `target`, from its index 0.
  void copyRows(int first, int rows, int[] target) {
    for (int i = 0; i < rows; i++) {
      target[i] = kinds[first + i];
    }
  }

  public int kind(int row) {
    return kinds[row];
  }
}
