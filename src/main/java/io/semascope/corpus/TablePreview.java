package io.semascope.corpus;

import io.semascope.corpus.ReadOptions.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The beginning of a table, for choosing its columns before it is imported.
///
/// @param header the names of the columns; of JSON Lines, the keys of the first object
/// @param rows the first rows, at most five, each as long as the header
/// @param guess the columns an import would choose by itself; no text column when none has a usual name
/// @param notes what was ambiguous about the guess, one sentence each
public record TablePreview(
    List<String> header, List<List<String>> rows, Columns guess, List<String> notes) {
  private static final int ROWS = 5;

  public TablePreview {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /// Whether a file is a table by its name: CSV, TSV or JSON Lines.
  public static boolean isTable(Path file) {
    return switch (CorpusReader.Kind.of(file)) {
      case TABLE, JSON_LINES -> true;
      case TEXT, UNKNOWN -> false;
    };
  }

  /// Reads the beginning of a table; a file of unknown kind is taken for CSV. Throws `CorpusUnreadable` when it cannot be read so far.
  public static TablePreview of(Path file) {
    String source = CorpusReader.name(file);
    return CorpusReader.Kind.of(file) == CorpusReader.Kind.JSON_LINES
        ? ofJsonLines(file, source)
        : ofTable(file, source);
  }

  private static TablePreview ofTable(Path file, String source) {
    try (TableFile table = TableFile.open(file, source)) {
      List<List<String>> rows = new ArrayList<>();
      while (rows.size() < ROWS) {
        Optional<TableFile.Row> row = table.nextRow();
        if (row.isEmpty()) {
          break;
        }
        rows.add(row.get().values());
      }
      return guessed(source, table.header(), rows);
    }
  }

  private static TablePreview ofJsonLines(Path file, String source) {
    try (JsonLines lines = new JsonLines(StrictText.open(file, source), source)) {
      List<List<String>> rows = new ArrayList<>();
      List<String> header = List.of();
      while (rows.size() < ROWS) {
        Optional<JsonLines.Row> row = lines.nextRow();
        if (row.isEmpty()) {
          break;
        }
        header = rows.isEmpty() ? row.get().keys() : header;
        rows.add(header.stream().map(row.get()::shown).toList());
      }
      return guessed(source, header, rows);
    }
  }

  private static TablePreview guessed(String source, List<String> header, List<List<String>> rows) {
    ColumnGuess.Guess guess = ColumnGuess.of(source, header, Columns.automatic());
    return new TablePreview(header, rows, guess.columns(), guess.notes());
  }
}
