package io.semascope.projection;

/// The smallest upright rectangle around some positions, in the units of their layout; of none at all, one whose least is above its greatest.
public record PlaneExtent(float minX, float minY, float maxX, float maxY) {
  private static final PlaneExtent NOTHING =
      new PlaneExtent(
          Float.POSITIVE_INFINITY,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.NEGATIVE_INFINITY);

  /// @param coordinates x0, y0, x1, y1, …; pairs that are not finite are left out
  static PlaneExtent of(float[] coordinates) {
    float minX = NOTHING.minX;
    float minY = NOTHING.minY;
    float maxX = NOTHING.maxX;
    float maxY = NOTHING.maxY;
    for (int i = 0; i < coordinates.length; i += 2) {
      float x = coordinates[i];
      float y = coordinates[i + 1];
      if (Float.isFinite(x) && Float.isFinite(y)) {
        minX = Math.min(minX, x);
        maxX = Math.max(maxX, x);
        minY = Math.min(minY, y);
        maxY = Math.max(maxY, y);
      }
    }
    return new PlaneExtent(minX, minY, maxX, maxY);
  }

  /// The smallest rectangle around this one and a place; this one when the place is not finite.
  public PlaneExtent with(float x, float y) {
    return Float.isFinite(x) && Float.isFinite(y)
        ? new PlaneExtent(
            Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y))
        : this;
  }

  /// Whether no position was in it.
  public boolean isEmpty() {
    return minX > maxX;
  }
}
