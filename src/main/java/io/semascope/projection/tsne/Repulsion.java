package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;

/// The push of all points on each: Σ_j (1 + d_ij²)⁻² (y_i − y_j), and Z = Σ (1 + d²)⁻¹ over all ordered pairs (van der Maaten 2014, equation 8, second
/// term). Keeps its buffers; used by one thread at a time.
sealed interface Repulsion permits TreeRepulsion, InterpolatedRepulsion {
  /// Writes the force on row i to `forces[2i]` and `forces[2i + 1]` and gives Z.
  ///
  /// @param positions x0, y0, x1, y1, …, all finite
  double at(float[] positions, float[] forces, Cancellation cancellation);
}
