package io.semascope.ui.neighbour;

import io.semascope.problem.ProblemReport;
import java.util.List;

/// What the panel shows at one moment.
public sealed interface NeighbourState {
  /// No text is selected.
  record Nothing(String sentence) implements NeighbourState {}

  record Loading(String label) implements NeighbourState {}

  record Problem(ProblemReport report) implements NeighbourState {}

  /// An answer.
  ///
  /// @param label of the text asked about
  /// @param rows nearest first
  /// @param notes plain sentences that belong to the whole list: exactness, background, how to read the bars
  record Shown(String label, List<NeighbourRow> rows, List<String> notes)
      implements NeighbourState {
    public Shown {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }
}
