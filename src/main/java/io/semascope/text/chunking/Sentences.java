package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sentences of a text: the JDK's sentence breaks inside each run of prose, mended where `Abbreviations` says that a full stop ends none.
///
/// A line break inside a paragraph ends no sentence. A code block counts as one.
final class Sentences {
  private Sentences() {}

  /// In order, trimmed, never blank, never across a paragraph; together they cover every character that is not blank.
  static List<Span> spans(String text) {
    List<Span> sentences = new ArrayList<>();
    // One iterator for all runs: making one is dear.
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    for (Blocks.Run run : Blocks.runs(text)) {
      if (run.prose()) {
        addSentences(text, run.span(), breaks, sentences);
      } else {
        sentences.add(run.span());
      }
    }
    return sentences;
  }

  private static void addSentences(
      String text, Span run, BreakIterator breaks, List<Span> sentences) {
    // Same length, so that offsets stay.
    String line = run.of(text).replace('\n', ' ').replace('\r', ' ');
    breaks.setText(line);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == line.length() || endsHere(line, start, end)) {
        Blanks.trim(text, run.start() + start, run.start() + end).ifPresent(sentences::add);
        start = end;
      }
    }
  }

  private static boolean endsHere(String line, int start, int end) {
    return !Character.isLowSurrogate(line.charAt(end))
        && Words.holdsLetterOrDigit(line, start, end)
        && Words.holdsLetterOrDigit(line, end, nextBlank(line, end))
        && !Abbreviations.goesOn(line, start, end);
  }

  /// The end of the first piece after `from` that is not blank.
  private static int nextBlank(String line, int from) {
    int i = from;
    while (i < line.length() && Blanks.isBlank(line.charAt(i))) {
      i++;
    }
    while (i < line.length() && !Blanks.isBlank(line.charAt(i))) {
      i++;
    }
    return i;
  }
}
