package io.semascope.raster.index;

/// A rectangle of the plane, edges included.
public record PlaneBox(double minX, double minY, double maxX, double maxY) {
  /// The square of this half side around a place.
  public static PlaneBox around(double x, double y, double radius) {
    return new PlaneBox(x - radius, y - radius, x + radius, y + radius);
  }

  boolean contains(double x, double y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }
}
