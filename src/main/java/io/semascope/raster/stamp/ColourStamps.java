package io.semascope.raster.stamp;

import io.semascope.raster.kernel.PixelKernel;

/// The finished pictures of one kind of point at one opacity: premultiplied colours, outline and inside laid over each other, for each quarter-pixel position.
public final class ColourStamps {
  private final int half;
  private final long[][] lanes = new long[ShapeStamps.PHASES * ShapeStamps.PHASES][];
  private final int[] seen = new int[lanes.length];

  /// @param opacity in 0…255
  public ColourStamps(PointStyle style, int opacity) {
    ShapeStamps whole = new ShapeStamps(style.shape(), style.radius(), 0);
    boolean outlined = style.edgeRgb() != style.rgb();
    double inner = Math.max(0.5, style.radius() - style.outline());
    ShapeStamps inside = outlined ? new ShapeStamps(style.shape(), inner, whole.half()) : whole;
    half = whole.half();
    for (int phase = 0; phase < lanes.length; phase++) {
      lanes[phase] = new long[columns() * size() * PixelKernel.PIXELS];
      for (int at = 0; at < size() * size(); at++) {
        double under = outlined ? alpha(whole, phase, at, opacity) : 0;
        double over = alpha(inside, phase, at, opacity);
        long colour = lanes(style, over, under * (1 - over));
        lanes[phase][place(at % size(), at / size())] = colour;
        seen[phase] |= size() == 5 && colour != 0 ? 1 << at : 0;
      }
    }
  }

  private static double alpha(ShapeStamps stamps, int phase, int at, int opacity) {
    return (stamps.coverage(phase)[at] & 255) * opacity / (255.0 * 255.0);
  }

  /// Alpha, red, green and blue of 0…255 each in 16 bits, alpha highest.
  private static long lanes(PointStyle style, double ofColour, double ofEdge) {
    long lanes = Math.round(255 * (ofColour + ofEdge)) << 48;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double colour = style.rgb() >> shift & 255;
      double edge = style.edgeRgb() >> shift & 255;
      lanes |= Math.round(colour * ofColour + edge * ofEdge) << 2 * shift;
    }
    return lanes;
  }

  public int half() {
    return half;
  }

  public int size() {
    return 2 * half + 1;
  }

  /// How many columns of `PixelKernel.PIXELS` it takes.
  int columns() {
    return (size() + PixelKernel.PIXELS - 1) / PixelKernel.PIXELS;
  }

  /// Where the colour of a pixel stands in `lanes`: column after column of `PixelKernel.PIXELS`, each row by row, so that what is painted at once lies together.
  public int place(int x, int y) {
    return (x / PixelKernel.PIXELS * size() + y) * PixelKernel.PIXELS + x % PixelKernel.PIXELS;
  }

  /// Of a stamp of 5 × 5 pixels those that are not empty, a bit each, row by row from the lowest; of others nothing.
  public int seen(int phase) {
    return seen[phase];
  }

  /// Premultiplied colours, see `place`; nothing beside the stamp.
  public long[] lanes(int phase) {
    return lanes[phase];
  }
}
