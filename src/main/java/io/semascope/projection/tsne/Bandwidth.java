package io.semascope.projection.tsne;

import java.util.Arrays;

/// How wide the Gaussian around one point must be for its neighbours to have a given perplexity (van der Maaten & Hinton 2008, equation 1).
final class Bandwidth {
  /// Of the entropy, in nats: openTSNE stops at 1e-8 too.
  private static final double TOLERANCE = 1e-8;

  private static final int MOST_STEPS = 200;

  /// Of log β: far from the answer the slope says little.
  private static final double LONGEST_STEP = 1.5;

  /// e to the power of its negative is 0 in double precision.
  private static final double NOTHING_LEFT = 750;

  private Bandwidth() {}

  /// Writes p(j|i) ∝ exp(−β d²) for all j, with β such that their entropy is log(perplexity), found by Newton's steps in log β between two that are known to
  /// be too small and too large. Where equal distances leave no such β the nearest possible entropy is taken.
  ///
  /// @param squaredDistances d² in ascending order; probabilities come back in the same order and sum to 1
  /// @return the β of these probabilities
  static double probabilities(
      double[] squaredDistances, double perplexity, double[] probabilities) {
    double wanted = Math.log(perplexity);
    double nearest = squaredDistances[0];
    int ties = 1;
    while (ties < squaredDistances.length && squaredDistances[ties] == nearest) {
      ties++;
    }
    if (Math.log(ties) >= wanted) {
      return amongTies(squaredDistances, ties, probabilities);
    }
    double spread = squaredDistances[squaredDistances.length - 1] - nearest;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = spread > 0 ? 1 / spread : 1;
    double used = beta;
    for (int step = 0; step < MOST_STEPS; step++) {
      Entropy entropy = entropy(squaredDistances, beta, probabilities);
      used = beta;
      double beyond = entropy.value - wanted;
      if (Math.abs(beyond) <= TOLERANCE) {
        break;
      }
      low = beyond > 0 ? beta : low;
      high = beyond > 0 ? high : beta;
      double next =
          beta * Math.exp(Math.clamp(-beyond / entropy.slope, -LONGEST_STEP, LONGEST_STEP));
      if (!(next > low && next < high)) {
        next = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
      }
      if (!(next > low && next < high)) {
        break;
      }
      beta = next;
    }
    return used;
  }

  /// So many are equally near that no β has an entropy as low as is wanted: they share all probability.
  private static double amongTies(double[] squaredDistances, int ties, double[] probabilities) {
    Arrays.fill(probabilities, 0, ties, 1.0 / ties);
    Arrays.fill(probabilities, ties, probabilities.length, 0);
    return ties == squaredDistances.length
        ? 1
        : NOTHING_LEFT / (squaredDistances[ties] - squaredDistances[0]);
  }

  /// @param slope how it changes with log β
  private record Entropy(double value, double slope) {}

  /// Writes the probabilities and gives their entropy, Σ −p log p = log Σ e^(−βδ) + β Σ p δ, with δ the distance beyond the nearest; it falls with log β by
  /// β² times the variance of δ under p.
  private static Entropy entropy(double[] squaredDistances, double beta, double[] probabilities) {
    double nearest = squaredDistances[0];
    double sum = 0;
    double weighted = 0;
    double squares = 0;
    for (int j = 0; j < squaredDistances.length; j++) {
      double beyond = squaredDistances[j] - nearest;
      double weight = Math.exp(-beta * beyond);
      probabilities[j] = weight;
      sum += weight;
      weighted += weight * beyond;
      squares += weight * beyond * beyond;
    }
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] /= sum;
    }
    double mean = weighted / sum;
    double variance = squares / sum - mean * mean;
    return new Entropy(Math.log(sum) + beta * mean, -beta * beta * variance);
  }
}
