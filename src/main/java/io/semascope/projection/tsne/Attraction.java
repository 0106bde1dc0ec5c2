package io.semascope.projection.tsne;

/// The pull of a point's neighbours: Σ_j p_ij (1 + d_ij²)⁻¹ (y_i − y_j) (van der Maaten 2014, equation 8, first term).
final class Attraction {
  private Attraction() {}

  /// Writes the sum over the neighbours of `row` to `force[0]` and `force[1]`.
  static void of(Affinities affinities, float[] positions, int row, float[] force) {
    float x = positions[2 * row];
    float y = positions[2 * row + 1];
    float forceX = 0;
    float forceY = 0;
    int end = affinities.start(row + 1);
    for (int entry = affinities.start(row); entry < end; entry++) {
      int other = affinities.column(entry);
      float dx = x - positions[2 * other];
      float dy = y - positions[2 * other + 1];
      float pull = affinities.value(entry) / (1 + dx * dx + dy * dy);
      forceX += pull * dx;
      forceY += pull * dy;
    }
    force[0] = forceX;
    force[1] = forceY;
  }
}
