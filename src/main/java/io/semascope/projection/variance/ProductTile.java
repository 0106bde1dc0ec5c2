package io.semascope.projection.variance;

/// The inner loop of covariances and projections: products of some columns with some others, summed over rows in double precision.
///
/// Columns lie in panels of `width()`: value (row, column c of the panel) at `row` · `width()` + c. Every sum runs over the rows in ascending order with
/// fused multiply-add, so the scalar and the SIMD tile give the same bits, whatever their width.
sealed interface ProductTile permits ScalarProductTile, SimdProductTile {
  /// The Vector API where this JVM has it, else plain loops.
  static ProductTile best() {
    return Best.TILE;
  }

  /// Chosen once.
  final class Best {
    private static final ProductTile TILE =
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            ? new SimdProductTile()
            : new ScalarProductTile();

    private Best() {}
  }

  /// Columns in a panel.
  int width();

  /// Adds Σ left(row, i) · right(row, j) over the rows of a pair to `sums` at `at` + i · `width()` + j, for all columns i and j.
  void add(Pair pair, double[] sums, int at);

  /// A panel of some columns.
  ///
  /// Not a record, because it holds an array that is written again and again.
  final class Panel {
    final double[] values;
    final int from;

    /// @param values of many panels
    /// @param from index of this panel's first value
    Panel(double[] values, int from) {
      this.values = values;
      this.from = from;
    }
  }

  /// Two panels of the same rows.
  ///
  /// @param rows how many rows each has
  record Pair(Panel left, Panel right, int rows) {}
}
