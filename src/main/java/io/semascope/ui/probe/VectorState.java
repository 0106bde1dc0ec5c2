package io.semascope.ui.probe;

import io.semascope.probe.Activations.Activation;
import io.semascope.problem.ProblemReport;
import java.util.List;
import java.util.OptionalInt;

/// What the *Vector* tab shows at one moment.
public sealed interface VectorState {
  record Nothing(String sentence) implements VectorState {}

  record Loading() implements VectorState {}

  record Problem(ProblemReport report) implements VectorState {}

  /// One vector.
  ///
  /// @param label of its text
  /// @param values all of them, by dimension
  /// @param scale the largest |value|, where the colours are fullest; above 0
  /// @param strongest the most unusual values, largest |z| first
  /// @param picked the dimension whose ends are shown
  /// @param ends of that dimension
  record Shown(
      String label,
      List<Activation> values,
      double scale,
      List<Activation> strongest,
      OptionalInt picked,
      Ends ends)
      implements VectorState {
    public Shown {
      values = List.copyOf(values);
      strongest = List.copyOf(strongest);
    }
  }

  /// The texts at both ends of the picked dimension.
  sealed interface Ends {
    record NotAsked() implements Ends {}

    record Loading() implements Ends {}

    record Failed(ProblemReport report) implements Ends {}

    record Shown(List<EndRow> highest, List<EndRow> lowest) implements Ends {
      public Shown {
        highest = List.copyOf(highest);
        lowest = List.copyOf(lowest);
      }
    }
  }

  /// @param label on one line
  record EndRow(String unitId, String label, float value) {}
}
