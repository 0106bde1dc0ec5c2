package io.semascope.model;

import io.semascope.text.Span;

/// Says that the end of a text did not reach its vector.
///
/// @param index of the text in the request
/// @param tokens the whole text had, prompt and special tokens included
/// @param keptTokens how many of them the model saw
/// @param lost the part of the text the model never saw
public record Truncation(int index, int tokens, int keptTokens, Span lost) {
  /// The same cut of a text that stands elsewhere in another request.
  public Truncation at(int otherIndex) {
    return new Truncation(otherIndex, tokens, keptTokens, lost);
  }
}
