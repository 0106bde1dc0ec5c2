package io.semascope.ui.granularity;

import io.semascope.text.Document;
import io.semascope.text.IdPlaces;
import io.semascope.ui.granularity.LevelState.DocumentChoice;
import io.semascope.ui.state.FixedList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The documents of a session state as they are chosen from: made once for a state, away from the FX thread, because it takes time for every document. Two
/// lists are equal only when they are the same one. Immutable; safe for use from any thread.
public final class DocumentList {
  private static final DocumentList EMPTY = of(Map.of());

  private final Map<String, Document> documents;
  private final List<Document> listed;
  private final IdPlaces places;
  private final Found all;

  private DocumentList(Map<String, Document> documents) {
    this.documents = documents;
    listed = List.copyOf(documents.values());
    places = IdPlaces.of(listed.size(), place -> listed.get(place).id());
    all = new Found(this, IntStream.range(0, listed.size()).toArray());
  }

  /// @param documents by id, in the order they are listed in; not changed any more
  public static DocumentList of(Map<String, Document> documents) {
    return new DocumentList(documents);
  }

  static DocumentList empty() {
    return EMPTY;
  }

  Optional<Document> document(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  private DocumentChoice choice(int place) {
    Document document = listed.get(place);
    return new DocumentChoice(document.id(), document.title());
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
        IntStream.range(0, listed.size())
            .filter(place -> listed.get(place).title().toLowerCase(Locale.ROOT).contains(wanted))
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
      return list.choice(places[index]);
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
      OptionalInt place = list.places.of(choice.id());
      return place.isEmpty() || !list.choice(place.getAsInt()).equals(choice)
          ? -1
          : Math.max(-1, Arrays.binarySearch(places, place.getAsInt()));
    }
  }
}
