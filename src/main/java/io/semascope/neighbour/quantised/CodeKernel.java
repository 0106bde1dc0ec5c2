package io.semascope.neighbour.quantised;

import io.semascope.vector.RowRange;

/// Multiplies a query of whole numbers with the codes of rows. Sums of whole numbers are exact, so all ways give the same bits. Stateless.
sealed interface CodeKernel permits ScalarCodeKernel, SimdCodeKernel {
  /// Writes Σ query[i] · code[i] of each row of `rows`, which lie in one chunk, to `products` from index 0 on.
  ///
  /// @param query so small that no sum leaves 32 bits, see `QueryCode`
  void dots(int[] query, RowCodes codes, RowRange rows, int[] products);

  /// Whether several bytes are widened at once.
  boolean sideBySide();

  /// The fastest way of this JVM.
  static CodeKernel best() {
    return Choice.BEST;
  }

  /// Made once per JVM.
  final class Choice {
    private static final CodeKernel BEST =
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && SimdCodeKernel.fits()
            ? new SimdCodeKernel()
            : new ScalarCodeKernel();

    private Choice() {}
  }
}
