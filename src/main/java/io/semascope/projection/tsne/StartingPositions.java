package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.variance.PrincipalAxes;
import io.semascope.vector.VectorBlock;
import java.util.Random;

/// Where the points stand before the first step: on their principal axes, shrunk, so that the large shape of the space guides the picture
/// (Kobak & Berens 2019).
final class StartingPositions {
  /// Standard deviation along the first axis.
  private static final double SPREAD = 1e-4;

  /// Standard deviation of what is added at random, relative to `SPREAD`: equal vectors must not start at one place, where no force could part them.
  private static final double JITTER = 0.01;

  private StartingPositions() {}

  /// x0, y0, x1, y1, …
  static float[] of(VectorBlock block, long seed, Cancellation cancellation) {
    PrincipalAxes axes = PrincipalAxes.of(block, cancellation);
    PlanarLayout layout = axes.layout(block, cancellation);
    double deviation = Math.sqrt(axes.variance(0));
    double scale = deviation > 0 ? SPREAD / deviation : 0;
    Random random = new Random(seed);
    float[] positions = new float[2 * block.count()];
    for (int row = 0; row < block.count(); row++) {
      double x = scale * layout.x(row) + SPREAD * JITTER * random.nextGaussian();
      double y = scale * layout.y(row) + SPREAD * JITTER * random.nextGaussian();
      positions[2 * row] = (float) x;
      positions[2 * row + 1] = (float) y;
    }
    return positions;
  }
}
