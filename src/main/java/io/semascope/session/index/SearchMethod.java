package io.semascope.session.index;

import java.util.Optional;
import java.util.OptionalInt;

/// How neighbours are searched.
public sealed interface SearchMethod {
  /// A word that says it all, `exact` or `hnsw-100`.
  String key();

  /// The method of a key; empty for anything that is none.
  static Optional<SearchMethod> of(String key) {
    if (key.equals(new Exact().key())) {
      return Optional.of(new Exact());
    }
    OptionalInt breadth = dial(key, "hnsw-");
    return breadth.isPresent() && Hnsw.isBreadth(breadth.getAsInt())
        ? Optional.of(new Hnsw(breadth.getAsInt()))
        : Optional.empty();
  }

  private static OptionalInt dial(String key, String prefix) {
    return key.startsWith(prefix) && key.substring(prefix.length()).matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(key.substring(prefix.length())))
        : OptionalInt.empty();
  }

  /// Every row is compared.
  record Exact() implements SearchMethod {
    @Override
    public String key() {
      return "exact";
    }
  }

  /// A layered graph is walked, which may miss some.
  ///
  /// @param breadth candidates kept, in 1..100,000: more find more and take longer
  record Hnsw(int breadth) implements SearchMethod {
    public static final int MOST_BREADTH = 100_000;
    public static final int USUAL_BREADTH = 100;

    public Hnsw {
      if (!isBreadth(breadth)) {
        throw new IllegalArgumentException("a breadth of " + breadth);
      }
    }

    private static boolean isBreadth(int value) {
      return value >= 1 && value <= MOST_BREADTH;
    }

    @Override
    public String key() {
      return "hnsw-" + breadth;
    }
  }
}
