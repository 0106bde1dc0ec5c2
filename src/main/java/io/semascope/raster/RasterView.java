package io.semascope.raster;

/// Where the plane lies under the pixels: pixel x = `originX` + x · `scale`, pixel y = `originY` − y · `scale`, because the plane's y points up.
///
/// @param scale pixels per unit of the plane, above 0
/// @param originX where the plane's x = 0 falls, in pixels
/// @param originY where the plane's y = 0 falls, in pixels
/// @param width of the picture in pixels, 1 to 16,384
/// @param height of the picture in pixels, 1 to 16,384
public record RasterView(double scale, double originX, double originY, int width, int height) {
  /// The longest side of a picture.
  public static final int LONGEST_SIDE = 16_384;

  public RasterView {
    if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
      throw new IllegalArgumentException("a picture of " + width + " × " + height);
    }
  }

  double x(float planeX) {
    return originX + planeX * scale;
  }

  double y(float planeY) {
    return originY - planeY * scale;
  }
}
