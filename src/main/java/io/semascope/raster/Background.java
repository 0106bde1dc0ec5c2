package io.semascope.raster;

/// What the points are drawn on.
///
/// @param argb its premultiplied colour, which becomes part of the picture; 0 leaves the picture transparent. An opaque one spares the toolkit the blending of
///     each pixel, which without a graphics card takes longer than drawing the points.
/// @param dark whether it is dark, so that the densest place is the lightest
/// @param inkRgb the colour of writing on it, `0xRRGGBB`
public record Background(int argb, boolean dark, int inkRgb) {
  /// Opaque white with black writing.
  public static Background white() {
    return new Background(0xFFFFFFFF, false, 0);
  }

  /// Its colour as `PixelKernel` has colours.
  long lanes() {
    return lanes(argb);
  }

  /// Alpha, red, green and blue in 16 bits each.
  static long lanes(int argb) {
    return (argb & 0xFF000000L) << 24
        | (argb & 0xFF0000L) << 16
        | (argb & 0xFF00L) << 8
        | argb & 0xFFL;
  }
}
