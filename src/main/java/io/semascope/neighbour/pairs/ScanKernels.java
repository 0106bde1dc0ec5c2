package io.semascope.neighbour.pairs;

/// The two inner loops of a scan.
///
/// @param tile says which pairs may matter
/// @param distance compares those
record ScanKernels(TileKernel tile, PairDistance distance) {
  private static final ScanKernels BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new ScanKernels(
              new SimdTileKernel(),
              SimdPairDistance.fits() ? new SimdPairDistance() : new ScalarPairDistance())
          : plain();

  /// The Vector API where this JVM has it and the registers are wide enough, else plain loops.
  static ScanKernels best() {
    return BEST;
  }

  static ScanKernels plain() {
    return new ScanKernels(new ScalarTileKernel(), new ScalarPairDistance());
  }
}
