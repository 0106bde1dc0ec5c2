package io.semascope.text.chunking;

import io.semascope.text.Span;
import java.util.List;

/// How a model would cut a text into tokens: all that token windows need to know of it. Used by one thread at a time.
public interface TokenRuler {
  /// The text's own tokens in order, without limit and without special tokens, as UTF-16 offsets into `text`. Spans may be empty, may
  /// repeat (several tokens of one character) and need not cover blanks.
  List<Span> tokenSpans(String text);

  /// Tokens every text costs besides its own: special tokens plus the prompt.
  int overhead();
}
