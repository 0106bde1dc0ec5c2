package io.semascope.wronghouse.retrieval;

/// A sealed family of records: a value type.
public sealed interface Choice {
  record Best(int row) implements Choice {}
}
