package io.semascope.ui.neighbour;

import io.semascope.problem.ProblemReport;
import io.semascope.session.filter.SearchedTexts;
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
  /// @param searched which texts could be found
  /// @param rows nearest first
  /// @param notes plain sentences that belong to the whole list: exactness, background, how to read the bars
  record Shown(String label, SearchedTexts searched, List<NeighbourRow> rows, List<String> notes)
      implements NeighbourState {
    public Shown {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }
}
