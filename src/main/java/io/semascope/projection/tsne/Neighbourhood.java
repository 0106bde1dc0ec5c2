package io.semascope.projection.tsne;

import io.semascope.projection.TooFewPoints;

/// The perplexity a run can really use on so many points.
///
/// @param perplexity at most (n − 1)/3 and at least 1
/// @param neighbours how many neighbours carry probability: ⌊3 · perplexity⌋ (van der Maaten 2014, section 4.1)
record Neighbourhood(double perplexity, int neighbours) {
  /// With fewer points not even a perplexity of 1 has its three neighbours.
  static final int FEWEST_POINTS = 4;

  /// Throws `TooFewPoints` below four points.
  static Neighbourhood of(double askedPerplexity, int count) {
    if (count < FEWEST_POINTS) {
      throw new TooFewPoints("t-SNE", count, FEWEST_POINTS);
    }
    double perplexity = Math.max(1, Math.min(askedPerplexity, (count - 1) / 3.0));
    return new Neighbourhood(perplexity, Math.min(count - 1, (int) (3 * perplexity)));
  }
}
