package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// A quarter of the gradient of the Kullback–Leibler divergence: exaggeration · attraction − repulsion / Z (van der Maaten 2014, equation 8).
///
/// The factor 4 is left out, as in openTSNE: learning rates are meant without it. Keeps its buffers; used by one thread at a time.
final class Gradient {
  private static final int POINTS_AT_ONCE = 128;

  private final double[] values;
  private final double[] sums;
  private double normalisation;

  Gradient(int count) {
    values = new double[2 * count];
    sums = new double[count];
  }

  /// Computes the gradient at `positions` (x0, y0, x1, y1, …, all finite). The array belongs to this object and is overwritten by the next call.
  double[] at(
      double[] positions, Affinities affinities, double exaggeration, Cancellation cancellation) {
    BarnesHutTree tree = BarnesHutTree.over(positions, BarnesHutTree.THETA);
    int count = tree.count();
    double[] attraction = new double[2 * count];
    Fork.blocks(
        (count + POINTS_AT_ONCE - 1) / POINTS_AT_ONCE,
        cancellation,
        block -> {
          double[] force = new double[2];
          int end = Math.min(count, (block + 1) * POINTS_AT_ONCE);
          for (int place = block * POINTS_AT_ONCE; place < end; place++) {
            int row = tree.row(place);
            sums[row] = tree.repulsion(place, values, 2 * row);
            Attraction.of(affinities, positions, row, force);
            attraction[2 * row] = force[0];
            attraction[2 * row + 1] = force[1];
          }
        });
    normalisation = 0;
    for (double sum : sums) {
      normalisation += sum;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = exaggeration * attraction[i] - values[i] / normalisation;
    }
    return values;
  }

  /// Z = Σ (1 + d²)⁻¹ over all ordered pairs, at the positions last asked for.
  double normalisation() {
    return normalisation;
  }
}
