package io.semascope.model;

/// How token vectors become one vector.
public enum Pooling {
  /// The mean over tokens the attention mask keeps.
  MEAN,
  /// The first token.
  CLS,
  /// The last token the attention mask keeps.
  LAST_TOKEN,
  /// The graph gives one vector per text itself.
  IN_GRAPH,
  /// No pooling: one vector per token, compared by MaxSim.
  NONE
}
