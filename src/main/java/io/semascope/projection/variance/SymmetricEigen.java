package io.semascope.projection.variance;

import io.semascope.job.Cancellation;

/// All eigenvalues of a symmetric matrix, largest first, with orthonormal eigenvectors.
///
/// Householder reflections make the matrix tridiagonal, QL steps with implicit shifts make it diagonal (Golub & Van Loan, Matrix Computations, 4th
/// edition, sections 8.3.1 and 8.3.3; Bowdler, Martin, Reinsch & Wilkinson 1968, procedure tql2). About 6·d³ operations on one core.
final class SymmetricEigen {
  /// Far more than the two or three steps an eigenvalue takes.
  private static final int MOST_STEPS = 100;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /// Throws `JobCancelled` when asked to stop.
  static SymmetricEigen of(SymmetricMatrix matrix, Cancellation cancellation) {
    double[][] rows = matrix.toArray();
    int size = rows.length;
    double[] diagonal = new double[size];
    double[] offDiagonal = new double[size];
    double[][] vectors = tridiagonalise(rows, diagonal, offDiagonal, cancellation);
    diagonalise(diagonal, offDiagonal, vectors, cancellation);
    return sorted(diagonal, vectors);
  }

  int size() {
    return values.length;
  }

  double value(int rank) {
    return values[rank];
  }

  /// Of length 1, its sign undetermined; not to be written to.
  double[] vector(int rank) {
    return vectors[rank];
  }

  /// Overwrites `a` and gives the orthogonal matrix Qᵀ, in rows, for which QᵀAQ is tridiagonal.
  private static double[][] tridiagonalise(
      double[][] a, double[] diagonal, double[] offDiagonal, Cancellation cancellation) {
    int size = a.length;
    double[][] reflections = new double[Math.max(0, size - 2)][];
    for (int k = 0; k < reflections.length; k++) {
      cancellation.check();
      diagonal[k] = a[k][k];
      double[] reflection = reflection(a[k], k + 1);
      reflections[k] = reflection;
      offDiagonal[k] = reflected(a[k], k + 1, reflection);
      applyBothSides(a, k + 1, reflection);
    }
    for (int k = reflections.length; k < size; k++) {
      diagonal[k] = a[k][k];
      offDiagonal[k] = k + 1 < size ? a[k][k + 1] : 0;
    }
    return product(reflections, size, cancellation);
  }

  /// The unit vector v, zero before `from`, for which (I − 2vvᵀ)x has only its element `from` left of those from there on; all zero when they are already so.
  private static double[] reflection(double[] x, int from) {
    double[] v = new double[x.length];
    double scale = 0;
    for (int i = from; i < x.length; i++) {
      scale = Math.max(scale, Math.abs(x[i]));
    }
    if (scale == 0) {
      return v;
    }
    double square = 0;
    for (int i = from; i < x.length; i++) {
      v[i] = x[i] / scale;
      square += v[i] * v[i];
    }
    double norm = Math.sqrt(square);
    double first = v[from];
    v[from] += Math.copySign(norm, first);
    double length = Math.sqrt(2 * norm * (norm + Math.abs(first)));
    for (int i = from; i < x.length; i++) {
      v[i] /= length;
    }
    return v;
  }

  /// Element `from` of x after its reflection.
  private static double reflected(double[] x, int from, double[] v) {
    return x[from] - 2 * v[from] * Columns.dot(x, v, from);
  }

  /// A ← (I − 2vvᵀ) A (I − 2vvᵀ) for the rows and columns from `from` on.
  private static void applyBothSides(double[][] a, int from, double[] v) {
    int size = a.length;
    double[] w = new double[size];
    double component = 0;
    for (int i = from; i < size; i++) {
      w[i] = 2 * Columns.dot(a[i], v, from);
      component += w[i] * v[i];
    }
    for (int i = from; i < size; i++) {
      w[i] -= component * v[i];
    }
    for (int i = from; i < size; i++) {
      double[] row = a[i];
      double vi = v[i];
      double wi = w[i];
      for (int j = from; j < size; j++) {
        row[j] -= vi * w[j] + wi * v[j];
      }
    }
  }

  /// (H₀H₁…)ᵀ, from the last reflection to the first, so that each meets only the rows it changes.
  private static double[][] product(double[][] reflections, int size, Cancellation cancellation) {
    double[][] q = new double[size][size];
    for (int i = 0; i < size; i++) {
      q[i][i] = 1;
    }
    for (int k = reflections.length - 1; k >= 0; k--) {
      cancellation.check();
      double[] v = reflections[k];
      for (int i = k + 1; i < size; i++) {
        double[] row = q[i];
        double factor = 2 * Columns.dot(row, v, k + 1);
        for (int j = k + 1; j < size; j++) {
          row[j] -= factor * v[j];
        }
      }
    }
    return q;
  }

  /// Overwrites `d` with the eigenvalues, in no order, and the rows of `z` with the eigenvectors that belong to them.
  private static void diagonalise(double[] d, double[] e, double[][] z, Cancellation cancellation) {
    double nothing = nothing(d, e);
    for (int low = 0; low < d.length; low++) {
      int steps = 0;
      for (int high = split(e, low, nothing); high > low; high = split(e, low, nothing)) {
        cancellation.check();
        if (steps++ == MOST_STEPS) {
          throw new IllegalStateException(
              "eigenvalue " + low + " of " + d.length + " took more than " + MOST_STEPS + " steps");
        }
        stepDown(d, e, z, low, high);
      }
    }
  }

  /// What is rounding in a matrix of this size: measured against the largest element, because a matrix of low rank has whole blocks of nothing but rounding,
  /// which never get small against one another.
  private static double nothing(double[] d, double[] e) {
    double largest = 0;
    for (int i = 0; i < d.length; i++) {
      largest = Math.max(largest, Math.abs(d[i]) + Math.abs(e[i]));
    }
    return Math.ulp(largest) / 2;
  }

  /// The end of the unreduced block that begins at `low`.
  private static int split(double[] e, int low, double nothing) {
    int high = low;
    while (high < e.length - 1 && Math.abs(e[high]) > nothing) {
      high++;
    }
    return high;
  }

  /// One QL step with Wilkinson's shift on rows `low` to `high`.
  private static void stepDown(double[] d, double[] e, double[][] z, int low, int high) {
    double g = (d[low + 1] - d[low]) / (2 * e[low]);
    g = d[high] - d[low] + e[low] / (g + Math.copySign(Math.hypot(g, 1), g));
    double sine = 1;
    double cosine = 1;
    double p = 0;
    for (int i = high - 1; i >= low; i--) {
      double f = sine * e[i];
      double b = cosine * e[i];
      double r = Math.hypot(f, g);
      e[i + 1] = r;
      if (r == 0) {
        // Both vanish: the block has fallen apart, and the next step starts from what is left.
        d[i + 1] -= p;
        e[high] = 0;
        return;
      }
      sine = f / r;
      cosine = g / r;
      g = d[i + 1] - p;
      r = (d[i] - g) * sine + 2 * cosine * b;
      p = sine * r;
      d[i + 1] = g + p;
      g = cosine * r - b;
      rotate(z[i], z[i + 1], sine, cosine);
    }
    d[low] -= p;
    e[low] = g;
    e[high] = 0;
  }

  private static void rotate(double[] lower, double[] upper, double sine, double cosine) {
    for (int k = 0; k < lower.length; k++) {
      double value = upper[k];
      upper[k] = sine * lower[k] + cosine * value;
      lower[k] = cosine * lower[k] - sine * value;
    }
  }

  private static SymmetricEigen sorted(double[] values, double[][] vectors) {
    Integer[] order = new Integer[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, (i, j) -> Double.compare(values[j], values[i]));
    double[] sortedValues = new double[values.length];
    double[][] sortedVectors = new double[values.length][];
    for (int rank = 0; rank < order.length; rank++) {
      sortedValues[rank] = values[order[rank]];
      sortedVectors[rank] = vectors[order[rank]];
    }
    return new SymmetricEigen(sortedValues, sortedVectors);
  }
}
