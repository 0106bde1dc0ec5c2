package io.semascope.projection.fourier;

/// Sixteen complex sequences side by side: element i of lane l lies at `i · LANES + l`, so that a step of a transform is the same for all lanes and one
/// register holds several. Used by one thread at a time.
final class Lanes {
  /// A cache line of floats.
  static final int LANES = 16;

  float[] re;
  float[] im;
  float[] nextRe;
  float[] nextIm;

  /// All zero.
  Lanes(int length) {
    re = new float[length * LANES];
    im = new float[length * LANES];
    nextRe = new float[length * LANES];
    nextIm = new float[length * LANES];
  }

  /// Makes what was written to `nextRe` and `nextIm` the sequences.
  void turn() {
    float[] oldRe = re;
    float[] oldIm = im;
    re = nextRe;
    im = nextIm;
    nextRe = oldRe;
    nextIm = oldIm;
  }

  /// Swaps real and imaginary parts: a forward transform between two flips is the inverse one, without its factor 1 / length.
  void flip() {
    float[] oldRe = re;
    float[] oldNextRe = nextRe;
    re = im;
    im = oldRe;
    nextRe = nextIm;
    nextIm = oldNextRe;
  }
}
