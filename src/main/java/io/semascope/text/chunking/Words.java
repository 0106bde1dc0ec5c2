package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a text after Unicode's rules as the JDK knows them, without punctuation and blanks.
final class Words {
  private Words() {}

  /// In order; each holds at least one letter or digit of some script.
  static List<Span> spans(String text) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    List<Span> spans = new ArrayList<>();
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      if (holdsLetterOrDigit(text, start, end)) {
        Blanks.trim(text, start, end).ifPresent(spans::add);
      }
      start = end;
    }
    return spans;
  }

  static boolean holdsLetterOrDigit(String text, int start, int end) {
    int i = start;
    while (i < end) {
      int codePoint = text.codePointAt(i);
      if (Character.isLetterOrDigit(codePoint)) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }
}
