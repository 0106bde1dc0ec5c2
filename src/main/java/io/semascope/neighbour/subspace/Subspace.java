package io.semascope.neighbour.subspace;

import io.semascope.job.Cancellation;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.VectorBlock;
import java.util.List;

/// Directions that hold most of what tells rows apart, strongest first.
///
/// @param axes one direction per row, orthonormal but for rounding
/// @param skew the Frobenius norm of QᵀQ − I: how far the axes are from orthonormal
public record Subspace(VectorBlock axes, double skew) {
  /// Throws `JobCancelled` when asked to stop.
  public static Subspace of(List<float[]> axes, int dimension, Cancellation cancellation) {
    double squares = 0;
    for (int i = 0; i < axes.size(); i++) {
      cancellation.check();
      for (int j = 0; j <= i; j++) {
        double off = dot(axes.get(i), axes.get(j)) - (i == j ? 1 : 0);
        squares += (i == j ? 1 : 2) * off * off;
      }
    }
    return new Subspace(VectorBlock.copyOf(axes, dimension), Math.sqrt(squares));
  }

  /// Writes the coordinates of a row along the axes to the first values of `target`.
  public void project(float[] row, float[] target) {
    Kernel kernel = Kernels.best();
    for (int axis = 0; axis < axes.count(); axis++) {
      target[axis] = kernel.dot(row, axes, axis);
    }
  }

  /// The first `count` axes.
  public Subspace first(int count) {
    return new Subspace(axes.firstRows(count), skew);
  }

  /// a·b in float64, four sums side by side.
  public static double dot(float[] a, float[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i <= a.length - 4; i += 4) {
      sum0 += (double) a[i] * b[i];
      sum1 += (double) a[i + 1] * b[i + 1];
      sum2 += (double) a[i + 2] * b[i + 2];
      sum3 += (double) a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += (double) a[i] * b[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
