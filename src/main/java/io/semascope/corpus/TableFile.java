package io.semascope.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Reads a table whose first line names the columns: CSV (RFC 4180) or tab-separated, quoted line breaks included.
///
/// The separator of a `.csv` is the one of comma, semicolon and tab that the first line has most of.
final class TableFile implements AutoCloseable {
  private static final int HEADER_CHARS = 1 << 16;
  private static final int MOST_COLUMNS = 4096;

  private final String source;
  private final char separator;
  private final CsvReader<CsvRecord> records;
  private final Iterator<CsvRecord> iterator;
  private final List<String> header;
  private long line = 1;

  private TableFile(String source, char separator, Reader text) {
    this.source = source;
    this.separator = separator;
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(StrictText.LONGEST_TEXT_CHARS)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_COLUMNS)
                    .maxFieldSize(StrictText.LONGEST_TEXT_CHARS)
                    .build(),
                text);
    this.iterator = records.iterator();
    this.header =
        next().map(row -> row.values().stream().map(String::strip).toList()).orElse(List.of());
  }

  /// @param source the file's name, for people
  static TableFile open(Path file, String source) {
    return open(StrictText.open(file, source), source, isTabSeparated(file));
  }

  /// Takes over `text` and closes it.
  static TableFile open(Reader text, String source, boolean tabSeparated) {
    BufferedReader buffered = new BufferedReader(text, HEADER_CHARS);
    try {
      char separator = tabSeparated ? '\t' : separator(buffered);
      return new TableFile(source, separator, buffered);
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// The names of the columns, without blanks around them; empty for an empty file.
  List<String> header() {
    return header;
  }

  /// What reads the columns apart: a comma, a semicolon or a tab.
  char separator() {
    return separator;
  }

  /// The next row, with as many values as the header. Throws `CorpusUnreadable` with the line when it has more or fewer.
  Optional<Row> nextRow() {
    Optional<Row> row = next();
    row.ifPresent(this::requireSameWidth);
    return row;
  }

  /// @param line where it begins in the file, from 1
  record Row(long line, List<String> values) {}

  private Optional<Row> next() {
    try {
      if (!iterator.hasNext()) {
        return Optional.empty();
      }
      CsvRecord found = iterator.next();
      line = found.getStartingLineNumber();
      return Optional.of(new Row(line, found.getFields()));
    } catch (CsvParseException e) {
      throw brokenOff(e);
    }
  }

  /// The library tells in its own words only which of these it was.
  private CorpusUnreadable brokenOff(CsvParseException cause) {
    CorpusUnreadable problem =
        CorpusUnreadable.of(
            source,
            "The table breaks off after the row that begins in line %,d: a quotation mark is not"
                    .formatted(line)
                + " closed, a text is longer than %,d characters, or a row has more than %,d columns."
                    .formatted(StrictText.LONGEST_TEXT_CHARS, MOST_COLUMNS),
            "Check the quotation marks from there on.");
    return new CorpusUnreadable(problem.report(), cause);
  }

  private void requireSameWidth(Row row) {
    if (row.values().size() != header.size()) {
      throw CorpusUnreadable.of(
          source,
          "The row that begins in line %,d has %d values, but the header names %d columns."
              .formatted(row.line(), row.values().size(), header.size()),
          row.values().size() > header.size()
              ? "Put quotation marks around values that hold a separator or a line break."
              : "Give this row a value, or an empty one, for every column.");
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  static boolean isTabSeparated(Path file) {
    return file.toString().regionMatches(true, file.toString().length() - 4, ".tsv", 0, 4);
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(HEADER_CHARS);
    int[] counts = new int[3];
    boolean quoted = false;
    for (int i = 0; i < HEADER_CHARS - 1; i++) {
      int c = text.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      quoted ^= c == '"';
      int kind = quoted ? -1 : ",;\t".indexOf(c);
      if (kind >= 0) {
        counts[kind]++;
      }
    }
    text.reset();
    List<Character> separators = new ArrayList<>(List.of(',', ';', '\t'));
    separators.sort((a, b) -> counts[",;\t".indexOf(b)] - counts[",;\t".indexOf(a)]);
    return separators.getFirst();
  }
}
