package io.semascope.ui.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/// Colours for signed values: blue below zero, orange above, the background's neighbour at zero. Blue and orange stay apart for all common kinds of colour
/// blindness.
public final class SignedScale {
  private static final Color NEGATIVE = Color.web("#2166AC");
  private static final Color POSITIVE = Color.web("#D9731A");

  /// Stops of a ramp on each side of 0.
  private static final int STOPS = 32;

  private SignedScale() {}

  /// @param value in [−1, 1], others are clamped
  /// @param dark whether zero stands on a dark background
  public static Color colour(double value, boolean dark) {
    Color zero = dark ? Color.web("#22272E") : Color.web("#F6F8FA");
    double strength = Math.sqrt(Math.min(1, Math.abs(value)));
    return zero.interpolate(value < 0 ? NEGATIVE : POSITIVE, strength);
  }

  /// All colours from −1 on the left to 1 on the right, for a key. The stops lie densest around 0, where the colours change fastest.
  public static LinearGradient ramp(boolean dark) {
    List<Stop> stops = new ArrayList<>();
    for (int i = -STOPS; i <= STOPS; i++) {
      double strength = (double) i / STOPS;
      double value = strength * Math.abs(strength);
      stops.add(new Stop((value + 1) / 2, colour(value, dark)));
    }
    return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
  }

  /// The full colour of a sign, for bars.
  public static Color bar(double value) {
    return value < 0 ? NEGATIVE : POSITIVE;
  }
}
