package io.semascope.ui.shell;

import io.semascope.session.SessionState;
import io.semascope.session.filter.NameChoice;
import io.semascope.session.filter.TextFilter;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.state.ShownTexts;
import io.semascope.ui.theme.CategoryColours;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /// What passes when only shown texts are to be found. Typed texts have no entry in the legend, which hides none of them.
  TextFilter only(ShownTexts shown, SessionState state, CategoryColours colours) {
    if (!document) {
      return new TextFilter(
          colours.without(shown.hiddenEntries()), NameChoice.all(), shown.words(), true);
    }
    Set<String> hidden =
        state.documents().values().stream()
            .filter(one -> shown.hiddenEntries().contains(colours.indexOf(one.title())))
            .map(Document::id)
            .collect(Collectors.toSet());
    return new TextFilter(NameChoice.all(), NameChoice.except(hidden), shown.words(), true);
  }
}
