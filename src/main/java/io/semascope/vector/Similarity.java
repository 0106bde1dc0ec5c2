package io.semascope.vector;

/// How two vectors are compared. Values are always the raw ones, never rescaled.
public enum Similarity {
  /// a·b / (|a||b|) in [−1, 1]; larger is nearer.
  COSINE(true),
  /// a·b, unbounded; larger is nearer.
  DOT(true),
  /// |a − b|, at least 0; smaller is nearer.
  EUCLIDEAN(false);

  private final boolean largerIsNearer;

  Similarity(boolean largerIsNearer) {
    this.largerIsNearer = largerIsNearer;
  }

  public boolean largerIsNearer() {
    return largerIsNearer;
  }

  /// The raw value between two vectors of the same dimension. Sums in double precision; a cosine that rounding carried past ±1 is set to ±1. NaN when the
  /// cosine is asked and a norm is zero.
  public double between(DenseVector a, DenseVector b) {
    return switch (this) {
      case COSINE -> Math.clamp(a.dot(b) / (a.norm() * b.norm()), -1.0, 1.0);
      case DOT -> a.dot(b);
      case EUCLIDEAN -> a.distance(b);
    };
  }
}
