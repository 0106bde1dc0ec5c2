package io.semascope.session;

import io.semascope.space.SpaceSummary;
import java.util.List;

/// What an import did.
///
/// @param documentsAdded new documents
/// @param documentsKnown documents that were already there with the same text
/// @param documentsRenamed documents that got another id because theirs was taken by another text
/// @param space the space the units are in now
/// @param textsEmbedded distinct texts that went through the model
/// @param unitsTruncated units of the space whose end their vector never saw
/// @param seconds wall time in the model
/// @param notes what a person should know, one sentence each
public record ImportReport(
    int documentsAdded,
    int documentsKnown,
    int documentsRenamed,
    SpaceSummary space,
    int textsEmbedded,
    int unitsTruncated,
    double seconds,
    List<String> notes) {
  public ImportReport {
    notes = List.copyOf(notes);
  }
}
