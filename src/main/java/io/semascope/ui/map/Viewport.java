package io.semascope.ui.map;

import io.semascope.projection.PlaneExtent;

/// Which part of the plane is seen, and how large. Immutable.
///
/// @param centreX the plane's x in the middle of the view
/// @param centreY the plane's y in the middle of the view
/// @param scale pixels per unit of the plane, above 0
/// @param width of the view in pixels
/// @param height of the view in pixels
record Viewport(double centreX, double centreY, double scale, double width, double height) {
  private static final double MARGIN = 0.9;

  private static final PlaneExtent ANYTHING = new PlaneExtent(-1, -1, 1, 1);

  /// The view that shows all of this with a margin.
  static Viewport fitting(PlaneExtent extent, double width, double height) {
    PlaneExtent bounds = extent.isEmpty() ? ANYTHING : extent;
    double spanX = Math.max((double) bounds.maxX() - bounds.minX(), 1e-9);
    double spanY = Math.max((double) bounds.maxY() - bounds.minY(), 1e-9);
    double scale = MARGIN * Math.min(Math.max(width, 1) / spanX, Math.max(height, 1) / spanY);
    return new Viewport(
        ((double) bounds.minX() + bounds.maxX()) / 2,
        ((double) bounds.minY() + bounds.maxY()) / 2,
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
}
