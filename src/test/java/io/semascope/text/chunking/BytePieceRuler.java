package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.util.ArrayList;
import java.util.List;

/// As byte-level tokenizers behave at their worst: a piece holds up to three letters, other characters take two tokens with the same span, a piece that
/// begins inside a word costs one token more, and control characters vanish.
final class BytePieceRuler implements TokenRuler {
  @Override
  public List<Span> tokenSpans(String text) {
    List<Span> spans = new ArrayList<>();
    if (!text.isEmpty() && Character.isLowerCase(text.charAt(0))) {
      spans.add(new Span(0, 0));
    }
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (Character.isLetter(codePoint) && codePoint < 0x250) {
        while (end < text.length() && end - i < 3 && Character.isLetter(text.charAt(end))) {
          end++;
        }
        spans.add(new Span(i, end));
      } else if (!Blanks.isBlank(codePoint)) {
        spans.add(new Span(i, end));
        spans.add(new Span(i, end));
      }
      i = end;
    }
    return spans;
  }

  @Override
  public int overhead() {
    return 3;
  }
}
