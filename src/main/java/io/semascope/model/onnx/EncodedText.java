package io.semascope.model.onnx;

import io.semascope.text.Span;
import java.util.Optional;

/// A text as the graph will see it: token ids after cutting, and what the cut lost.
final class EncodedText {
  private final long[] ids;
  private final long[] typeIds;
  private final int allTokens;
  private final Optional<Span> lost;
  private final boolean unknown;

  /// The arrays are given away.
  EncodedText(long[] ids, long[] typeIds, int allTokens, Optional<Span> lost, boolean unknown) {
    this.ids = ids;
    this.typeIds = typeIds;
    this.allTokens = allTokens;
    this.lost = lost;
    this.unknown = unknown;
  }

  /// Tokens that reach the graph.
  int length() {
    return ids.length;
  }

  long id(int position) {
    return ids[position];
  }

  long typeId(int position) {
    return typeIds[position];
  }

  /// Tokens before the cut.
  int allTokens() {
    return allTokens;
  }

  /// Whether the vocabulary has nothing of the text.
  boolean unknown() {
    return unknown;
  }

  /// The part of the text the graph will not see; empty when it sees all.
  Optional<Span> lost() {
    return lost;
  }
}
