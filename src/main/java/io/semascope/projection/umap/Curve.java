package io.semascope.projection.umap;

/// The strength of belonging together at distance d in the picture, 1/(1 + a d^2b): the smooth curve nearest to 1 up to min_dist and
/// exp(−(d − min_dist)/spread) beyond (McInnes, Healy & Melville 2018, definition 11).
///
/// @param a above 0
/// @param b above 0
record Curve(double a, double b) {
  /// Where umap-learn compares the two: evenly from 0 to three spreads.
  private static final int SAMPLES = 300;

  private static final double FARTHEST = 3;
  private static final int MOST_ROUNDS = 500;

  /// Fits a and b by least squares (Levenberg 1944, Marquardt 1963) from a = b = 1, as umap-learn does.
  static Curve fit(double minDist, double spread) {
    double[] distances = new double[SAMPLES];
    double[] wanted = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double distance = FARTHEST * spread * i / (SAMPLES - 1);
      distances[i] = distance;
      wanted[i] = distance < minDist ? 1 : Math.exp(-(distance - minDist) / spread);
    }
    Curve best = new Curve(1, 1);
    double error = best.error(distances, wanted);
    double damping = 1e-3;
    for (int round = 0; round < MOST_ROUNDS && damping < 1e12; round++) {
      Curve next = best.improved(distances, wanted, damping);
      double nextError =
          next.a > 0 && next.b > 0 ? next.error(distances, wanted) : Double.POSITIVE_INFINITY;
      if (nextError < error) {
        best = next;
        error = nextError;
        damping = Math.max(1e-12, damping / 10);
      } else {
        damping *= 10;
      }
    }
    return best;
  }

  private double error(double[] distances, double[] wanted) {
    double error = 0;
    for (int i = 0; i < distances.length; i++) {
      double residual = strength(distances[i]) - wanted[i];
      error += residual * residual;
    }
    return error;
  }

  /// In (0, 1].
  double strength(double distance) {
    return 1 / (1 + a * Math.pow(distance, 2 * b));
  }

  /// One damped step: (JᵀJ + λ diag JᵀJ) δ = −Jᵀr.
  private Curve improved(double[] distances, double[] wanted, double damping) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ar = 0;
    double br = 0;
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > 0) {
        double power = Math.pow(distances[i], 2 * b);
        double strength = 1 / (1 + a * power);
        double byA = -power * strength * strength;
        double byB = byA * a * 2 * Math.log(distances[i]);
        double residual = strength - wanted[i];
        aa += byA * byA;
        ab += byA * byB;
        bb += byB * byB;
        ar += byA * residual;
        br += byB * residual;
      }
    }
    aa *= 1 + damping;
    bb *= 1 + damping;
    double determinant = aa * bb - ab * ab;
    return new Curve(a - (bb * ar - ab * br) / determinant, b - (aa * br - ab * ar) / determinant);
  }
}
