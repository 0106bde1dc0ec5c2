package io.semascope.neighbour.pairs;

import io.semascope.vector.VectorBlock;

/// The squared Euclidean distance of two rows as a graph states it: eight float64 sums of squared differences, value i in sum i mod 8, added in one fixed
/// order and rounded to float32. So it is within one rounding of the true value, keeps every digit of near-duplicates, and is the same on every machine.
sealed interface PairDistance permits ScalarPairDistance, SimdPairDistance {
  /// Sums that run side by side.
  int SUMS = 8;

  /// |a − b|² of two rows of `block`.
  float between(VectorBlock block, int a, int b);

  /// Whether |a − b|² of two rows of `block`, as `between` states it, is certainly above `squaredLimit`: a quick look in float32 that sends most pairs away.
  boolean isSurelyBeyond(VectorBlock block, int a, int b, float squaredLimit);

  /// Whether the true sum of squared differences is above the limit when float32 made it `computed`, with at most one rounding for each difference, product
  /// and sum (Higham, “Accuracy and Stability of Numerical Algorithms”, 2002, section 4.2; all terms have one sign). Twice that bound is allowed for.
  static boolean isSurelyBeyond(double computed, int dimension, float squaredLimit) {
    double rounding = 2.0 * (dimension + 16) * 0x1p-24;
    double least = computed * (1 - rounding) - dimension * (double) Float.MIN_NORMAL;
    return computed < Double.POSITIVE_INFINITY && least > squaredLimit;
  }

  /// What is left of a row behind its last whole group of eight, added to what is summed already.
  static double rest(VectorBlock block, long atA, long atB, int from) {
    double sum = 0;
    for (int i = from; i < block.dimension(); i++) {
      double difference =
          (double) block.segment().get(VectorBlock.ELEMENT, atA + (long) i * Float.BYTES)
              - block.segment().get(VectorBlock.ELEMENT, atB + (long) i * Float.BYTES);
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }
}
