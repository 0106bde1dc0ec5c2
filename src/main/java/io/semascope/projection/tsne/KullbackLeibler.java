package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// How badly the picture shows the affinities: KL(P‖Q) = Σ p log(p / q), q = (1 + d²)⁻¹ / Z (van der Maaten & Hinton 2008, equation 2).
final class KullbackLeibler {
  private static final int ROWS_AT_ONCE = 128;

  private KullbackLeibler() {}

  /// In nats, for P without exaggeration. A relative error of Z is an absolute one of the result.
  ///
  /// @param normalisation Z = Σ (1 + d²)⁻¹ over all ordered pairs of these positions
  static double of(
      float[] positions, Affinities affinities, double normalisation, Cancellation cancellation) {
    int count = affinities.count();
    int blocks = (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    double[] logs = new double[blocks];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          int end = Math.min(count, (block + 1) * ROWS_AT_ONCE);
          for (int row = block * ROWS_AT_ONCE; row < end; row++) {
            logs[block] += weightedLogs(positions, affinities, row);
          }
        });
    double log = 0;
    for (double part : logs) {
      log += part;
    }
    return affinities.negativeEntropy() + log + Math.log(normalisation);
  }

  /// Σ_j p_ij log(1 + d_ij²).
  private static double weightedLogs(float[] positions, Affinities affinities, int row) {
    double sum = 0;
    for (int entry = affinities.start(row); entry < affinities.start(row + 1); entry++) {
      int other = affinities.column(entry);
      double dx = positions[2 * row] - positions[2 * other];
      double dy = positions[2 * row + 1] - positions[2 * other + 1];
      sum += affinities.value(entry) * Math.log(1 + dx * dx + dy * dy);
    }
    return sum;
  }
}
