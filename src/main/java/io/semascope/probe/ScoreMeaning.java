package io.semascope.probe;

import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What one neighbour's score means in its space.
///
/// @param neighbour the row and its raw score
/// @param percentile the percentage of random pairs of the space that are farther apart, in [0, 100]; NaN when the space has no pairs
/// @param marginOverNext how much nearer it is than the next in the list, in units of the score and at least 0; empty for the last
public record ScoreMeaning(Neighbour neighbour, double percentile, OptionalDouble marginOverNext) {
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
}
