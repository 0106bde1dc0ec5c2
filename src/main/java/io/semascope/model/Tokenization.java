package io.semascope.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A text as the model sees it, before anything is cut off.
///
/// @param tokens all of them, prompt and special tokens included
/// @param maxTokens how many the model takes
public record Tokenization(List<Token> tokens, int maxTokens) {
  public Tokenization {
    tokens = List.copyOf(tokens);
  }

  /// How many tokens the model sees.
  public int keptTokens() {
    return Math.min(tokens.size(), maxTokens);
  }

  /// Whether the model never sees this token. The cut takes away the end of the text and keeps the special tokens behind it.
  ///
  /// @param index in `tokens`
  public boolean isLost(int index) {
    int behind = trailingSpecials();
    return tokens.size() > maxTokens
        && index >= maxTokens - behind
        && index < tokens.size() - behind;
  }

  private int trailingSpecials() {
    int count = 0;
    while (count < tokens.size() && tokens.get(tokens.size() - 1 - count).special()) {
      count++;
    }
    return count;
  }

  /// Where in the text the part begins that the model never sees; empty when it sees all of it.
  public OptionalInt lostFrom() {
    return IntStream.range(0, tokens.size())
        .filter(index -> isLost(index) && !tokens.get(index).span().isEmpty())
        .map(index -> tokens.get(index).span().start())
        .findFirst();
  }
}
