package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text by its lines, plain or Markdown.
///
/// A *paragraph* is a block between blank lines. A Markdown heading (`# …`, or underlined with `===`) belongs to the block that follows it, because
/// alone it says little and the block says less without it; headings in a row join. Fenced code (CommonMark 0.31 §4.5) stays one block even with
/// blank lines inside; a fence that is never closed is no fence. Line ends are LF, CRLF or CR.
///
/// A *run* is the finer piece a sentence cannot leave: a heading, a list item, a code block, or the lines between them.
final class Blocks {
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}([ \\t].*)?");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)[ \\t]*");
  private static final Pattern LIST_ITEM = Pattern.compile("\\s*([-*+•]|\\d{1,9}[.)])[ \\t]+\\S.*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

  private Blocks() {}

  /// In order, trimmed, never blank.
  static List<Span> paragraphs(String text) {
    List<Span> paragraphs = new ArrayList<>();
    int openHeading = -1;
    for (List<Line> block : blocks(text)) {
      int start = openHeading >= 0 ? openHeading : block.getFirst().start();
      openHeading = block.getLast().kind() == Kind.HEADING ? start : -1;
      if (openHeading < 0) {
        Blanks.trim(text, start, block.getLast().end()).ifPresent(paragraphs::add);
      }
    }
    if (openHeading >= 0) {
      Blanks.trim(text, openHeading, text.length()).ifPresent(paragraphs::add);
    }
    return paragraphs;
  }

  /// In order, trimmed, never blank; each inside one paragraph.
  static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    for (List<Line> block : blocks(text)) {
      int first = 0;
      for (int i = 1; i <= block.size(); i++) {
        if (i == block.size() || block.get(i).startsRun(block.get(i - 1))) {
          boolean prose = block.get(first).kind() != Kind.CODE;
          Blanks.trim(text, block.get(first).start(), block.get(i - 1).end())
              .ifPresent(span -> runs.add(new Run(span, prose)));
          first = i;
        }
      }
    }
    return runs;
  }

  /// @param prose false for a code block, which has no sentences
  record Run(Span span, boolean prose) {}

  private static List<List<Line>> blocks(String text) {
    List<List<Line>> blocks = new ArrayList<>();
    List<Line> block = new ArrayList<>();
    for (Line line : lines(text)) {
      if (line.kind() != Kind.BLANK) {
        block.add(line);
      } else if (!block.isEmpty()) {
        blocks.add(block);
        block = new ArrayList<>();
      }
    }
    if (!block.isEmpty()) {
      blocks.add(block);
    }
    return blocks;
  }

  private static List<Line> lines(String text) {
    List<Span> spans = lineSpans(text);
    List<Line> lines = new ArrayList<>(spans.size());
    Fences fences = new Fences(text, spans);
    while (lines.size() < spans.size()) {
      int row = lines.size();
      int close = fences.closing(row);
      if (close > row) {
        for (int i = row; i <= close; i++) {
          lines.add(new Line(spans.get(i), Kind.CODE));
        }
        continue;
      }
      Span span = spans.get(row);
      lines.add(new Line(span, kind(span.of(text))));
      if (row > 0 && UNDERLINE.matcher(span.of(text)).matches()) {
        underline(lines, row);
      }
    }
    return lines;
  }

  /// A line of text right above an underline makes both a heading.
  private static void underline(List<Line> lines, int row) {
    boolean startsBlock = row == 1 || lines.get(row - 2).kind() != Kind.TEXT;
    if (lines.get(row - 1).kind() == Kind.TEXT && startsBlock) {
      lines.set(row - 1, new Line(lines.get(row - 1).span(), Kind.HEADING));
      lines.set(row, new Line(lines.get(row).span(), Kind.HEADING));
    }
  }

  private static Kind kind(String line) {
    if (line.codePoints().allMatch(Blanks::isBlank)) {
      return Kind.BLANK;
    }
    if (HEADING.matcher(line).matches()) {
      return Kind.HEADING;
    }
    return LIST_ITEM.matcher(line).matches() ? Kind.LIST_ITEM : Kind.TEXT;
  }

  private static List<Span> lineSpans(String text) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        int end = c == '\n' && i > start && text.charAt(i - 1) == '\r' ? i - 1 : i;
        spans.add(new Span(start, end));
        start = i + 1;
      }
    }
    spans.add(new Span(start, text.length()));
    return spans;
  }

  private enum Kind {
    BLANK,
    TEXT,
    HEADING,
    LIST_ITEM,
    CODE
  }

  private record Line(Span span, Kind kind) {
    int start() {
      return span.start();
    }

    int end() {
      return span.end();
    }

    boolean startsRun(Line before) {
      return kind == Kind.LIST_ITEM
          || (kind == Kind.CODE) != (before.kind == Kind.CODE)
          || (kind == Kind.HEADING) != (before.kind == Kind.HEADING);
    }
  }

  /// Finds the ends of fenced code; looks at every line at most once per fence character, so many unclosed fences cost no more.
  private static final class Fences {
    private final String text;
    private final List<Span> lines;
    private int unclosedBackticks = Integer.MAX_VALUE;
    private int unclosedTildes = Integer.MAX_VALUE;

    Fences(String text, List<Span> lines) {
      this.text = text;
      this.lines = lines;
    }

    /// The line that closes the fence opened in line `row`, or −1 when none is opened there or it is never closed.
    int closing(int row) {
      Matcher opening = FENCE.matcher(lines.get(row).of(text));
      if (!opening.matches()) {
        return -1;
      }
      String mark = opening.group(1);
      boolean backticks = mark.charAt(0) == '`';
      boolean hopeless = mark.length() >= (backticks ? unclosedBackticks : unclosedTildes);
      if (hopeless || (backticks && opening.group(2).indexOf('`') >= 0)) {
        return -1;
      }
      for (int i = row + 1; i < lines.size(); i++) {
        Matcher closing = FENCE.matcher(lines.get(i).of(text));
        if (closing.matches() && closing.group(1).startsWith(mark) && closing.group(2).isBlank()) {
          return i;
        }
      }
      if (backticks) {
        unclosedBackticks = mark.length();
      } else {
        unclosedTildes = mark.length();
      }
      return -1;
    }
  }
}
