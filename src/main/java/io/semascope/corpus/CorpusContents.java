package io.semascope.corpus;

import io.semascope.text.Document;
import java.util.List;

/// What was read.
///
/// @param documents in the order of the source, ids unique, no text blank
/// @param notes what was skipped, guessed or changed on the way, one sentence each, to be shown; empty when there is nothing to say
public record CorpusContents(List<Document> documents, List<String> notes) {
  public CorpusContents {
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
  }
}
