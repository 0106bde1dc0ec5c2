package io.semascope.projection.quality;

import io.semascope.projection.PlanarLayout;

/// Squared distances between the points of one map. Immutable.
final class MapDistances {
  /// Apart, because the compiler takes neighbouring values many at a time.
  private final float[] x;

  private final float[] y;

  MapDistances(PlanarLayout layout) {
    x = new float[layout.count()];
    y = new float[layout.count()];
    for (int row = 0; row < x.length; row++) {
      x[row] = layout.x(row);
      y[row] = layout.y(row);
    }
  }

  /// Writes those from `row` to all rows, and gives `target`.
  float[] from(int row, float[] target) {
    double fromX = x[row];
    double fromY = y[row];
    for (int other = 0; other < target.length; other++) {
      double dx = x[other] - fromX;
      double dy = y[other] - fromY;
      target[other] = (float) (dx * dx + dy * dy);
    }
    return target;
  }
}
