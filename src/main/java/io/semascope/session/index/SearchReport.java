package io.semascope.session.index;

import io.semascope.neighbour.approximate.Recall;
import java.util.List;
import java.util.Optional;

/// What is to be said of a search besides its neighbours.
///
/// @param recall how true an approximate answer is; empty when every row was compared
/// @param notes what became of a saved index, and why a search was exact after all; one sentence each
public record SearchReport(Optional<Recall> recall, List<String> notes) {
  public SearchReport {
    notes = List.copyOf(notes);
  }

  /// Every row was compared, as asked.
  public static SearchReport exact() {
    return new SearchReport(Optional.empty(), List.of());
  }
}
