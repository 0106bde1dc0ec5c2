package io.semascope.text.chunking;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Cuts texts into the pieces that get a vector each. Pure functions: the same text, granularity and ruler give the same pieces.
public final class Chunker {
  private Chunker() {}

  /// The chunks of `document` in order, none blank; empty for a blank document.
  ///
  /// The id of a whole document is the document's own, else `id#p1` (paragraph), `id#s3` (sentence), `id#w7` (word) or `id#t2` (token window), counted
  /// from 1. `ruler` is asked for token windows only. Throws `WindowTooSmall` when special tokens and prompt leave no room.
  public static List<Chunk> cut(Document document, Granularity granularity, TokenRuler ruler) {
    List<Span> spans = spans(document.text(), granularity, ruler);
    List<Chunk> chunks = new ArrayList<>(spans.size());
    for (Span span : spans) {
      chunks.add(
          new Chunk(
              document.id() + suffix(granularity, chunks.size() + 1),
              document.id(),
              granularity,
              span,
              span.of(document.text())));
    }
    return chunks;
  }

  /// Where `text` is cut: spans in order, inside the text, none blank, no surrogate pair split.
  ///
  /// Only token windows overlap. A whole document keeps its blanks; every other span begins and ends with something to read. Paragraphs, sentences and
  /// windows cover every character that is not blank; words leave out punctuation. Throws `WindowTooSmall` as `cut` does.
  public static List<Span> spans(String text, Granularity granularity, TokenRuler ruler) {
    return switch (granularity) {
      case Granularity.WholeDocument whole -> wholeDocument(text);
      case Granularity.Paragraph paragraph -> Blocks.paragraphs(text);
      case Granularity.Sentence sentence -> Sentences.spans(text);
      case Granularity.Word word -> Words.spans(text);
      case Granularity.TokenWindow window -> new TokenWindows(text, window, ruler).spans();
    };
  }

  private static List<Span> wholeDocument(String text) {
    return Blanks.trim(text, 0, text.length()).isEmpty()
        ? List.of()
        : List.of(new Span(0, text.length()));
  }

  private static String suffix(Granularity granularity, int number) {
    return switch (granularity) {
      case Granularity.WholeDocument whole -> "";
      case Granularity.Paragraph paragraph -> "#p" + number;
      case Granularity.Sentence sentence -> "#s" + number;
      case Granularity.Word word -> "#w" + number;
      // Two window sizes are two granularities, and their pieces must not share ids.
      case Granularity.TokenWindow window ->
          "#t%d-%d.%d".formatted(window.tokens(), window.overlap(), number);
    };
  }
}
