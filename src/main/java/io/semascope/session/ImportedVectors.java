package io.semascope.session;

import io.semascope.space.SpaceSummary;
import java.util.List;

/// What came of vectors read from a file.
///
/// @param spaces one for each granularity in the file
/// @param notes what was converted or guessed, one sentence each
public record ImportedVectors(List<SpaceSummary> spaces, List<String> notes) {
  public ImportedVectors {
    spaces = List.copyOf(spaces);
    notes = List.copyOf(notes);
  }
}
