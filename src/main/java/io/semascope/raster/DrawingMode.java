package io.semascope.raster;

import java.util.Locale;

/// How the points of a map are shown.
public enum DrawingMode {
  /// Points, or their density while more than `Plot.DENSITY_ABOVE` of them are in view.
  AUTOMATIC,
  /// Every point as a shape of its own, later ones above earlier ones.
  POINTS,
  /// How many points lie on each pixel: hue tells the category, lightness the number.
  DENSITY;

  /// The name in commands.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
