package io.semascope.raster.stamp;

import io.semascope.corpus.picture.CategoryPalette.Shape;

/// What one kind of point looks like.
///
/// @param radius of a disc in pixels, above 0; the other shapes get about the same area; at most `LARGEST_RADIUS` is drawn
/// @param rgb its colour, `0xRRGGBB`
/// @param edgeRgb the colour of its outline, one pixel of `outline` wide; the same as `rgb` for none
/// @param outline width of the outline in pixels
public record PointStyle(Shape shape, double radius, int rgb, int edgeRgb, double outline) {
  /// A stamp of this radius and its outline still fits into a tile.
  public static final double LARGEST_RADIUS = 22;

  public PointStyle {
    if (!(radius > 0)) {
      throw new IllegalArgumentException("a radius of " + radius);
    }
    radius = Math.min(radius, LARGEST_RADIUS);
  }

  /// The same with an outline around it in another colour.
  public PointStyle outlined(double width, int outlineRgb) {
    return new PointStyle(shape, radius + width, rgb, outlineRgb, width);
  }
}
