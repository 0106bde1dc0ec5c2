package io.semascope.session;

import io.semascope.model.Truncation;
import io.semascope.neighbour.NeighbourList;
import io.semascope.probe.PairDistribution;
import io.semascope.space.VectorSpace;
import io.semascope.vector.DenseVector;
import java.util.List;

/// The neighbours of a text, with what their values mean in this space.
///
/// @param space the space that was searched; the rows of the list are its rows
/// @param query the vector that was asked about
/// @param list nearest first
/// @param pairs the same measure between random pairs of this space, for comparison
/// @param truncations what of the asked text its vector never saw: none or one
public record NeighbourAnswer(
    VectorSpace space,
    DenseVector query,
    NeighbourList list,
    PairDistribution pairs,
    List<Truncation> truncations) {
  public NeighbourAnswer {
    truncations = List.copyOf(truncations);
  }

  NeighbourAnswer withTruncations(List<Truncation> found) {
    return new NeighbourAnswer(space, query, list, pairs, found);
  }
}
