package io.semascope.projection.fourier;

import java.util.ArrayList;
import java.util.List;

/// The discrete Fourier transform of sixteen complex sequences of one length at once, X_k = Σ x_j e^(−2πi jk / length), in float. Immutable; safe for use
/// from any thread.
final class LaneTransform {
  private static final Butterflies BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new SimdButterflies()
          : new ScalarButterflies();

  private final Butterflies butterflies;
  private final List<Pass> passes = new ArrayList<>();

  /// @param length a product of twos, threes and fives, see `isPossible`
  LaneTransform(int length) {
    this(length, BEST);
  }

  LaneTransform(int length, Butterflies butterflies) {
    this.butterflies = butterflies;
    if (!isPossible(length)) {
      throw new IllegalArgumentException("no transform of length " + length);
    }
    int left = length;
    int stride = 1;
    for (int radix : new int[] {4, 5, 3, 2}) {
      while (left % radix == 0) {
        left /= radix;
        passes.add(new Pass(radix, left, stride));
        stride *= radix;
      }
    }
  }

  /// Whether a length has no prime factor beyond 5.
  static boolean isPossible(int length) {
    int left = Math.max(0, length);
    for (int factor : new int[] {2, 3, 5}) {
      while (left > 1 && left % factor == 0) {
        left /= factor;
      }
    }
    return left == 1;
  }

  void forward(Lanes lanes) {
    for (Pass pass : passes) {
      switch (pass.radix()) {
        case 2 -> butterflies.two(pass, lanes);
        case 3 -> butterflies.three(pass, lanes);
        case 4 -> butterflies.four(pass, lanes);
        default -> butterflies.five(pass, lanes);
      }
      lanes.turn();
    }
  }

  /// Without the factor 1 / length.
  void inverse(Lanes lanes) {
    lanes.flip();
    forward(lanes);
    lanes.flip();
  }
}
