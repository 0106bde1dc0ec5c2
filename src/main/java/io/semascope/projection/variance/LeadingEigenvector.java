package io.semascope.projection.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// The largest eigenvalue of a symmetric positive semidefinite matrix and a unit vector that belongs to it, found without ever forming the matrix.
///
/// Lanczos iteration with full reorthogonalisation (Golub & Van Loan, Matrix Computations, 4th edition, section 10.3). It ends when the residual
/// ‖Av − λv‖ is at most `TOLERANCE` · λ; after as many steps as there are dimensions it is exact up to rounding.
final class LeadingEigenvector {
  private static final double TOLERANCE = 1e-11;

  /// Fixed, so that equal matrices give equal vectors. Any direction that is not orthogonal to the answer would do.
  private static final long START_SEED = 1;

  private final double value;
  private final double[] vector;

  /// @param value at least 0
  /// @param vector of length 1, given away by the caller
  LeadingEigenvector(double value, double[] vector) {
    this.value = value;
    this.vector = vector;
  }

  /// At least 0.
  double value() {
    return value;
  }

  /// Of length 1, its sign undetermined; not to be written to.
  double[] vector() {
    return vector;
  }

  /// The leading eigenvector among the directions orthogonal to all of `excluded`, which are eigenvectors of length 1, fewer than `dimension`.
  static LeadingEigenvector of(
      UnaryOperator<double[]> matrix, int dimension, List<double[]> excluded) {
    int steps = dimension - excluded.size();
    List<double[]> basis = new ArrayList<>();
    // Removed together: one after the other, each would bring back a little of what the other took,
    // and from step to step more of it.
    List<double[]> taken = new ArrayList<>(excluded);
    double[] diagonal = new double[8];
    double[] offDiagonal = new double[8];
    double[] next = start(dimension);
    Columns.removeComponents(next, excluded);
    Columns.scale(next, 1 / Columns.norm(next));
    while (true) {
      int step = basis.size();
      basis.add(next);
      taken.add(next);
      if (step == diagonal.length) {
        diagonal = Arrays.copyOf(diagonal, 2 * step);
        offDiagonal = Arrays.copyOf(offDiagonal, 2 * step);
      }
      double[] image = matrix.apply(next);
      diagonal[step] = Columns.dot(next, image);
      Columns.removeComponents(image, taken);
      double remaining = Columns.norm(image);
      LeadingEigenvector ritz = ofTridiagonal(diagonal, offDiagonal, step + 1);
      double residual = remaining * Math.abs(ritz.vector[step]);
      // An image that vanishes, as under a zero matrix, spans nothing more to search.
      if (!(remaining > 0) || residual <= TOLERANCE * ritz.value || basis.size() == steps) {
        return new LeadingEigenvector(Math.max(0, ritz.value), Columns.combine(basis, ritz.vector));
      }
      offDiagonal[step] = remaining;
      Columns.scale(image, 1 / remaining);
      next = image;
    }
  }

  /// The same for a tridiagonal matrix of `size` rows with positive off-diagonal elements: the eigenvalue by bisection on whether λI − T is positive
  /// definite, the vector by inverse iteration from (1, …, 1), which is never orthogonal to it because it has no negative component (Perron–Frobenius).
  static LeadingEigenvector ofTridiagonal(double[] diagonal, double[] offDiagonal, int size) {
    double low = diagonal[0];
    double high = diagonal[0];
    for (int i = 0; i < size; i++) {
      double left = i == 0 ? 0 : offDiagonal[i - 1];
      double right = i == size - 1 ? 0 : offDiagonal[i];
      low = Math.max(low, diagonal[i]);
      high = Math.max(high, diagonal[i] + left + right);
    }
    high += Math.ulp(high);
    double[] pivots = new double[size];
    while (true) {
      double middle = low + (high - low) / 2;
      if (!(middle > low && middle < high)) {
        break;
      }
      if (factorise(diagonal, offDiagonal, middle, pivots)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double[] vector = new double[size];
    Arrays.fill(vector, 1);
    if (factorise(diagonal, offDiagonal, high, pivots)) {
      for (int repeat = 0; repeat < 4; repeat++) {
        solve(offDiagonal, pivots, vector);
        double length = Columns.norm(vector);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
          // The eigenvalue is met so exactly that the solution overflows, as under a zero matrix:
          // any vector serves.
          Arrays.fill(vector, 1);
          length = Columns.norm(vector);
        }
        Columns.scale(vector, 1 / length);
      }
    } else {
      Columns.scale(vector, 1 / Columns.norm(vector));
    }
    return new LeadingEigenvector(high, vector);
  }

  /// Writes the pivots of LDLᵀ = λI − T; false as soon as one is not positive.
  private static boolean factorise(
      double[] diagonal, double[] offDiagonal, double lambda, double[] pivots) {
    for (int i = 0; i < pivots.length; i++) {
      double pivot = lambda - diagonal[i];
      if (i > 0) {
        pivot -= offDiagonal[i - 1] * offDiagonal[i - 1] / pivots[i - 1];
      }
      if (!(pivot > 0)) {
        return false;
      }
      pivots[i] = pivot;
    }
    return true;
  }

  private static void solve(double[] offDiagonal, double[] pivots, double[] vector) {
    for (int i = 1; i < vector.length; i++) {
      vector[i] += offDiagonal[i - 1] / pivots[i - 1] * vector[i - 1];
    }
    int last = vector.length - 1;
    vector[last] /= pivots[last];
    for (int i = last - 1; i >= 0; i--) {
      vector[i] = (vector[i] + offDiagonal[i] * vector[i + 1]) / pivots[i];
    }
  }

  private static double[] start(int dimension) {
    Random random = new Random(START_SEED);
    double[] start = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      start[i] = random.nextGaussian();
    }
    return start;
  }
}
