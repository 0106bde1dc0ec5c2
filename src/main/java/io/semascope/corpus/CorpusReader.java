package io.semascope.corpus;

import io.semascope.corpus.DocumentCollector.Draft;
import io.semascope.corpus.ReadOptions.Columns;
import io.semascope.corpus.ReadOptions.Split;
import io.semascope.job.JobContext;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads files into documents.
///
/// | file | documents | id when no column gives one |
/// |---|---|---|
/// | `.txt`, `.md` | one a file, or one a line | file name, `name:line` |
/// | `.csv`, `.tsv` | one a row | `name:row`, rows counted from 1 without the header |
/// | `.jsonl`, `.ndjson` | one an object | `name:line` |
/// | folder | all of these below it, sorted by path | path inside the folder |
///
/// An id that comes twice is numbered (`a`, `a-2`) and one that looks like a chunk's (`a#p1`) is changed (`a/p1`); both are noted. Blank texts are
/// skipped and counted. In a folder, files of other kinds, hidden files and symbolic links are left out, and so is a file that cannot be read; the notes
/// name them. A folder's sub-folders become the categories of the text files in them.
public final class CorpusReader {
  private static final Pattern MARKDOWN_TITLE =
      Pattern.compile("\\s*# +(\\S.*?)[ #]*(\\R[\\s\\S]*)?");
  private static final int TITLE_SEARCH_CHARS = 2000;

  private final ReadOptions options;
  private final DocumentCollector collector;
  private final JobContext context;

  private CorpusReader(ReadOptions options, JobContext context) {
    this.options = options;
    this.context = context;
    this.collector = new DocumentCollector(context);
  }

  /// Reads a file or a folder. Counts documents in the meter's current stage. Throws `CorpusUnreadable` when nothing usable is there and `JobCancelled`
  /// when asked to stop.
  public static CorpusContents read(Path input, ReadOptions options, JobContext context) {
    CorpusReader reader = new CorpusReader(options, context);
    if (Files.isDirectory(input)) {
      reader.readFolder(input);
    } else {
      reader.readFile(input);
    }
    CorpusContents contents = reader.collector.contents();
    if (contents.documents().isEmpty()) {
      throw CorpusUnreadable.of(
          name(input),
          String.join(
              " ",
              Stream.concat(Stream.of("No text was found in it."), contents.notes().stream())
                  .toList()),
          "Choose a .txt, .md, .csv, .tsv or .jsonl file that holds text, or a folder of such"
              + " files.");
    }
    return contents;
  }

  /// The kinds of file that are known by their name.
  enum Kind {
    TEXT,
    TABLE,
    JSON_LINES,
    UNKNOWN;

    static Kind of(Path file) {
      String name = CorpusReader.name(file).toLowerCase(Locale.ROOT);
      return switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "txt", "text", "md", "markdown" -> TEXT;
        case "csv", "tsv" -> TABLE;
        case "jsonl", "ndjson" -> JSON_LINES;
        default -> UNKNOWN;
      };
    }
  }

  /// The last part of a path, for people.
  static String name(Path file) {
    Path name = file.toAbsolutePath().normalize().getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private void readFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CorpusUnreadable.of(
          name(file),
          Files.exists(file, LinkOption.NOFOLLOW_LINKS)
              ? "It is neither a file nor a folder."
              : "There is no file or folder at " + file + ".",
          "Check the path and try again.");
    }
    String name = name(file);
    if (Kind.of(file) == Kind.UNKNOWN) {
      collector.note("“" + name + "” has no known ending and was read as plain text.");
    }
    read(new Source(file, name, ""));
  }

  private void readFolder(Path folder) {
    FolderListing listing = FolderListing.of(folder, context.cancellation());
    listing.notes().forEach(collector::note);
    List<String> failures = new ArrayList<>();
    for (Path file : listing.files()) {
      Path relative = folder.relativize(file);
      String name = relative.toString().replace('\\', '/');
      Path parent = relative.getParent();
      String category = parent == null ? "" : parent.toString().replace('\\', '/');
      try {
        read(new Source(file, name, category));
      } catch (CorpusUnreadable e) {
        failures.add("Left out: " + e.getMessage());
      }
    }
    int shown = Math.min(10, failures.size());
    failures.subList(0, shown).forEach(collector::note);
    if (failures.size() > shown) {
      int more = failures.size() - shown;
      collector.note(
          more == 1
              ? "1 more file was left out."
              : "%,d more files were left out.".formatted(more));
    }
  }

  /// @param name for people and ids
  /// @param category of its text, when no column says
  private record Source(Path file, String name, String category) {}

  private void read(Source source) {
    switch (Kind.of(source.file())) {
      case TEXT, UNKNOWN -> readText(source);
      case TABLE -> readTable(source);
      case JSON_LINES -> readJsonLines(source);
    }
  }

  private void readText(Source source) {
    try (StrictText text = StrictText.open(source.file(), source.name())) {
      if (options.split() == Split.DOCUMENT_PER_LINE) {
        readLines(source, text);
        return;
      }
      String all = text.readAll();
      collector.add(
          new Draft(source.name(), title(source, all), all, source.category(), source.name()));
    }
  }

  private void readLines(Source source, StrictText text) {
    for (Optional<String> line = text.nextLine(); line.isPresent(); line = text.nextLine()) {
      collector.add(
          new Draft(
              source.name() + ":" + text.line(),
              "",
              line.get(),
              source.category(),
              source.name() + ", line " + text.line()));
    }
  }

  /// The first heading of a Markdown file, else the file's name without its ending.
  private static String title(Source source, String text) {
    String name = name(source.file());
    Optional<String> heading =
        name.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)")
            ? markdownTitle(text)
            : Optional.empty();
    if (heading.isPresent()) {
      return heading.get();
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// The heading a Markdown text begins with.
  static Optional<String> markdownTitle(String text) {
    String head = text.substring(0, Math.min(text.length(), TITLE_SEARCH_CHARS));
    Matcher heading = MARKDOWN_TITLE.matcher(head);
    return heading.matches() ? Optional.of(heading.group(1)) : Optional.empty();
  }

  private void readTable(Source source) {
    try (TableFile table = TableFile.open(source.file(), source.name())) {
      if (table.header().isEmpty()) {
        throw CorpusUnreadable.of(
            source.name(), "It is empty.", "Choose a table whose first line names the columns.");
      }
      Columns columns = columns(source, table.header(), ColumnGuess::noTextColumn);
      int number = 0;
      for (var row = table.nextRow(); row.isPresent(); row = table.nextRow()) {
        number++;
        List<String> values = row.get().values();
        Cells cells = name -> values.get(table.header().indexOf(name));
        addRow(new Place(source.name(), String.valueOf(number), row.get().line()), columns, cells);
      }
    }
  }

  private void readJsonLines(Source source) {
    try (JsonLines lines =
        new JsonLines(StrictText.open(source.file(), source.name()), source.name())) {
      Optional<JsonLines.Row> row = lines.nextRow();
      if (row.isEmpty()) {
        throw CorpusUnreadable.of(
            source.name(), "It is empty.", "Choose a file with one JSON object a line.");
      }
      Columns columns = columns(source, row.get().keys(), ColumnGuess::noTextKey);
      while (row.isPresent()) {
        long line = row.get().line();
        addRow(new Place(source.name(), String.valueOf(line), line), columns, row.get()::value);
        row = lines.nextRow();
      }
    }
  }

  private Columns columns(
      Source source,
      List<String> header,
      BiFunction<String, List<String>, CorpusUnreadable> refusal) {
    ColumnGuess.Guess guess = ColumnGuess.of(source.name(), header, options.columns());
    if (guess.columns().text().isEmpty()) {
      throw refusal.apply(source.name(), header);
    }
    guess.notes().forEach(note -> collector.note(source.name() + ": " + note));
    return guess.columns();
  }

  /// One row's value in the column of this name.
  private interface Cells {
    String value(String column);
  }

  /// @param number what an id is made from when no column gives one
  private record Place(String source, String number, long line) {}

  private void addRow(Place place, Columns columns, Cells cells) {
    String id = columns.id().map(cells::value).map(String::strip).orElse("");
    collector.add(
        new Draft(
            id.isEmpty() ? place.source() + ":" + place.number() : id,
            columns.label().map(cells::value).orElse(""),
            cells.value(columns.text().orElseThrow()),
            columns.category().map(cells::value).orElse(""),
            place.source() + ", line " + place.line()));
  }
}
