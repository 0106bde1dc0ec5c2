package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// How badly the picture shows the affinities: KL(P‖Q) = Σ p log(p / q), q = (1 + d²)⁻¹ / Z (van der Maaten & Hinton 2008, equation 2).
final class KullbackLeibler {
  /// Finer than for the forces, because the divergence feels every error of Z.
  private static final double THETA = 0.2;

  private static final int ROWS_AT_ONCE = 128;

  private KullbackLeibler() {}

  /// In nats, for P without exaggeration. Z comes from the tree, so the result is off by the relative error of Z, at most 0.005.
  static double of(double[] positions, Affinities affinities, Cancellation cancellation) {
    BarnesHutTree tree = BarnesHutTree.over(positions, THETA);
    int count = tree.count();
    int blocks = (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    double[] logs = new double[blocks];
    double[] sums = new double[blocks];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          double[] force = new double[2];
          int end = Math.min(count, (block + 1) * ROWS_AT_ONCE);
          for (int place = block * ROWS_AT_ONCE; place < end; place++) {
            sums[block] += tree.repulsion(place, force, 0);
            logs[block] += weightedLogs(positions, affinities, tree.row(place));
          }
        });
    double log = 0;
    double normalisation = 0;
    for (int block = 0; block < blocks; block++) {
      log += logs[block];
      normalisation += sums[block];
    }
    return affinities.negativeEntropy() + log + Math.log(normalisation);
  }

  /// Σ_j p_ij log(1 + d_ij²).
  private static double weightedLogs(double[] positions, Affinities affinities, int row) {
    double sum = 0;
    for (int entry = affinities.start(row); entry < affinities.start(row + 1); entry++) {
      int other = affinities.column(entry);
      double dx = positions[2 * row] - positions[2 * other];
      double dy = positions[2 * row + 1] - positions[2 * other + 1];
      sum += affinities.value(entry) * Math.log1p(dx * dx + dy * dy);
    }
    return sum;
  }
}
