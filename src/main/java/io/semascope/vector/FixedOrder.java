package io.semascope.vector;

/// Sums in one order and in float64, for results whose last bits must not depend on the machine: the Vector API may add the lanes of a register in any order.
public final class FixedOrder {
  private FixedOrder() {}

  /// |a − b|², of rows of the same length. Two running sums, so that one addition need not wait for the one before it.
  public static double squaredDistance(float[] a, float[] b) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < a.length; i += 2) {
      double first = (double) a[i] - b[i];
      double second = (double) a[i + 1] - b[i + 1];
      even += first * first;
      odd += second * second;
    }
    if (i < a.length) {
      double last = (double) a[i] - b[i];
      even += last * last;
    }
    return even + odd;
  }
}
