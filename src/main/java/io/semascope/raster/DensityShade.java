package io.semascope.raster;

import io.semascope.raster.kernel.PixelKernel;
import io.semascope.raster.kernel.Shade;
import io.semascope.raster.kernel.Shading;

/// What a number of points on one pixel looks like: the hue is that of the category, the lightness falls (on a light ground) or rises (on a dark one) evenly
/// with the logarithm of the number, whatever the hue. The fewer points share a pixel at most, the more a lone one stands out. Immutable.
public final class DensityShade {
  /// The lightness of a lone point among others that lie so dense that a hundred or more share a pixel: little, so that these stand out.
  private static final float LIGHT_FIRST = 196;

  private static final float DARK_FIRST = 108;

  /// The same where hardly two share one: enough to be found.
  private static final float LIGHT_LONE = 112;

  private static final float DARK_LONE = 176;
  private static final float LIGHT_LAST = 38;
  private static final float DARK_LAST = 246;

  /// What a lone point leaves on the pixel it stands on, at least; with so many a pixel is opaque, or already with what it leaves on the pixels beside that.
  private static final float WHOLE = 0.4f;

  private static final float BESIDE = 0.1f;
  private static final double CROWD = 100;

  private final Shade shade;

  /// @param top how many points on one pixel have the strongest shade, at least 1
  /// @param background what is seen where points let light through
  public DensityShade(int top, Background background) {
    boolean dark = background.dark();
    float crowded = (float) Math.min(1, Math.log(Math.max(1, top)) / Math.log(CROWD));
    float first =
        dark ? between(DARK_LONE, DARK_FIRST, crowded) : between(LIGHT_LONE, LIGHT_FIRST, crowded);
    float last = dark ? DARK_LAST : LIGHT_LAST;
    shade =
        new Shade(
            new Shade.Tones(first, last, top), between(BESIDE, WHOLE, crowded), background.argb());
  }

  private static float between(float none, float all, float part) {
    return none + (all - none) * part;
  }

  /// The smallest 1, 2 or 5 times a power of ten that is not below `most`; at least 2, so that there is a scale.
  public static int topFor(float most) {
    int power = 1;
    while (power < 1_000_000_000) {
      for (int digit : new int[] {1, 2, 5}) {
        if (power * digit >= Math.max(2, most)) {
          return power * digit;
        }
      }
      power *= 10;
    }
    return power;
  }

  /// Premultiplied ARGB of a pixel.
  ///
  /// @param count points on it, at least 0
  /// @param rgb the mean of their colours, `0xRRGGBB`
  public int argb(float count, int rgb) {
    return argb(count, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /// Premultiplied ARGB of a pixel.
  ///
  /// @param count points on it, at least 0
  /// @param red the mean of their reds, 0…255; likewise the others
  int argb(float count, float red, float green, float blue) {
    return shade.argb(count, red, green, blue);
  }

  /// Shades a row of counted pixels, see `PixelKernel.shade`.
  float shade(PixelKernel kernel, long[] sums, int at, Shading shading) {
    return kernel.shade(sums, at, shade, shading);
  }
}
