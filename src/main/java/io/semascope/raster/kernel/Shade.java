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

  /// The logarithm to the base 2 of a fraction 1 + f is f + f (1 − f) (a + b f + c f²) to 0.00012: least squares, weighted until the largest errors are alike, and
  /// exact at both ends.
  static final float A = 0.43872572f;

  static final float B = -0.23905812f;
  static final float C = 0.08213058f;
  static final int EXPONENT_AT = 23;
  static final int EXPONENT_OF_ONE = 127;
  static final int FRACTION = (1 << EXPONENT_AT) - 1;
  static final int ONE = EXPONENT_OF_ONE << EXPONENT_AT;

  /// A little above white, so that white itself divides by something.
  static final float ABOVE_WHITE = 255.001f;

  /// 2²³: added to a small number, it leaves the number, rounded, in the lowest bits.
  static final float ROUNDING = 0x1p23f;

  /// What is behind, premultiplied, 0…255 each.
  final float alpha;

  final float red;
  final float green;
  final float blue;

  /// By how much the opacity of a pixel grows with every point on it.
  final float opacityOfAPoint;

  /// How light a lone point is, and what is added to that up to the strongest shade.
  final float lone;

  final float rise;

  /// Which part of the way to the strongest shade each doubling of the points takes.
  final float partOfADoubling;

  /// How light a pixel is, 0…255: evenly from one point to `top` points with the logarithm of the number.
  ///
  /// @param lone with one point or less
  /// @param strongest with `top` points or more
  public record Tones(float lone, float strongest, int top) {}

  /// @param covering from so many points on a pixel is opaque, above 0; on one with fewer the ground shines through
  /// @param background premultiplied ARGB of what is seen there
  public Shade(Tones tones, float covering, int background) {
    lone = tones.lone();
    rise = tones.strongest() - tones.lone();
    partOfADoubling = tones.top() <= 1 ? 0 : (float) (Math.log(2) / Math.log(tones.top()));
    opacityOfAPoint = 1 / covering;
    alpha = background >>> 24;
    red = background >> 16 & 255;
    green = background >> 8 & 255;
    blue = background & 255;
  }

  /// How light a pixel with so many points is.
  float luma(float count) {
    int bits = Float.floatToRawIntBits(Math.max(1, count));
    float exponent = (bits >> EXPONENT_AT) - EXPONENT_OF_ONE;
    float fraction = Float.intBitsToFloat(bits & FRACTION | ONE) - 1;
    float bend = (1 - fraction) * fraction * ((C * fraction + B) * fraction + A);
    float doublings = exponent + fraction + bend;
    return Math.min(1, doublings * partOfADoubling) * rise + lone;
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

  /// A channel is at most 255 and an error far below one half.
  private static int round(float value) {
    return Float.floatToRawIntBits(value + ROUNDING) & 255;
  }
}
