package io.semascope.neighbour;

import io.semascope.neighbour.pairs.ApproximateScan;
import java.util.Locale;

/// How the neighbours of all rows are looked for.
public sealed interface GraphSearch {
  /// From so many rows on an approximate search saves nearly half the time of an exact one: decision 0041 has the figures.
  int MANY_ROWS = 100_000;

  /// Among fewer rows an exact search takes no longer, so what is asked to be approximate is exact.
  int FEWEST_FOR_APPROXIMATE = ApproximateScan.FEWEST_ROWS;

  /// What is looked for where nothing else was asked.
  double USUAL_RECALL = 0.95;

  /// Exact below `MANY_ROWS` rows, from there on approximate with `USUAL_RECALL`.
  record Automatic() implements GraphSearch {}

  /// What is done once the number of rows is known.
  sealed interface Decided extends GraphSearch {}

  /// No pair is left out that could be among the nearest.
  record Exact() implements Decided {}

  /// Pairs that are probably far apart are left out.
  ///
  /// @param wantedRecall the share of the true neighbours that is aimed at, between 0.5 and 1, both excluded; what was reached is measured
  record Approximate(double wantedRecall) implements Decided {
    public Approximate {
      if (!(wantedRecall > 0.5 && wantedRecall < 1)) {
        throw new IllegalArgumentException("a recall of " + wantedRecall);
      }
    }
  }

  /// What is done with so many rows.
  default Decided among(int rows) {
    return switch (this) {
      case Automatic automatic -> rows < MANY_ROWS ? new Exact() : new Approximate(USUAL_RECALL);
      case Decided decided -> decided;
    };
  }

  /// `automatic`, `exact`, or the wanted recall of an approximate search, as `of` reads it.
  default String text() {
    return switch (this) {
      case Automatic automatic -> "automatic";
      case Exact exact -> "exact";
      case Approximate approximate -> String.valueOf(approximate.wantedRecall());
    };
  }

  /// Reads what `text` writes. Throws `IllegalArgumentException` for anything else.
  static GraphSearch of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "automatic" -> new Automatic();
      case "exact" -> new Exact();
      case String recall when recall.matches("0?\\.[0-9]{1,20}") ->
          new Approximate(Double.parseDouble(recall));
      case String other -> throw new IllegalArgumentException("no search is called " + other);
    };
  }
}
