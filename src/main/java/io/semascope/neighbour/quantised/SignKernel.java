package io.semascope.neighbour.quantised;

/// Counts in how many bits a query differs from rows. Stateless; all ways give the same numbers.
sealed interface SignKernel permits ScalarSignKernel, SimdSignKernel {
  /// Writes the Hamming distance of every row of a chunk, filled up to whole groups of eight, to `distances` from index 0 on.
  ///
  /// @param query its bits, 64 a word
  /// @param chunk as `SignCodes` lays it out
  void distances(long[] query, long[] chunk, int[] distances);

  /// The fastest way of this JVM.
  static SignKernel best() {
    return Choice.BEST;
  }

  /// Made once per JVM.
  final class Choice {
    private static final SignKernel BEST =
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            ? new SimdSignKernel()
            : new ScalarSignKernel();

    private Choice() {}
  }
}
