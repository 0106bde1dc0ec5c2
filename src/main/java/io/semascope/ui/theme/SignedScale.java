package io.semascope.ui.theme;

import javafx.scene.paint.Color;

/// Colours for signed values: blue below zero, orange above, the background's neighbour at zero. Blue and orange stay apart for all common kinds of colour
/// blindness.
public final class SignedScale {
  private static final Color NEGATIVE = Color.web("#2166AC");
  private static final Color POSITIVE = Color.web("#D9731A");

  private SignedScale() {}

  /// @param value in [−1, 1], others are clamped
  /// @param dark whether zero stands on a dark background
  public static Color colour(double value, boolean dark) {
    Color zero = dark ? Color.web("#22272E") : Color.web("#F6F8FA");
    double strength = Math.sqrt(Math.min(1, Math.abs(value)));
    return zero.interpolate(value < 0 ? NEGATIVE : POSITIVE, strength);
  }

  /// The full colour of a sign, for bars.
  public static Color bar(double value) {
    return value < 0 ? NEGATIVE : POSITIVE;
  }
}
