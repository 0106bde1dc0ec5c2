package io.semascope.projection.tsne;

/// How wide the Gaussian around one point must be for its neighbours to have a given perplexity (van der Maaten & Hinton 2008, equation 1).
final class Bandwidth {
  /// Of the entropy, in nats: openTSNE stops at 1e-8 too.
  private static final double TOLERANCE = 1e-8;

  private static final int MOST_HALVINGS = 200;

  private Bandwidth() {}

  /// Writes p(j|i) ∝ exp(−β d²) for all j, with β such that their entropy is log(perplexity), found by bisection. Where equal distances leave no such β
  /// the nearest possible entropy is taken.
  ///
  /// @param squaredDistances d² in ascending order; probabilities come back in the same order and sum to 1
  /// @return the β of these probabilities
  static double probabilities(
      double[] squaredDistances, double perplexity, double[] probabilities) {
    double wanted = Math.log(perplexity);
    double nearest = squaredDistances[0];
    double spread = squaredDistances[squaredDistances.length - 1] - nearest;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = spread > 0 ? 1 / spread : 1;
    double used = beta;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double entropy = entropy(squaredDistances, beta, probabilities);
      used = beta;
      if (Math.abs(entropy - wanted) <= TOLERANCE) {
        break;
      }
      if (entropy > wanted) {
        low = beta;
        beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
      } else {
        high = beta;
        beta = (low + high) / 2;
      }
      if (!(beta > low && beta < high)) {
        break;
      }
    }
    return used;
  }

  /// Writes the probabilities and gives their entropy, Σ −p log p = log Σ e^(−βδ) + β Σ p δ, with δ the distance beyond the nearest.
  private static double entropy(double[] squaredDistances, double beta, double[] probabilities) {
    double nearest = squaredDistances[0];
    double sum = 0;
    double weighted = 0;
    for (int j = 0; j < squaredDistances.length; j++) {
      double beyond = squaredDistances[j] - nearest;
      double weight = Math.exp(-beta * beyond);
      probabilities[j] = weight;
      sum += weight;
      weighted += weight * beyond;
    }
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] /= sum;
    }
    return Math.log(sum) + beta * weighted / sum;
  }
}
