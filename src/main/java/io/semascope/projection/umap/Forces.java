package io.semascope.projection.umap;

/// How hard two points pull or push each other, for each squared distance in the picture, as a factor on the vector between them.
///
/// The exact terms (McInnes, Healy & Melville 2018, section 3.2) need two powers each. They are taken from a table with 64 steps for each doubling of the
/// squared distance, linear in between: from 2⁻²⁴ to 2²⁰ off by less than one part in 32,768 / (1 + b)(2 + b), which is 6,000 for the usual curve;
/// constant beyond. Immutable; safe for use from any thread.
final class Forces {
  private static final int LOWEST_POWER = -24;
  private static final int HIGHEST_POWER = 20;

  /// Of the 23 bits of a float's fraction, 6 choose the step and these many lie within it.
  private static final int BITS_WITHIN = 17;

  private static final int MASK_WITHIN = (1 << BITS_WITHIN) - 1;
  private static final float PER_STEP = 1f / (1 << BITS_WITHIN);
  private static final int LOWEST_BITS =
      Float.floatToRawIntBits((float) Math.scalb(1.0, LOWEST_POWER));

  /// Those of the float before 2²⁰: its step is the last of the table.
  private static final int HIGHEST_BITS =
      Float.floatToRawIntBits((float) Math.scalb(1.0, HIGHEST_POWER)) - 1;

  private static final int FIRST_STEP = LOWEST_BITS >>> BITS_WITHIN;
  private static final int STEPS = (HIGHEST_BITS >>> BITS_WITHIN) - FIRST_STEP + 1;

  /// A line between two points a 64th apart misses x^−k by k(k + 1)/(8 · 64²) at most; the steepest force falls as x^−(1 + b).
  static final double ERROR_DIVISOR = 8 * 64 * 64;

  /// Keeps the push of points at one place finite (umap-learn).
  private static final double SOFTENING = 0.001;

  private final float[] pulls = new float[STEPS + 1];
  private final float[] pushes = new float[STEPS + 1];

  /// @param repulsion weight of the push
  Forces(Curve curve, double repulsion) {
    for (int step = 0; step <= STEPS; step++) {
      double squared = Float.intBitsToFloat((FIRST_STEP + step) << BITS_WITHIN);
      pulls[step] = (float) exactPull(curve, squared);
      pushes[step] = (float) (repulsion * exactPush(curve, squared));
    }
  }

  /// 2ab s^(b−1) / (1 + a s^b): twice, because the derivative is by a vector and not by its square.
  static double exactPull(Curve curve, double squared) {
    double power = Math.pow(squared, curve.b());
    return 2 * curve.a() * curve.b() * power / squared / (1 + curve.a() * power);
  }

  /// 2b / ((0.001 + s)(1 + a s^b)).
  static double exactPush(Curve curve, double squared) {
    return 2 * curve.b() / ((SOFTENING + squared) * (1 + curve.a() * Math.pow(squared, curve.b())));
  }

  /// Towards the other point.
  float pull(float squared) {
    return at(pulls, squared);
  }

  /// Away from the other point.
  float push(float squared) {
    return at(pushes, squared);
  }

  private static float at(float[] table, float squared) {
    // The bits of floats that are not negative order as the floats do, and integers are compared
    // faster.
    int bits = Math.min(HIGHEST_BITS, Math.max(LOWEST_BITS, Float.floatToRawIntBits(squared)));
    int step = (bits >>> BITS_WITHIN) - FIRST_STEP;
    float before = table[step];
    return before + (bits & MASK_WITHIN) * PER_STEP * (table[step + 1] - before);
  }
}
