package io.semascope.session.index;

import io.semascope.neighbour.approximate.Recall;
import java.util.List;
import java.util.Optional;

/// What is to be said of a search besides its neighbours.
///
/// @param asked how the person wanted to search
/// @param recall how true an approximate answer is; empty when every row was compared
/// @param unprepared whether every row was compared only because the index is not there yet
/// @param notes what became of a saved index, and why a search was exact after all; one sentence each
public record SearchReport(
    SearchMethod asked, Optional<Recall> recall, boolean unprepared, List<String> notes) {
  public SearchReport {
    notes = List.copyOf(notes);
  }

  /// Every row was compared, as asked.
  public static SearchReport exact() {
    return new SearchReport(new SearchMethod.Exact(), Optional.empty(), false, List.of());
  }

  /// Every row was compared, for the index is not there yet.
  public static SearchReport unprepared(SearchMethod asked) {
    return new SearchReport(asked, Optional.empty(), true, List.of());
  }
}
