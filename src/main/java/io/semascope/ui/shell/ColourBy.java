package io.semascope.ui.shell;

import io.semascope.session.SessionState;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.theme.CategoryColours;
import java.util.List;

/// What the points of a map are coloured by: the categories of the documents, or the documents themselves where none has a category and they are few.
///
/// @param document whether it is the documents
record ColourBy(boolean document) {
  private static final int MOST_DOCUMENTS = 20;

  static ColourBy of(SessionState state) {
    int documents = state.documents().size();
    return new ColourBy(
        documents > 1
            && documents <= MOST_DOCUMENTS
            && state.documents().values().stream()
                .allMatch(document -> document.category().isEmpty()));
  }

  /// The group of a unit; empty for none.
  String group(TextUnit unit, SessionState state) {
    return switch (unit) {
      case Chunk chunk when document -> state.document(chunk).map(Document::title).orElse("");
      case Chunk chunk -> state.category(chunk);
      case TypedText typed -> "";
    };
  }

  CategoryColours colours(SessionState state) {
    List<String> groups =
        state.space().stream()
            .flatMap(space -> space.units().stream())
            .filter(Chunk.class::isInstance)
            .map(unit -> group(unit, state))
            .toList();
    return CategoryColours.of(groups);
  }
}
