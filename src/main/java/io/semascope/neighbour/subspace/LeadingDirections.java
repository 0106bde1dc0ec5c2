package io.semascope.neighbour.subspace;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The directions of largest variance, nearly, by orthogonal iteration on the covariance (Golub and Van Loan, Matrix Computations, 4th ed.,
/// section 8.2.4). Any orthonormal directions would be right here; better ones only make the scan faster, so three rounds do.
public final class LeadingDirections {
  private static final int ROUNDS = 3;
  private static final long SEED = 1;

  private LeadingDirections() {}

  /// `count` directions, strongest first, of rows less their mean. Throws `JobCancelled` when asked to stop.
  public static Subspace of(VectorBlock centred, int count, Cancellation cancellation) {
    int dimension = centred.dimension();
    VectorBlock covariance = covariance(centred, cancellation);
    Kernel kernel = Kernels.best();
    List<float[]> directions = random(count, dimension);
    for (int round = 0; round < ROUNDS; round++) {
      Fork.blocks(
          count,
          cancellation,
          axis -> {
            float[] before = directions.get(axis);
            float[] image = new float[dimension];
            for (int i = 0; i < dimension; i++) {
              image[i] = kernel.dot(before, covariance, i);
            }
            directions.set(axis, image);
          });
      orthonormalise(directions, cancellation);
    }
    return Subspace.of(directions, dimension, cancellation);
  }

  private static List<float[]> random(int count, int dimension) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<float[]> directions = new ArrayList<>();
    for (int axis = 0; axis < count; axis++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) random.nextGaussian();
      }
      directions.add(values);
    }
    return directions;
  }

  private static VectorBlock covariance(VectorBlock centred, Cancellation cancellation) {
    int dimension = centred.dimension();
    int count = centred.count();
    MemorySegment turned = VectorBlock.allocate(dimension, count);
    for (int row = 0; row < count; row++) {
      cancellation.check();
      for (int i = 0; i < dimension; i++) {
        turned.set(
            VectorBlock.ELEMENT, ((long) i * count + row) * Float.BYTES, centred.get(row, i));
      }
    }
    VectorBlock columns = VectorBlock.wrap(turned, dimension, count);
    MemorySegment products = VectorBlock.allocate(dimension, dimension);
    Fork.blocks(
        dimension,
        cancellation,
        i -> {
          for (int j = 0; j < dimension; j++) {
            float product = Kernels.best().dot(columns, i, columns, j) / count;
            products.set(VectorBlock.ELEMENT, ((long) i * dimension + j) * Float.BYTES, product);
          }
        });
    return VectorBlock.wrap(products, dimension, dimension);
  }

  /// Gram and Schmidt, each direction twice, which is enough (Giraud et al., 2005).
  private static void orthonormalise(List<float[]> directions, Cancellation cancellation) {
    for (int axis = 0; axis < directions.size(); axis++) {
      cancellation.check();
      float[] values = directions.get(axis);
      scale(values);
      for (int pass = 0; pass < 2; pass++) {
        for (int before = 0; before < axis; before++) {
          float[] other = directions.get(before);
          float share = (float) Subspace.dot(values, other);
          for (int i = 0; i < values.length; i++) {
            values[i] -= share * other[i];
          }
        }
        scale(values);
      }
    }
  }

  /// To length 1; a direction without length stays as it is and adds nothing but skew.
  private static void scale(float[] values) {
    double length = Math.sqrt(Subspace.dot(values, values));
    if (length > 0) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] / length);
      }
    }
  }
}
