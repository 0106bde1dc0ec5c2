package io.semascope.corpus;

import io.semascope.corpus.ReadOptions.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds out which column of a table is what.
///
/// A column a person named must be there and is taken for nothing else. The others are taken by their usual names, the first of each list that the table has. A column `label` is the
/// title when the table has a category column too, else the category, as data sets for classification use it.
final class ColumnGuess {
  private static final List<String> TEXT_NAMES =
      List.of(
          "text",
          "content",
          "description",
          "body",
          "passage",
          "document",
          "sentence",
          "abstract",
          "message",
          "review",
          "comment",
          "definition",
          "gloss",
          "question",
          "query",
          "prompt",
          "summary",
          "inhalt",
          "beschreibung",
          "texte",
          "contenu");
  private static final List<String> ID_NAMES = List.of("id", "_id", "key", "identifier", "uid");
  private static final List<String> LABEL_NAMES =
      List.of("title", "name", "heading", "subject", "titel", "titre", "label");
  private static final List<String> CATEGORY_NAMES =
      List.of(
          "category",
          "class",
          "group",
          "topic",
          "genre",
          "cluster",
          "kategorie",
          "gruppe",
          "catégorie",
          "label");

  private static final String NAME_COLUMN =
      "Name the column that holds the texts (--text-column on the command line).";

  private final String source;
  private final List<String> header;
  private final Set<String> taken = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  private ColumnGuess(String source, List<String> header) {
    this.source = source;
    this.header = header;
  }

  /// @param columns every name as the header spells it; the text column may be missing
  /// @param notes what was ambiguous
  record Guess(Columns columns, List<String> notes) {}

  /// @param source the file's name, for people
  static Guess of(String source, List<String> header, Columns wanted) {
    return new ColumnGuess(source, header).guess(wanted);
  }

  /// The refusal of a table in which nothing looks like text: its first line may have been no header.
  static CorpusUnreadable noTextColumn(String source, List<String> header) {
    return CorpusUnreadable.of(
        source,
        "The first line is taken for the header, and no column there has a usual name for texts: "
            + list(header)
            + ".",
        NAME_COLUMN
            + " If the first line is a text already, put a line with names of the columns above"
            + " it.");
  }

  /// The same for records that name their columns themselves.
  static CorpusUnreadable noTextKey(String source, List<String> keys) {
    return CorpusUnreadable.of(
        source,
        "None of its columns has a usual name for texts; there are " + list(keys) + ".",
        NAME_COLUMN);
  }

  private Guess guess(Columns wanted) {
    Stream.of(wanted.text(), wanted.id(), wanted.label(), wanted.category())
        .flatMap(Optional::stream)
        .forEach(name -> taken.add(named(name)));
    Optional<String> text = wanted.text().map(this::named).or(this::guessText);
    Optional<String> id = wanted.id().map(this::named).or(() -> usual(ID_NAMES, "ids"));
    Optional<String> label = wanted.label().map(this::named);
    Optional<String> category =
        wanted.category().map(this::named).or(() -> usual(CATEGORY_NAMES, "categories"));
    if (label.isEmpty()) {
      label = usual(LABEL_NAMES, "titles").filter(name -> !same(category, name));
    }
    if (wanted.category().isEmpty() && same(category, "label")) {
      notes.add(
          "Column “label” was taken as the category; as a title it is taken when it is named so"
              + " (--label-column on the command line).");
    }
    return new Guess(new Columns(text, id, label, category), List.copyOf(notes));
  }

  private Optional<String> guessText() {
    Optional<String> usual = usual(TEXT_NAMES, "texts");
    return usual.isEmpty() && header.size() == 1 && taken.isEmpty()
        ? Optional.of(header.getFirst())
        : usual;
  }

  private Optional<String> usual(List<String> names, String what) {
    List<String> found =
        names.stream()
            .flatMap(name -> header.stream().filter(column -> column.equalsIgnoreCase(name)))
            .filter(column -> !taken.contains(column))
            .toList();
    boolean ambiguous = found.size() > 1 && !found.get(1).equalsIgnoreCase("label");
    if (ambiguous) {
      notes.add(
          "The %s are taken from column “%s”; %s would have done as well."
              .formatted(what, found.getFirst(), list(found.subList(1, found.size()))));
    }
    return found.stream().findFirst();
  }

  private String named(String name) {
    List<String> exact = header.stream().filter(name::equals).toList();
    List<String> found =
        exact.isEmpty()
            ? header.stream().filter(column -> column.equalsIgnoreCase(name.strip())).toList()
            : exact;
    if (found.isEmpty()) {
      throw CorpusUnreadable.of(
          source,
          "It has no column “%s”; there are %s.".formatted(name, list(header)),
          "Choose one of these columns.");
    }
    if (found.size() > 1) {
      throw CorpusUnreadable.of(
          source,
          "It has %d columns called “%s”.".formatted(found.size(), name),
          "Give every column a name of its own.");
    }
    return found.getFirst();
  }

  private static boolean same(Optional<String> column, String name) {
    return column.isPresent()
        && column.get().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }

  private static String list(List<String> names) {
    int shown = Math.min(20, names.size());
    String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
    return names.stream()
            .limit(shown)
            .map(name -> "“" + (name.length() > 60 ? name.substring(0, 60) + "…" : name) + "”")
            .reduce((one, other) -> one + ", " + other)
            .orElse("none")
        + more;
  }
}
