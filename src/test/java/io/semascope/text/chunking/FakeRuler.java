package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.util.ArrayList;
import java.util.List;

/// One token for every run of characters between blanks.
record FakeRuler(int overhead) implements TokenRuler {
  @Override
  public List<Span> tokenSpans(String text) {
    List<Span> spans = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Blanks.isBlank(text.charAt(i));
      if (blank && start >= 0) {
        spans.add(new Span(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return spans;
  }
}
