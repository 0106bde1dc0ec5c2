package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.probe.PairDistribution;
import io.semascope.space.VectorSpace;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.List;

/// Finds the units nearest to a vector in the shown space.
final class FindNeighbours {
  private final VectorSpace space;

  FindNeighbours(VectorSpace space) {
    this.space = space;
  }

  /// The neighbours of a unit of the space; the unit itself is none.
  NeighbourAnswer ofUnit(
      String unitId, int count, Similarity similarity, Cancellation cancellation) {
    int row =
        space.rowOf(unitId).orElseThrow(() -> SessionProblem.unknownUnit(unitId, space.count()));
    DenseVector vector = space.vectors().row(row);
    return answer(vector, NeighbourQuery.of(vector, count, similarity).except(row), cancellation);
  }

  NeighbourAnswer ofVector(
      DenseVector vector, int count, Similarity similarity, Cancellation cancellation) {
    return answer(vector, NeighbourQuery.of(vector, count, similarity), cancellation);
  }

  private NeighbourAnswer answer(
      DenseVector vector, NeighbourQuery query, Cancellation cancellation) {
    return new NeighbourAnswer(
        space,
        vector,
        ExactIndex.over(space.vectors(), cancellation).nearest(query, cancellation),
        PairDistribution.of(
            space.vectors(), PairDistribution.Draw.usual(query.similarity()), cancellation),
        List.of());
  }
}
