package io.semascope.neighbour.approximate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.function.Function;

/// What every approximate index keeps to, however it looks for neighbours.
///
/// @param build makes the index, at a dial that looks at everything that few rows have
record ApproximateIndexRules(Function<VectorBlock, ApproximateIndex> build) {
  private static final Cancellation NEVER = Cancellation.never();

  void otherLengthsFallBackToTheExactSearchAndSaySo() {
    VectorBlock block = ClusteredPoints.of(300, false, 8);
    ApproximateIndex uneven = build.apply(block);
    for (Similarity similarity : Similarity.values()) {
      NeighbourQuery query = NeighbourQuery.of(block.row(3), 10, similarity);
      boolean approximate = similarity == Similarity.COSINE;
      assertEquals(approximate, uneven.approximates(similarity), similarity.name());
      assertEquals(!approximate, uneven.nearest(query, NEVER).exact(), similarity.name());
      assertEquals(
          ExactIndex.over(block, NEVER).nearest(query, NEVER).neighbours(),
          uneven.nearest(query, NEVER).neighbours());
    }
  }

  void rowsWithoutADirectionAreNeverFound() {
    VectorBlock block =
        VectorBlock.copyOf(
            List.of(
                new float[] {0, 0},
                new float[] {1, 0},
                new float[] {Float.NaN, 1},
                new float[] {3e38f, 3e38f},
                new float[] {0, 1}),
            2);
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(1, 0), 5, Similarity.COSINE);
    assertEquals(
        ExactIndex.over(block, NEVER).nearest(query, NEVER).neighbours(),
        build.apply(block).nearest(query, NEVER).neighbours());
    assertEquals(
        List.of(),
        build.apply(VectorBlock.copyOf(List.of(), 2)).nearest(query, NEVER).neighbours());
  }
}
