package io.semascope.ui.map;

/// Which part of the plane is seen, and how large. Immutable.
///
/// @param centreX the plane's x in the middle of the view
/// @param centreY the plane's y in the middle of the view
/// @param scale pixels per unit of the plane, above 0
/// @param width of the view in pixels
/// @param height of the view in pixels
record Viewport(double centreX, double centreY, double scale, double width, double height) {
  private static final double MARGIN = 0.9;

  /// The view that shows all of these bounds with a margin.
  static Viewport fitting(Bounds bounds, double width, double height) {
    double spanX = Math.max(bounds.maxX() - bounds.minX(), 1e-9);
    double spanY = Math.max(bounds.maxY() - bounds.minY(), 1e-9);
    double scale = MARGIN * Math.min(Math.max(width, 1) / spanX, Math.max(height, 1) / spanY);
    return new Viewport(
        (bounds.minX() + bounds.maxX()) / 2,
        (bounds.minY() + bounds.maxY()) / 2,
        Double.isFinite(scale) && scale > 0 ? scale : 1,
        width,
        height);
  }

  double screenX(double x) {
    return width / 2 + (x - centreX) * scale;
  }

  /// The plane's y points up, the screen's down.
  double screenY(double y) {
    return height / 2 - (y - centreY) * scale;
  }

  double planeX(double screenX) {
    return centreX + (screenX - width / 2) / scale;
  }

  double planeY(double screenY) {
    return centreY - (screenY - height / 2) / scale;
  }

  /// Zooms so that what is under this pixel stays there.
  Viewport zoomedAt(double screenX, double screenY, double factor) {
    double next = Math.clamp(scale * factor, 1e-6, 1e9);
    double x = planeX(screenX);
    double y = planeY(screenY);
    return new Viewport(
        x - (screenX - width / 2) / next, y + (screenY - height / 2) / next, next, width, height);
  }

  Viewport moved(double pixelsX, double pixelsY) {
    return new Viewport(centreX - pixelsX / scale, centreY + pixelsY / scale, scale, width, height);
  }

  Viewport centredOn(double x, double y) {
    return new Viewport(x, y, scale, width, height);
  }

  Viewport resized(double newWidth, double newHeight) {
    return new Viewport(centreX, centreY, scale, newWidth, newHeight);
  }

  /// A view between this and another, for flying.
  ///
  /// @param part in [0, 1]
  Viewport towards(Viewport other, double part) {
    return new Viewport(
        centreX + (other.centreX - centreX) * part,
        centreY + (other.centreY - centreY) * part,
        scale * Math.pow(other.scale / scale, part),
        width,
        height);
  }

  /// The smallest rectangle around some positions, in the plane's units.
  record Bounds(double minX, double minY, double maxX, double maxY) {
    static Bounds of(MapScene scene) {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int row = 0; row < scene.count(); row++) {
        float x = scene.x(row);
        float y = scene.y(row);
        if (Float.isFinite(x) && Float.isFinite(y)) {
          minX = Math.min(minX, x);
          maxX = Math.max(maxX, x);
          minY = Math.min(minY, y);
          maxY = Math.max(maxY, y);
        }
      }
      return minX > maxX ? new Bounds(-1, -1, 1, 1) : new Bounds(minX, minY, maxX, maxY);
    }
  }
}
