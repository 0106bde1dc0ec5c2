package io.semascope.text;

/// Whatever gets exactly one vector.
public sealed interface TextUnit permits Chunk, TypedText {
  /// Unique within a workspace.
  String id();

  /// The text the vector was made from.
  String text();
}
