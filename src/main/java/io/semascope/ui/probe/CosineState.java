package io.semascope.ui.probe;

import io.semascope.problem.ProblemReport;
import java.util.List;

/// What the *Cosine* tab shows at one moment.
public sealed interface CosineState {
  record Nothing(String sentence) implements CosineState {}

  record Loading() implements CosineState {}

  record Problem(ProblemReport report) implements CosineState {}

  /// The cosine of two units, taken apart.
  ///
  /// @param labels of the first and the second text
  /// @param facts the numbers of the formula
  /// @param bars largest |value| first, then the rest in one bar when there is one; together the cosine
  record Shown(Labels labels, Facts facts, List<Bar> bars) implements CosineState {
    public Shown {
      bars = List.copyOf(bars);
    }
  }

  record Labels(String a, String b) {}

  /// @param angleDegrees in [0, 180]
  record Facts(double normA, double normB, double dot, double angleDegrees, double cosine) {}

  /// What one dimension, or the rest, adds.
  ///
  /// @param name `dimension 17`, or `other 372 dimensions`
  /// @param details the two values, for a closer look
  /// @param value part of the cosine
  /// @param sum of this and all bars before it
  /// @param length of the bar as a signed fraction of the longest single one, in [−1, 1]
  /// @param cut whether the bar is longer than the scale and drawn broken
  record Bar(String name, String details, double value, double sum, double length, boolean cut) {}
}
