package io.semascope.corpus;

import io.semascope.job.Cancellation;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The text units that belong to a file of vectors, one a line in the order of its rows.
///
/// The file is tab-separated UTF-8 with LF line ends and the columns `id text label category document start end granularity`. It is meant for machines and
/// lossless: backslash, tab, LF and CR inside a value are written `\\`, `\t`, `\n` and `\r`, and a quotation mark that begins one `\"`, so that
/// readers which know quotes do not stumble. Nothing is changed for spreadsheets. `label` is the document's title; a typed text has empty
/// `document`, `start` and `end` and the granularity `typed`.
///
/// @param units in the order of the rows, ids unique
/// @param documents those the chunks were cut from, in order of first appearance. A document's text is the one of its whole-document unit, else pieced together
///     from its chunks with spaces in the gaps
/// @param notes what was pieced together, guessed or changed, one sentence each
public record UnitTable(List<TextUnit> units, List<Document> documents, List<String> notes) {
  static final List<String> HEADER =
      List.of("id", "text", "label", "category", "document", "start", "end", "granularity");
  static final String TYPED = "typed";

  public UnitTable {
    units = List.copyOf(units);
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
  }

  /// Writes `units`; `documents` by id lends titles and categories. Throws `ExportFailed`.
  public static void write(
      Path file, List<? extends TextUnit> units, Map<String, Document> documents) {
    ExportFile.write(
        file,
        out -> {
          // The encoder of a charset's own writer would replace broken characters silently; this
          // one refuses them.
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder());
          writer.write(String.join("\t", HEADER) + "\n");
          for (TextUnit unit : units) {
            writeRow(writer, values(unit, documents));
          }
          writer.flush();
        });
  }

  /// Reads what `write` wrote, or any other table with a column for texts, whose rows then count as whole documents. Throws `CorpusUnreadable` with the
  /// line for whatever does not fit.
  public static UnitTable read(Path file, Cancellation cancellation) {
    return new UnitTableReader(CorpusReader.name(file), cancellation).read(file);
  }

  private static List<String> values(TextUnit unit, Map<String, Document> documents) {
    return switch (unit) {
      case TypedText typed -> List.of(typed.id(), typed.text(), "", "", "", "", "", TYPED);
      case Chunk chunk -> {
        Document document = documents.get(chunk.documentId());
        Span span = chunk.span();
        yield List.of(
            chunk.id(),
            chunk.text(),
            document == null ? "" : document.title(),
            document == null ? "" : document.category(),
            chunk.documentId(),
            String.valueOf(span.start()),
            String.valueOf(span.end()),
            chunk.granularity().key());
      }
    };
  }

  private static void writeRow(Writer writer, List<String> values) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      line.append(line.isEmpty() ? "" : "\t");
      escape(value, line);
    }
    writer.append(line).append('\n');
  }

  private static void escape(String value, StringBuilder line) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '"' -> line.append(i == 0 ? "\\\"" : "\"");
        default -> line.append(c);
      }
    }
  }
}
