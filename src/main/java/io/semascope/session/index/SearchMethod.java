package io.semascope.session.index;

/// How neighbours are searched.
public sealed interface SearchMethod {
  /// Every row is compared.
  record Exact() implements SearchMethod {}

  /// A layered graph is walked, which may miss some.
  ///
  /// @param breadth candidates kept, in 1..100,000: more find more and take longer
  record Hnsw(int breadth) implements SearchMethod {
    public static final int MOST_BREADTH = 100_000;

    public Hnsw {
      if (breadth < 1 || breadth > MOST_BREADTH) {
        throw new IllegalArgumentException("a breadth of " + breadth);
      }
    }
  }
}
