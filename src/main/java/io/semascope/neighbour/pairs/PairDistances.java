package io.semascope.neighbour.pairs;

/// Chooses how two rows are compared, once per JVM.
final class PairDistances {
  private static final PairDistance BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && SimdPairDistance.fits()
          ? new SimdPairDistance()
          : new ScalarPairDistance();

  private PairDistances() {}

  /// The Vector API where this JVM has it and the registers are wide enough, else plain loops.
  static PairDistance best() {
    return BEST;
  }
}
