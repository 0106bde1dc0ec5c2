package io.semascope.neighbour.quantised;

import io.semascope.vector.RowRange;

/// Plain loops, for a JVM without the Vector API.
final class ScalarCodeKernel implements CodeKernel {
  @Override
  public boolean sideBySide() {
    return false;
  }

  @Override
  public void dots(int[] query, RowCodes codes, RowRange rows, int[] products) {
    byte[] chunk = codes.chunk(rows.first());
    int at = codes.offset(rows.first());
    for (int row = 0; row < rows.count(); row++, at += query.length) {
      int sum = 0;
      for (int i = 0; i < query.length; i++) {
        sum += query[i] * chunk[at + i];
      }
      products[row] = sum;
    }
  }
}
