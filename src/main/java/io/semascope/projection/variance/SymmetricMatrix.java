package io.semascope.projection.variance;

/// A symmetric matrix that is multiplied with vectors. Immutable; safe for use from any thread.
final class SymmetricMatrix {
  private final double[][] rows;

  /// @param rows given away by the caller
  SymmetricMatrix(double[][] rows) {
    this.rows = rows;
  }

  double trace() {
    double trace = 0;
    for (int i = 0; i < rows.length; i++) {
      trace += rows[i][i];
    }
    return trace;
  }

  /// A fresh array.
  double[] times(double[] vector) {
    double[] product = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      // By columns, which are the rows: additions of neighbouring elements need not wait for one
      // another.
      double[] column = rows[i];
      double factor = vector[i];
      for (int j = 0; j < product.length; j++) {
        product[j] += factor * column[j];
      }
    }
    return product;
  }

  /// A copy, in rows.
  double[][] toArray() {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
