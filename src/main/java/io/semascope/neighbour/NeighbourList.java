package io.semascope.neighbour;

import io.semascope.vector.Similarity;
import java.util.List;

/// The answer to one neighbour query.
///
/// @param similarity what the values mean
/// @param neighbours nearest first, ties by row
/// @param exact whether every row was compared; false means an approximate index may have missed some
public record NeighbourList(Similarity similarity, List<Neighbour> neighbours, boolean exact) {
  public NeighbourList {
    neighbours = List.copyOf(neighbours);
  }
}
