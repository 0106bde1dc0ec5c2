package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// A quarter of the gradient of the Kullback–Leibler divergence: exaggeration · attraction − repulsion / Z (van der Maaten 2014, equation 8).
///
/// The factor 4 is left out, as in openTSNE: learning rates are meant without it. Keeps its buffers; used by one thread at a time.
final class Gradient {
  private static final int POINTS_AT_ONCE = 256;

  private final Repulsion repulsion;
  private final float[] values;

  Gradient(int count, Repulsion repulsion) {
    this.repulsion = repulsion;
    values = new float[2 * count];
  }

  /// Computes the gradient at `positions` (x0, y0, x1, y1, …, all finite). The array belongs to this object and is overwritten by the next call.
  float[] at(
      float[] positions, Affinities affinities, double exaggeration, Cancellation cancellation) {
    float pull = (float) exaggeration;
    float push = (float) (1 / repulsion.at(positions, values, cancellation));
    int count = affinities.count();
    Fork.blocks(
        (count + POINTS_AT_ONCE - 1) / POINTS_AT_ONCE,
        cancellation,
        block -> {
          Attraction attraction = Attraction.best();
          float[] force = new float[2];
          int end = Math.min(count, (block + 1) * POINTS_AT_ONCE);
          for (int row = block * POINTS_AT_ONCE; row < end; row++) {
            attraction.of(affinities, positions, row, force);
            values[2 * row] = pull * force[0] - push * values[2 * row];
            values[2 * row + 1] = pull * force[1] - push * values[2 * row + 1];
          }
        });
    return values;
  }
}
