package io.semascope.model;

import java.util.List;

/// A text as the model sees it, before anything is cut off.
///
/// @param tokens all of them, prompt and special tokens included
/// @param maxTokens how many the model takes
public record Tokenization(List<Token> tokens, int maxTokens) {
  public Tokenization {
    tokens = List.copyOf(tokens);
  }
}
