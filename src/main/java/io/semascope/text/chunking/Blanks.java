package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.util.Optional;

/// What counts as empty: white space of any script, and characters without width or meaning.
final class Blanks {
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Blanks() {}

  static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || codePoint == ZERO_WIDTH_SPACE
        || codePoint == BYTE_ORDER_MARK;
  }

  /// The range `start..end` without the blanks at both ends; empty when nothing is left.
  static Optional<Span> trim(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (from < to && isBlank(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }
}
