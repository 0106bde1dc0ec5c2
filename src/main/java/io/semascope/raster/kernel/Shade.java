package io.semascope.raster.kernel;

/// The colour of a pixel on which so many points of such a mean colour lie: the mean, mixed with black or white until it is as light as the number of points asks
/// for, which leaves the hue as it is.
///
/// Lightness is the luma of ITU-R BT.601, which runs nearly evenly to the eye because sRGB values are stored by a power close to that of CIE L*.
public final class Shade {
  /// On a pixel with fewer points than a lone point leaves on its own, 0.4, the ground shines through.
  static final float OPACITY_OF_A_POINT = 1 / 0.4f;

  /// A point is worth 256.
  static final float POINT = 1 / 256f;

  static final float RED = 0.299f;
  static final float GREEN = 0.587f;
  static final float BLUE = 0.114f;
  static final float WHITE = 255;

  /// A little above white, so that white itself divides by something.
  static final float ABOVE_WHITE = 255.001f;

  /// 2²³: added to a small number, it leaves the number, rounded, in the lowest bits.
  static final float ROUNDING = 0x1p23f;

  /// Numbers of points are looked up by their exponent and the first six bits of their fraction.
  private static final int LOW_BITS = 17;

  private static final int FIRST_STEP = Float.floatToRawIntBits(1) >>> LOW_BITS;

  /// So many steps reach 2²⁵ points, more than can lie on a pixel.
  public static final int STEPS = 64 * 25;

  private Shade() {}

  /// How many points a step of a table of lumas stands for, from 1.
  public static float countOf(int step) {
    return Float.intBitsToFloat(FIRST_STEP + step << LOW_BITS);
  }

  static int step(float count) {
    int step = (Float.floatToRawIntBits(count) >>> LOW_BITS) - FIRST_STEP;
    return Math.max(0, Math.min(STEPS - 1, step));
  }

  /// Premultiplied ARGB of a pixel.
  ///
  /// @param lumas for `STEPS` numbers of points, as `countOf` has them, 0…255
  /// @param count points on it, at least 0
  /// @param red the mean of their reds, 0…255; likewise the others
  public static int argb(float[] lumas, float count, float red, float green, float blue) {
    float wanted = lumas[step(count)];
    float luma = RED * red + GREEN * green + BLUE * blue;
    boolean darker = luma > wanted;
    float factor = darker ? wanted / luma : (WHITE - wanted) / (ABOVE_WHITE - luma);
    float alpha = Math.min(1, count * OPACITY_OF_A_POINT);
    float white = darker ? 0 : (WHITE - WHITE * factor) * alpha;
    factor *= alpha;
    return round(alpha * WHITE) << 24
        | channel(red, factor, white) << 16
        | channel(green, factor, white) << 8
        | channel(blue, factor, white);
  }

  /// A mean is at most 255 and a rounding error, which the cut takes away.
  private static int channel(float value, float factor, float white) {
    return round(value * factor + white);
  }

  private static int round(float value) {
    return Float.floatToRawIntBits(Math.min(WHITE, value) + ROUNDING) & 255;
  }
}
