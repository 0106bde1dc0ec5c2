package io.semascope.projection.fourier;

/// One pass of a self-sorting transform (Stockham; Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, section 1.7), decimated in
/// frequency: sequences of `radix · groups` elements become `radix` sequences of `groups`, `stride` of them at once. Immutable.
final class Pass {
  private final int radix;
  private final int groups;
  private final int stride;
  private final float[] cosines;
  private final float[] sines;

  Pass(int radix, int groups, int stride) {
    this.radix = radix;
    this.groups = groups;
    this.stride = stride;
    cosines = new float[radix * groups];
    sines = new float[radix * groups];
    for (int group = 0; group < groups; group++) {
      for (int j = 0; j < radix; j++) {
        double angle = -2 * Math.PI * j * group / ((double) radix * groups);
        cosines[group * radix + j] = (float) Math.cos(angle);
        sines[group * radix + j] = (float) Math.sin(angle);
      }
    }
  }

  /// 2, 3, 4 or 5.
  int radix() {
    return radix;
  }

  int groups() {
    return groups;
  }

  /// Floats that share their twiddle factors and lie one after the other.
  int run() {
    return stride * Lanes.LANES;
  }

  /// Real part of e^(−2πi · j · group / (radix · groups)).
  float cosine(int group, int j) {
    return cosines[group * radix + j];
  }

  /// Imaginary part of the same.
  float sine(int group, int j) {
    return sines[group * radix + j];
  }
}
