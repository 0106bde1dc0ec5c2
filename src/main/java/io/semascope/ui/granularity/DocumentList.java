package io.semascope.ui.granularity;

import io.semascope.text.Document;
import io.semascope.ui.granularity.LevelState.DocumentChoice;
import io.semascope.ui.state.FixedList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The documents of a session state as they are chosen from: made once for a state, away from the FX thread, because it takes time for every document. Two
/// lists are equal only when they are the same one. Immutable; safe for use from any thread.
public final class DocumentList {
  private static final DocumentList EMPTY = of(Map.of());

  private final Map<String, Document> documents;
  private final List<DocumentChoice> choices;
  private final Map<String, Integer> places;
  private final Found all;

  private DocumentList(
      Map<String, Document> documents, List<DocumentChoice> choices, Map<String, Integer> places) {
    this.documents = documents;
    this.choices = choices;
    this.places = places;
    all = new Found(this, IntStream.range(0, choices.size()).toArray());
  }

  /// @param documents by id, in the order they are listed in; not changed any more
  public static DocumentList of(Map<String, Document> documents) {
    List<DocumentChoice> choices =
        documents.values().stream()
            .map(document -> new DocumentChoice(document.id(), document.title()))
            .toList();
    Map<String, Integer> places = HashMap.newHashMap(choices.size());
    for (int place = 0; place < choices.size(); place++) {
      places.put(choices.get(place).id(), place);
    }
    return new DocumentList(documents, choices, places);
  }

  static DocumentList empty() {
    return EMPTY;
  }

  Optional<Document> document(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  /// All of them.
  Found all() {
    return all;
  }

  /// Those whose title holds these words in capital or small letters. Reads every title.
  ///
  /// @param words none for all
  Found holding(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return new Found(
        this,
        IntStream.range(0, choices.size())
            .filter(place -> choices.get(place).title().toLowerCase(Locale.ROOT).contains(wanted))
            .toArray());
  }

  /// Some documents of a list, in its order.
  static final class Found extends FixedList<DocumentChoice> {
    private final DocumentList list;
    private final int[] places;

    private Found(DocumentList list, int[] places) {
      this.list = list;
      this.places = places;
    }

    @Override
    public DocumentChoice get(int index) {
      return list.choices.get(places[index]);
    }

    @Override
    public int size() {
      return places.length;
    }

    @Override
    public int indexOf(Object sought) {
      return sought instanceof DocumentChoice choice ? indexOf(choice) : -1;
    }

    private int indexOf(DocumentChoice choice) {
      Integer place = list.places.get(choice.id());
      return place == null || !list.choices.get(place).equals(choice)
          ? -1
          : Math.max(-1, Arrays.binarySearch(places, place));
    }
  }
}
