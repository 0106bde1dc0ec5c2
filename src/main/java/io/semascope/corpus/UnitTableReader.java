package io.semascope.corpus;

import io.semascope.corpus.DocumentCollector.Draft;
import io.semascope.corpus.ReadOptions.Columns;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a `UnitTable` and trusts nothing in it.
final class UnitTableReader {
  private final String source;
  private final Cancellation cancellation;
  private final List<TextUnit> units = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Pieces> documents = new LinkedHashMap<>();
  private long chars;

  UnitTableReader(String source, Cancellation cancellation) {
    this.source = source;
    this.cancellation = cancellation;
  }

  UnitTable read(Path file) {
    try (StrictText text = StrictText.open(file, source)) {
      Optional<String> header = text.nextLine();
      if (header.isPresent() && header.get().equals(String.join("\t", UnitTable.HEADER))) {
        for (Optional<String> line = text.nextLine(); line.isPresent(); line = text.nextLine()) {
          cancellation.check();
          addRow(line.get(), text.line());
        }
        return ownTable();
      }
    }
    return foreignTable(file);
  }

  private UnitTable ownTable() {
    requireSome(units.size());
    List<String> notes = new ArrayList<>();
    long pieced = documents.values().stream().filter(pieces -> !pieces.whole).count();
    if (pieced == 1) {
      notes.add(
          "The text of 1 document was pieced together from its chunks, with spaces in the gaps.");
    } else if (pieced > 0) {
      notes.add(
          "The texts of %,d documents were pieced together from their chunks, with spaces in the gaps."
              .formatted(pieced));
    }
    List<Document> all = new ArrayList<>();
    documents.forEach((id, pieces) -> all.add(pieces.document(id, source)));
    return new UnitTable(units, all, notes);
  }

  private void addRow(String line, long number) {
    List<String> values =
        Arrays.stream(line.split("\t", -1)).map(value -> unescape(value, number)).toList();
    if (values.size() != UnitTable.HEADER.size()) {
      throw refusal(
          number, "it has %d values, not %d".formatted(values.size(), UnitTable.HEADER.size()));
    }
    String id = values.get(0);
    String text = values.get(1);
    DocumentCollector.requireSound(String.join("\n", values), source + ", line " + number);
    if (id.isBlank() || text.isBlank()) {
      throw refusal(number, "its id or its text is blank");
    }
    if (!ids.add(id)) {
      throw refusal(number, "the id “" + id + "” was used before");
    }
    Optional<Granularity> granularity = granularity(values.get(7), number);
    units.add(
        granularity.isEmpty() ? new TypedText(id, text) : chunk(values, granularity.get(), number));
  }

  private Chunk chunk(List<String> values, Granularity granularity, long number) {
    String text = values.get(1);
    String documentId = values.get(4);
    int start = offset(values.get(5), number);
    int end = offset(values.get(6), number);
    if (documentId.isBlank()) {
      throw refusal(number, "it names no document");
    }
    if (end - start != text.length()) {
      throw refusal(
          number,
          "its text has %,d characters, but its span is %,d..%,d"
              .formatted(text.length(), start, end));
    }
    Pieces pieces = documents.computeIfAbsent(documentId, id -> new Pieces());
    chars += pieces.grow(end);
    if (chars > DocumentCollector.MOST_CHARS) {
      throw refusal(
          number,
          "its documents come to more than %,d characters".formatted(DocumentCollector.MOST_CHARS));
    }
    if (!pieces.put(start, text, granularity)) {
      throw refusal(number, "its text contradicts that of another chunk of the same document");
    }
    pieces.name(values.get(2), values.get(3));
    return new Chunk(values.get(0), documentId, granularity, new Span(start, end), text);
  }

  private Optional<Granularity> granularity(String key, long number) {
    if (key.equals(UnitTable.TYPED)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Granularity.parse(key));
    } catch (IllegalArgumentException e) {
      throw refusal(number, "its granularity “" + key + "” is not known");
    }
  }

  private int offset(String digits, long number) {
    if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) > StrictText.LONGEST_TEXT_CHARS) {
      throw refusal(number, "“" + digits + "” is no offset into a text");
    }
    return Integer.parseInt(digits);
  }

  private String unescape(String value, long number) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      i++;
      char escaped = i < value.length() ? value.charAt(i) : ' ';
      switch (escaped) {
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case '\\', '"' -> text.append(escaped);
        default -> throw refusal(number, "a backslash is followed by “" + escaped + "”");
      }
    }
    return text.toString();
  }

  private CorpusUnreadable refusal(long line, String fault) {
    return CorpusUnreadable.of(
        source,
        "Line %,d does not fit: %s.".formatted(line, fault),
        "Export the table again, or mend this line.");
  }

  private void requireSome(int rows) {
    if (rows == 0) {
      throw CorpusUnreadable.of(
          source, "It has no rows.", "Choose the table that belongs to the vectors.");
    }
  }

  private UnitTable foreignTable(Path file) {
    try (TableFile table = TableFile.open(file, source)) {
      ColumnGuess.Guess guess = ColumnGuess.of(source, table.header(), Columns.automatic());
      String textColumn =
          guess
              .columns()
              .text()
              .orElseThrow(() -> ColumnGuess.noTextColumn(source, table.header()));
      DocumentCollector collector =
          new DocumentCollector(new JobContext(cancellation, ProgressMeter.silent(), () -> {}));
      guess.notes().forEach(collector::note);
      int rows = 0;
      for (var row = table.nextRow(); row.isPresent(); row = table.nextRow()) {
        rows++;
        List<String> values = row.get().values();
        String text = values.get(table.header().indexOf(textColumn));
        if (text.isBlank()) {
          throw refusal(row.get().line(), "its text is blank, yet a vector belongs to it");
        }
        String id = value(table, guess.columns().id(), values).strip();
        collector.add(
            new Draft(
                id.isEmpty() ? source + ":" + rows : id,
                value(table, guess.columns().label(), values),
                text,
                value(table, guess.columns().category(), values),
                source + ", line " + row.get().line()));
      }
      requireSome(rows);
      return wholeDocuments(collector.contents());
    }
  }

  private static String value(TableFile table, Optional<String> column, List<String> values) {
    return column.map(name -> values.get(table.header().indexOf(name))).orElse("");
  }

  private static UnitTable wholeDocuments(CorpusContents contents) {
    List<TextUnit> units = new ArrayList<>();
    for (Document document : contents.documents()) {
      Span span = new Span(0, document.text().length());
      units.add(
          new Chunk(
              document.id(),
              document.id(),
              new Granularity.WholeDocument(),
              span,
              document.text()));
    }
    return new UnitTable(units, contents.documents(), contents.notes());
  }

  /// A document in the making: its characters as far as chunks have told them, NUL where none has.
  private static final class Pieces {
    private char[] text = new char[0];
    private int length;
    private boolean whole;
    private String title = "";
    private String category = "";

    /// Makes room up to `end` and says by how much the text grew.
    int grow(int end) {
      int growth = Math.max(0, end - length);
      if (end > text.length) {
        text = Arrays.copyOf(text, Math.max(end, Math.min(end * 2, StrictText.LONGEST_TEXT_CHARS)));
      }
      length += growth;
      return growth;
    }

    /// False when another chunk says otherwise.
    boolean put(int start, String piece, Granularity granularity) {
      boolean isWhole = granularity instanceof Granularity.WholeDocument;
      if ((isWhole && start != 0)
          || ((isWhole || whole) && length != wholeLength(isWhole, piece))) {
        return false;
      }
      whole |= isWhole;
      for (int i = 0; i < piece.length(); i++) {
        char told = text[start + i];
        if (told != 0 && told != piece.charAt(i)) {
          return false;
        }
        text[start + i] = piece.charAt(i);
      }
      return true;
    }

    private int wholeLength(boolean isWhole, String piece) {
      if (isWhole) {
        return piece.length();
      }
      int end = length;
      while (end > 0 && text[end - 1] == 0) {
        end--;
      }
      return end;
    }

    void name(String label, String group) {
      title = title.isBlank() ? label : title;
      category = category.isEmpty() ? group : category;
    }

    Document document(String id, String source) {
      String all = new String(text, 0, length).replace('\0', ' ');
      return new Document(id, title.isBlank() ? id : title, all, category, source);
    }
  }
}
