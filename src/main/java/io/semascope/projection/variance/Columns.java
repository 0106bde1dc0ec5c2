package io.semascope.projection.variance;

import java.util.Arrays;
import java.util.List;

/// Arithmetic with vectors in double precision, as iterations for eigenvectors need it.
final class Columns {
  private Columns() {}

  /// Takes from a vector its components along orthonormal directions and gives them. Twice, because one pass of Gram–Schmidt leaves rounding errors behind
  /// and two do not (Giraud et al. 2005).
  static double[] removeComponents(double[] vector, List<double[]> directions) {
    double[] components = new double[directions.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j < components.length; j++) {
        double[] direction = directions.get(j);
        double component = dot(vector, direction);
        components[j] += component;
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= component * direction[i];
        }
      }
    }
    return components;
  }

  /// The sum of vectors with weights, made a unit vector.
  static double[] combine(List<double[]> vectors, double[] weights) {
    double[] sum = new double[vectors.getFirst().length];
    for (int j = 0; j < vectors.size(); j++) {
      double[] vector = vectors.get(j);
      double weight = weights[j];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * vector[i];
      }
    }
    scale(sum, 1 / norm(sum));
    return sum;
  }

  static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  /// Four running sums, so that one addition need not wait for the one before it.
  static double dot(double[] a, double[] b) {
    return dot(a, b, 0);
  }

  /// Of the elements from `from` on.
  static double dot(double[] a, double[] b, int from) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /// The same direction or the opposite one, such that the element of largest absolute value (the first of equals) is positive; a fresh array.
  static double[] withFixedSign(double[] vector) {
    double largest = 0;
    for (double element : vector) {
      if (Math.abs(element) > Math.abs(largest)) {
        largest = element;
      }
    }
    double[] signed = vector.clone();
    if (largest < 0) {
      Arrays.setAll(signed, i -> -vector[i]);
    }
    return signed;
  }
}
