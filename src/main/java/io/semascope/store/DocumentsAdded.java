package io.semascope.store;

import io.semascope.text.Document;
import java.util.List;

/// What became of documents that were handed to a workspace. As long as it is held, the workspace knows their texts without reading them back, for a list of units
/// at least half as long as that of the new documents.
///
/// @param added those that are new, with the ids they have here
/// @param stored every document handed over, in that order, with the id it has here
/// @param alreadyThere how many were known already, by id and text
/// @param renamed how many of the added ones got another id (`a~2`) because theirs belongs to another text
public record DocumentsAdded(
    List<Document> added, List<Document> stored, int alreadyThere, int renamed) {
  public DocumentsAdded {
    added = List.copyOf(added);
    stored = List.copyOf(stored);
  }
}
