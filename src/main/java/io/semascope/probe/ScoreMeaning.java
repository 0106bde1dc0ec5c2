package io.semascope.probe;

import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What one neighbour's score means in its space.
///
/// @param neighbour the row and its raw score
/// @param percentile the percentage of random pairs of the space that are farther apart, in [0, 100]; NaN when the space has no pairs to compare with
/// @param marginOverNext how much nearer it is than the next in the list, in units of the score and at least 0; empty for the last
public record ScoreMeaning(Neighbour neighbour, double percentile, OptionalDouble marginOverNext) {
  /// Below this many pairs a percentage would promise a precision that is not there.
  private static final int FEW_PAIRS = 200;

  /// One for every neighbour, in the order of the list. Throws `IllegalArgumentException` when the pairs were compared by another similarity.
  public static List<ScoreMeaning> of(NeighbourList list, PairDistribution pairs) {
    if (list.similarity() != pairs.similarity()) {
      throw new IllegalArgumentException(
          "scores by " + list.similarity() + " against pairs by " + pairs.similarity());
    }
    List<Neighbour> neighbours = list.neighbours();
    List<ScoreMeaning> meanings = new ArrayList<>(neighbours.size());
    for (int i = 0; i < neighbours.size(); i++) {
      double value = neighbours.get(i).value();
      OptionalDouble margin =
          i + 1 < neighbours.size()
              ? OptionalDouble.of(Math.abs(value - neighbours.get(i + 1).value()))
              : OptionalDouble.empty();
      meanings.add(new ScoreMeaning(neighbours.get(i), pairs.percentile(value), margin));
    }
    return List.copyOf(meanings);
  }

  /// The same where there is no other pair than that of the question and its one neighbour, which says nothing of itself.
  public static List<ScoreMeaning> withoutPairs(NeighbourList list) {
    return list.neighbours().stream()
        .map(neighbour -> new ScoreMeaning(neighbour, Double.NaN, OptionalDouble.empty()))
        .toList();
  }

  /// Whether the pairs are so few that they are counted out in place of a percentage.
  public static boolean few(PairDistribution pairs) {
    return pairs.pairs() < FEW_PAIRS;
  }

  /// How many of the pairs are farther apart, in words: “above 9 of 10”, “above 97.3 %”, “nearer than all”; empty where the percentile is none.
  public Optional<String> comparison(PairDistribution pairs) {
    if (Double.isNaN(percentile)) {
      return Optional.empty();
    }
    String than = pairs.similarity().largerIsNearer() ? "above " : "nearer than ";
    long beaten = Math.round(percentile / 100 * pairs.pairs());
    if (beaten == pairs.pairs()) {
      return Optional.of(than + "all");
    }
    return Optional.of(
        few(pairs) ? "%s%d of %d".formatted(than, beaten, pairs.pairs()) : than + percent());
  }

  /// The percentile, rounded down, so that “100.0 %” is never said of a score some pair reaches.
  public String percent() {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(percentile * 10) / 10);
  }
}
