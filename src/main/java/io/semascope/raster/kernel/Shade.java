package io.semascope.raster.kernel;

/// The colour of a pixel on which so many points of such a mean colour lie: the mean, mixed with black or white until it is as light as the number of points asks
/// for, which leaves the hue as it is. Immutable.
///
/// Lightness is the luma of ITU-R BT.601, which runs nearly evenly to the eye because sRGB values are stored by a power close to that of CIE L*.
public final class Shade {
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

  /// What is behind, premultiplied, 0…255 each.
  final float alpha;

  final float red;
  final float green;
  final float blue;

  /// By how much the opacity of a pixel grows with every point on it.
  final float opacityOfAPoint;

  private final float[] lumas;

  /// @param lumas for `STEPS` numbers of points, as `countOf` has them, 0…255; not copied
  /// @param covering from so many points on a pixel is opaque, above 0; on one with fewer the ground shines through
  /// @param background premultiplied ARGB of what is seen there
  public Shade(float[] lumas, float covering, int background) {
    this.lumas = lumas;
    opacityOfAPoint = 1 / covering;
    alpha = background >>> 24;
    red = background >> 16 & 255;
    green = background >> 8 & 255;
    blue = background & 255;
  }

  /// How many points a step of a table of lumas stands for, from 1.
  public static float countOf(int step) {
    return Float.intBitsToFloat(FIRST_STEP + step << LOW_BITS);
  }

  static int step(float count) {
    int step = (Float.floatToRawIntBits(count) >>> LOW_BITS) - FIRST_STEP;
    return Math.max(0, Math.min(STEPS - 1, step));
  }

  /// How light a pixel with so many points is.
  float luma(float count) {
    return lumas[step(count)];
  }

  /// Premultiplied ARGB of a pixel.
  ///
  /// @param count points on it, at least 0
  /// @param meanRed the mean of their reds, 0…255; likewise the others
  public int argb(float count, float meanRed, float meanGreen, float meanBlue) {
    float wanted = luma(count);
    float luma = RED * meanRed + GREEN * meanGreen + BLUE * meanBlue;
    boolean darker = luma > wanted;
    float factor = darker ? wanted / luma : (WHITE - wanted) / (ABOVE_WHITE - luma);
    float opacity = Math.min(1, count * opacityOfAPoint);
    float light = 1 - opacity;
    float white = darker ? 0 : (WHITE - WHITE * factor) * opacity;
    factor *= opacity;
    return round(opacity * WHITE + light * alpha) << 24
        | round(meanRed * factor + white + light * red) << 16
        | round(meanGreen * factor + white + light * green) << 8
        | round(meanBlue * factor + white + light * blue);
  }

  /// A channel is at most 255 and a rounding error, which the cut takes away.
  private static int round(float value) {
    return Float.floatToRawIntBits(Math.min(WHITE, value) + ROUNDING) & 255;
  }
}
