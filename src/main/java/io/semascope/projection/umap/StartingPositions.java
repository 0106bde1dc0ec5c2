package io.semascope.projection.umap;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Umap;
import io.semascope.projection.variance.PrincipalAxes;
import io.semascope.vector.VectorBlock;

/// Where the points stand before the first epoch: within a square of side 10, with a little noise, so that equal vectors do not start at one place.
final class StartingPositions {
  /// Side of the square, as in umap-learn.
  private static final float SIDE = 10;

  private static final float NOISE = 1e-4f;

  /// Components stand at least this far apart, relative to the place a component has when all share the square evenly.
  private static final double CLOSEST = 0.25;

  private final VectorBlock block;
  private final Cancellation cancellation;

  StartingPositions(VectorBlock block, Cancellation cancellation) {
    this.block = block;
    this.cancellation = cancellation;
  }

  /// x0, y0, x1, y1, …
  float[] of(Umap method, FuzzyGraph graph, Components components) {
    float[] positions =
        switch (method.start()) {
          case PCA -> principal();
          case SPECTRAL ->
              components.count() == 1 && graph.count() >= LaplacianEigenvectors.FEWEST_POINTS
                  ? LaplacianEigenvectors.of(graph, cancellation)
                  : byComponent(graph, components);
        };
    double largest = largest(positions);
    float scale = largest > 0 ? (float) (SIDE / largest) : 0;
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          scale * positions[i] + NOISE * Draws.signed(Draws.mix(Draws.key(method.seed(), i)));
    }
    stretch(positions, 0);
    stretch(positions, 1);
    return positions;
  }

  private static double largest(float[] positions) {
    double largest = 0;
    for (float position : positions) {
      largest = Math.max(largest, Math.abs(position));
    }
    return largest;
  }

  /// From 0 to `SIDE` along one axis.
  private static void stretch(float[] positions, int axis) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = axis; i < positions.length; i += 2) {
      low = Math.min(low, positions[i]);
      high = Math.max(high, positions[i]);
    }
    float scale = high > low ? SIDE / (high - low) : 0;
    for (int i = axis; i < positions.length; i += 2) {
      positions[i] = scale * (positions[i] - low);
    }
  }

  private float[] principal() {
    PlanarLayout layout = PrincipalAxes.of(block, cancellation).layout(block, cancellation);
    return layout.toArray();
  }

  /// Every component where its mean stands on the principal axes of all, and its points around that on its own waves; on the principal axes where it has
  /// too few points for waves.
  private float[] byComponent(FuzzyGraph graph, Components components) {
    float[] principal = principal();
    float[] centres = centres(principal, components);
    float[] positions = new float[principal.length];
    for (int component = 0; component < components.count(); component++) {
      int[] rows = components.rows(component);
      float[] own =
          rows.length >= LaplacianEigenvectors.FEWEST_POINTS
              ? LaplacianEigenvectors.of(graph.among(rows), cancellation)
              : around(principal, rows, centres, component);
      double largest = largest(own);
      double scale = largest > 0 ? radius(centres, component) / largest : 0;
      for (int i = 0; i < own.length; i++) {
        positions[2 * rows[i / 2] + i % 2] =
            (float) (centres[2 * component + i % 2] + scale * own[i]);
      }
    }
    return positions;
  }

  private static float[] around(float[] principal, int[] rows, float[] centres, int component) {
    float[] own = new float[2 * rows.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = principal[2 * rows[i / 2] + i % 2] - centres[2 * component + i % 2];
    }
    return own;
  }

  private static float[] centres(float[] principal, Components components) {
    float[] centres = new float[2 * components.count()];
    for (int component = 0; component < components.count(); component++) {
      int[] rows = components.rows(component);
      for (int axis = 0; axis < 2; axis++) {
        double sum = 0;
        for (int row : rows) {
          sum += principal[2 * row + axis];
        }
        centres[2 * component + axis] = (float) (sum / rows.length);
      }
    }
    return centres;
  }

  /// Half the way to the nearest other centre (umap-learn), but no less than a quarter of the place that is there for each.
  private static double radius(float[] centres, int component) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centres.length; i += 2) {
      if (i != 2 * component) {
        nearest =
            Math.min(
                nearest,
                Math.hypot(
                    centres[i] - centres[2 * component],
                    centres[i + 1] - centres[2 * component + 1]));
      }
    }
    double place = largest(centres) / Math.sqrt(centres.length / 2.0);
    return nearest == Double.POSITIVE_INFINITY ? 1 : Math.max(nearest / 2, CLOSEST * place);
  }
}
