package io.semascope.neighbour.pairs;

/// Chooses how tiles are multiplied, once per JVM.
final class TileKernels {
  private static final TileKernel BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new SimdTileKernel()
          : new ScalarTileKernel();

  private TileKernels() {}

  /// The Vector API where this JVM has it, else plain loops.
  static TileKernel best() {
    return BEST;
  }
}
