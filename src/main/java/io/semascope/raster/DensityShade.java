package io.semascope.raster;

/// What a number of points on one pixel looks like: the hue is that of the category, the lightness falls (on a light ground) or rises (on a dark one) evenly
/// with the logarithm of the number, whatever the hue. Immutable.
///
/// Lightness is the luma of ITU-R BT.601, which runs nearly evenly to the eye because sRGB values are stored by a power close to that of CIE L*.
public final class DensityShade {
  private static final float LIGHT_FIRST = 196;
  private static final float LIGHT_LAST = 38;
  private static final float DARK_FIRST = 108;
  private static final float DARK_LAST = 246;

  /// On a pixel with fewer points than a lone point leaves on its own, the ground shines through.
  private static final float OPAQUE_FROM = 0.4f;

  private static final int STEPS_PER_DOUBLING = 64;
  private static final int FIRST_STEP = Float.floatToRawIntBits(1) >>> 17;

  private final float[] lumas;
  private final float first;

  /// @param top how many points on one pixel have the strongest shade, at least 1
  public DensityShade(int top, boolean dark) {
    first = dark ? DARK_FIRST : LIGHT_FIRST;
    float last = dark ? DARK_LAST : LIGHT_LAST;
    lumas = new float[STEPS_PER_DOUBLING * 25];
    for (int step = 0; step < lumas.length; step++) {
      double count = Float.intBitsToFloat(FIRST_STEP + step << 17);
      double part = top <= 1 ? 0 : Math.min(1, Math.log(count) / Math.log(top));
      lumas[step] = (float) (first + (last - first) * part);
    }
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

  private float luma(float count) {
    if (!(count > 1)) {
      return first;
    }
    int step = (Float.floatToRawIntBits(count) >>> 17) - FIRST_STEP;
    return lumas[Math.min(step, lumas.length - 1)];
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
    float luma = 0.299f * red + 0.587f * green + 0.114f * blue;
    float wanted = luma(count);
    // Darker by mixing with black, lighter by mixing with white: both leave the hue as it is.
    float factor;
    float white = 0;
    if (luma > wanted) {
      factor = wanted / luma;
    } else {
      factor = (255 - wanted) / (255.001f - luma);
      white = 255 - 255 * factor;
    }
    if (count >= OPAQUE_FROM) {
      return 0xFF000000
          | channel(red, factor, white) << 16
          | channel(green, factor, white) << 8
          | channel(blue, factor, white);
    }
    float alpha = count / OPAQUE_FROM;
    factor *= alpha;
    white *= alpha;
    return (int) (alpha * 255 + 0.5f) << 24
        | channel(red, factor, white) << 16
        | channel(green, factor, white) << 8
        | channel(blue, factor, white);
  }

  /// A mean is at most 255 and a rounding error, which the cut takes away.
  private static int channel(float value, float factor, float white) {
    return Math.min(255, (int) (value * factor + white + 0.5f));
  }
}
