package io.semascope.session.index;

import io.semascope.neighbour.approximate.RecallMeasurement;
import java.util.List;
import java.util.Optional;

/// How neighbours are searched.
public sealed interface SearchMethod {
  /// A word that says it all, `exact` or `hnsw-100`.
  String key();

  /// The method of a key; empty for anything that is none.
  static Optional<SearchMethod> of(String key) {
    String number = key.substring(key.lastIndexOf('-') + 1);
    int dial = number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
    return usual().stream()
        .flatMap(method -> method.at(dial).stream())
        .filter(method -> method.key().equals(key))
        .findFirst();
  }

  /// The same method at another dial; empty when it cannot be set so, and for one without a dial the method itself.
  private Optional<SearchMethod> at(int dial) {
    return switch (this) {
      case Exact exact -> Optional.of(exact);
      case Approximate one ->
          dial < one.least() || dial > one.most()
              ? Optional.empty()
              : Optional.of(one.withDial(dial));
    };
  }

  /// The same method where so many neighbours are wanted: nobody keeps fewer candidates than he wants, and the recall that is said is that of what was searched.
  default SearchMethod keeping(int neighbours) {
    return switch (this) {
      case Hnsw hnsw -> new Hnsw(Math.clamp(neighbours, hnsw.breadth(), Hnsw.MOST));
      case Exact exact -> exact;
      case Binary binary -> binary;
    };
  }

  /// One of each, the approximate ones as they are usually set.
  static List<SearchMethod> usual() {
    return List.of(new Exact(), Hnsw.usual(), Binary.usual());
  }

  /// Every row is compared.
  record Exact() implements SearchMethod {
    @Override
    public String key() {
      return "exact";
    }
  }

  /// Some rows may be missed: fewer the higher the dial is set, which takes longer.
  sealed interface Approximate extends SearchMethod permits Hnsw, Binary {
    /// How the dial is set, in `least()`..`most()`.
    int dial();

    int least();

    int most();

    Approximate withDial(int dial);

    /// The method without its dial.
    String name();

    @Override
    default String key() {
      return name() + "-" + dial();
    }
  }

  /// The edges of a layered graph are followed.
  ///
  /// @param breadth candidates kept, in 10..100,000: fewer than the ten nearest by which recall is measured would mean nothing
  record Hnsw(int breadth) implements Approximate {
    /// Smallest breadth.
    public static final int LEAST = RecallMeasurement.NEAREST;

    /// Largest breadth.
    public static final int MOST = 100_000;

    public Hnsw {
      requireInRange("breadth", breadth, LEAST, MOST);
    }

    public static Hnsw usual() {
      return new Hnsw(100);
    }

    @Override
    public int dial() {
      return breadth;
    }

    @Override
    public int least() {
      return LEAST;
    }

    @Override
    public int most() {
      return MOST;
    }

    @Override
    public Hnsw withDial(int dial) {
      return new Hnsw(dial);
    }

    @Override
    public String name() {
      return "hnsw";
    }
  }

  /// A bit per value is compared first.
  ///
  /// @param oversampling how many times as many rows as are wanted are compared by their values, in 1..1,000
  record Binary(int oversampling) implements Approximate {
    /// Smallest oversampling.
    public static final int LEAST = 1;

    /// Largest oversampling.
    public static final int MOST = 1_000;

    public Binary {
      requireInRange("oversampling", oversampling, LEAST, MOST);
    }

    public static Binary usual() {
      return new Binary(10);
    }

    @Override
    public int dial() {
      return oversampling;
    }

    @Override
    public int least() {
      return LEAST;
    }

    @Override
    public int most() {
      return MOST;
    }

    @Override
    public Binary withDial(int dial) {
      return new Binary(dial);
    }

    @Override
    public String name() {
      return "binary";
    }
  }

  private static void requireInRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("%s %d, not %d to %d".formatted(name, value, least, most));
    }
  }
}
