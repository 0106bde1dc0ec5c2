package io.semascope.session;

import io.semascope.model.EmbeddingModel;
import io.semascope.model.Purpose;
import io.semascope.model.Token;
import io.semascope.text.Span;
import io.semascope.text.chunking.TokenRuler;
import java.util.List;

/// Measures texts in the tokens of a model, as the chunker asks for them.
record ModelRuler(EmbeddingModel model) implements TokenRuler {
  @Override
  public List<Span> tokenSpans(String text) {
    return model.tokenize(text, Purpose.DOCUMENT).tokens().stream()
        .filter(token -> !token.span().isEmpty())
        .map(Token::span)
        .toList();
  }

  @Override
  public int overhead() {
    return (int)
        model.tokenize("a", Purpose.DOCUMENT).tokens().stream()
            .filter(token -> token.span().isEmpty())
            .count();
  }
}
