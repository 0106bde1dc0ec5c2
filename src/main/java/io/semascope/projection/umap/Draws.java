package io.semascope.projection.umap;

/// Random numbers that depend only on what they are drawn for, and not on who draws first: so the same run comes out on any number of cores.
///
/// SplitMix64 (Steele, Lea & Flood 2014) as a hash of a counter.
final class Draws {
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private Draws() {}

  /// A well-mixed key from a key and a number.
  static long key(long key, long number) {
    return mix(key + number * STRIDE);
  }

  /// The bits that follow well-mixed bits in a sequence; the upper half looks random (Knuth's linear congruential generator, as in PCG, O'Neill 2014).
  static long next(long bits) {
    return bits * 6364136223846793005L + 1442695040888963407L;
  }

  /// 64 bits that look random.
  static long mix(long key) {
    long z = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// One of 0..bound−1, from the upper 32 bits.
  static int below(long bits, int bound) {
    return (int) (((bits >>> 32) * bound) >>> 32);
  }

  /// In [−1, 1), from the upper 24 bits.
  static float signed(long bits) {
    return (bits >> 40) * 0x1p-23f;
  }
}
