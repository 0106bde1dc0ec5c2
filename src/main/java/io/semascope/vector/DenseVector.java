package io.semascope.vector;

import java.util.Arrays;

/// One immutable float32 vector. Sums run in double precision.
public final class DenseVector {
  private final float[] values;

  private DenseVector(float[] values) {
    this.values = values;
  }

  /// Copies `values`.
  public static DenseVector of(float... values) {
    return new DenseVector(values.clone());
  }

  public int dimension() {
    return values.length;
  }

  public float get(int dimension) {
    return values[dimension];
  }

  /// A copy of the values.
  public float[] toArray() {
    return values.clone();
  }

  /// The Euclidean length.
  public double norm() {
    return Math.sqrt(dot(this));
  }

  public double dot(DenseVector other) {
    requireSameDimension(other);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * other.values[i];
    }
    return sum;
  }

  /// The Euclidean distance.
  public double distance(DenseVector other) {
    requireSameDimension(other);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = (double) values[i] - other.values[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /// The same direction with length 1. Throws `IllegalArgumentException` for a vector of length 0 or with a value that is not finite.
  public DenseVector normalised() {
    double norm = norm();
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new IllegalArgumentException("no direction: the norm is " + norm);
    }
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] / norm);
    }
    return new DenseVector(scaled);
  }

  /// The first `dimension` values, not normalised again.
  public DenseVector head(int dimension) {
    return new DenseVector(Arrays.copyOf(values, dimension));
  }

  private void requireSameDimension(DenseVector other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "dimensions differ: " + values.length + " and " + other.values.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DenseVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "DenseVector(" + values.length + ")";
  }
}
