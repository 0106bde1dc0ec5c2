package io.semascope.corpus.picture;

/// How far a colour stands out from its ground, after WCAG 2.2 (w3.org/TR/WCAG22/#dfn-contrast-ratio). Colours are `0xRRGGBB`.
public final class Contrast {
  /// What WCAG 2.2 asks of parts of graphics (success criterion 1.4.11).
  public static final double LEAST_FOR_GRAPHICS = 3;

  private static final int STEPS = 20;

  private Contrast() {}

  /// From 1 (the same) to 21 (black on white).
  public static double ratio(int one, int other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /// The colour itself when it stands out enough, else the nearest shade of it towards black or white, away from the ground, that does.
  public static int edge(int colour, int ground) {
    int end = luminance(ground) > 0.5 ? 0x000000 : 0xFFFFFF;
    for (int step = 0; step < STEPS; step++) {
      int shade = mix(colour, end, step / (double) STEPS);
      if (ratio(shade, ground) >= LEAST_FOR_GRAPHICS) {
        return shade;
      }
    }
    return end;
  }

  private static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int one = from >> shift & 255;
      int other = to >> shift & 255;
      mixed |= (int) Math.round(one + (other - one) * share) << shift;
    }
    return mixed;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
