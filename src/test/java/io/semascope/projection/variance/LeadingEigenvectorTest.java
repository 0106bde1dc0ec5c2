package io.semascope.projection.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LeadingEigenvectorTest {
  @Test
  void findsTheLargestElementOfADiagonalMatrix() {
    UnaryOperator<double[]> matrix =
        vector -> new double[] {vector[0], 5 * vector[1], 4.999 * vector[2]};
    LeadingEigenvector leading = LeadingEigenvector.of(matrix, 3, List.of());
    assertEquals(5, leading.value(), 1e-12);
    assertEquals(1, Math.abs(leading.vector()[1]), 1e-12);
  }

  @Test
  void findsTheNextOneAmongTheDirectionsLeft() {
    UnaryOperator<double[]> matrix = vector -> new double[] {7 * vector[0], 3 * vector[1]};
    LeadingEigenvector next = LeadingEigenvector.of(matrix, 2, List.of(new double[] {1, 0}));
    assertEquals(3, next.value(), 1e-12);
    assertEquals(1, Math.abs(next.vector()[1]), 1e-12);
  }

  @Test
  void aMultipleEigenvalueIsFoundAsOftenAsItOccurs() {
    LeadingEigenvector first = LeadingEigenvector.of(vector -> vector.clone(), 6, List.of());
    LeadingEigenvector second =
        LeadingEigenvector.of(vector -> vector.clone(), 6, List.of(first.vector()));
    assertEquals(1, first.value(), 1e-12);
    assertEquals(1, second.value(), 1e-12);
    assertEquals(0, dot(first.vector(), second.vector()), 1e-12);
  }

  /// A start that is mostly of the many directions in which nothing varies once let the first vector creep back in.
  @Test
  void theNextOneStaysOrthogonalAmongManyEmptyDirections() {
    int dimension = 4000;
    UnaryOperator<double[]> matrix =
        vector -> {
          double[] image = new double[dimension];
          for (int i = 0; i < 20; i++) {
            image[i] = (240 - i) * vector[i];
          }
          return image;
        };
    LeadingEigenvector first = LeadingEigenvector.of(matrix, dimension, List.of());
    LeadingEigenvector second = LeadingEigenvector.of(matrix, dimension, List.of(first.vector()));
    assertEquals(240, first.value(), 1e-8);
    assertEquals(239, second.value(), 1e-8);
    assertEquals(1, Math.abs(second.vector()[1]), 1e-8);
  }

  @Test
  void theZeroMatrixHasTheEigenvalueZero() {
    assertEquals(
        0,
        LeadingEigenvector.of(vector -> new double[vector.length], 4, List.of()).value(),
        1e-300);
  }

  /// T with 2 on the diagonal and 1 beside it has λ = 2 + 2 cos(π / (n + 1)) and a sine as its vector.
  @Test
  void agreesWithTheFormulaForATridiagonalMatrix() {
    int size = 50;
    double[] diagonal = new double[size];
    double[] offDiagonal = new double[size];
    java.util.Arrays.fill(diagonal, 2);
    java.util.Arrays.fill(offDiagonal, 1);
    LeadingEigenvector leading = LeadingEigenvector.ofTridiagonal(diagonal, offDiagonal, size);
    double angle = Math.PI / (size + 1);
    assertEquals(2 + 2 * Math.cos(angle), leading.value(), 1e-14);
    double scale = Math.sqrt(2.0 / (size + 1));
    for (int i = 0; i < size; i++) {
      assertEquals(scale * Math.sin((i + 1) * angle), leading.vector()[i], 1e-10);
    }
  }

  @Test
  void leavesNoResidualAndNoDirectionIsLarger() {
    for (long seed = 1; seed <= 5; seed++) {
      int dimension = 40;
      double[][] symmetric = covariance(dimension, seed);
      UnaryOperator<double[]> matrix = vector -> times(symmetric, vector);
      LeadingEigenvector leading = LeadingEigenvector.of(matrix, dimension, List.of());
      double[] image = matrix.apply(leading.vector());
      for (int i = 0; i < dimension; i++) {
        assertEquals(
            leading.value() * leading.vector()[i],
            image[i],
            1e-10 * leading.value(),
            "seed " + seed);
      }
      assertTrue(
          leading.value() >= powerIteration(matrix, dimension) * (1 - 1e-12), "seed " + seed);
    }
  }

  private static double powerIteration(UnaryOperator<double[]> matrix, int dimension) {
    double[] vector = new double[dimension];
    java.util.Arrays.fill(vector, 1);
    double value = 0;
    for (int i = 0; i < 5000; i++) {
      vector = matrix.apply(vector);
      value = Math.sqrt(dot(vector, vector));
      for (int j = 0; j < dimension; j++) {
        vector[j] /= value;
      }
    }
    return value;
  }

  private static double[][] covariance(int dimension, long seed) {
    Random random = new Random(seed);
    double[][] symmetric = new double[dimension][dimension];
    for (int sample = 0; sample < 2 * dimension; sample++) {
      double[] row = random.doubles(dimension).toArray();
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          symmetric[i][j] += row[i] * row[j];
        }
      }
    }
    return symmetric;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] image = new double[vector.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = dot(matrix[i], vector);
    }
    return image;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
