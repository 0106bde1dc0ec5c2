package io.semascope.projection.umap;

/// Dense symmetric matrices of a few rows, in double precision.
final class SmallMatrix {
  private static final int MOST_SWEEPS = 60;
  private static final double NOTHING = 1e-30;

  private SmallMatrix() {}

  /// Overwrites a positive definite matrix G = RᵀR by R⁻¹, upper triangular. Gives the first column that depends on those before it, up to a share
  /// `least` of its square, and then leaves the matrix unusable; −1 when there is none.
  static int choleskyInverse(double[][] matrix, double least) {
    int size = matrix.length;
    double[][] upper = new double[size][size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i <= j; i++) {
        double rest = matrix[i][j];
        for (int k = 0; k < i; k++) {
          rest -= upper[k][i] * upper[k][j];
        }
        if (i < j) {
          upper[i][j] = rest / upper[i][i];
        } else if (rest > least * matrix[j][j]) {
          upper[j][j] = Math.sqrt(rest);
        } else {
          return j;
        }
      }
    }
    for (int j = 0; j < size; j++) {
      for (int i = size - 1; i >= 0; i--) {
        double rest = i == j ? 1 : 0;
        for (int k = i + 1; k <= j; k++) {
          rest -= upper[i][k] * matrix[k][j];
        }
        matrix[i][j] = i > j ? 0 : rest / upper[i][i];
      }
    }
    return -1;
  }

  /// Eigenvalues, largest first, and the eigenvectors in the columns of `vectors`.
  record Eigen(java.util.List<Double> values, Columns vectors) {}

  /// Columns of a square matrix.
  static final class Columns {
    private final double[][] rows;

    Columns(double[][] rows) {
      this.rows = rows;
    }

    /// Not to be written to.
    double[][] rows() {
      return rows;
    }
  }

  /// By Jacobi rotations (Golub & Van Loan, Matrix Computations, 4th edition, section 8.5). Overwrites the matrix.
  static Eigen eigen(double[][] matrix) {
    int size = matrix.length;
    double[][] vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix) > NOTHING; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(matrix, vectors, p, q);
        }
      }
    }
    Integer[] order = new Integer[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, (i, j) -> Double.compare(matrix[j][j], matrix[i][i]));
    java.util.List<Double> values = new java.util.ArrayList<>();
    double[][] sorted = new double[size][size];
    for (int j = 0; j < size; j++) {
      values.add(matrix[order[j]][order[j]]);
      for (int i = 0; i < size; i++) {
        sorted[i][j] = vectors[i][order[j]];
      }
    }
    return new Eigen(values, new Columns(sorted));
  }

  private static double offDiagonal(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += matrix[i][j] * matrix[i][j];
      }
    }
    return sum;
  }

  private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < matrix.length; k++) {
      double kp = matrix[k][p];
      double kq = matrix[k][q];
      matrix[k][p] = c * kp - s * kq;
      matrix[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < matrix.length; k++) {
      double pk = matrix[p][k];
      double qk = matrix[q][k];
      matrix[p][k] = c * pk - s * qk;
      matrix[q][k] = s * pk + c * qk;
      double vp = vectors[k][p];
      double vq = vectors[k][q];
      vectors[k][p] = c * vp - s * vq;
      vectors[k][q] = s * vp + c * vq;
    }
  }
}
