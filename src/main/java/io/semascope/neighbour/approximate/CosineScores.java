package io.semascope.neighbour.approximate;

import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.semascope.job.Cancellation;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;

/// Tells the library how near two rows are, (1 + cosine) / 2 in float32, from the block itself: no vector is copied. Safe for use from several threads.
final class CosineScores implements BuildScoreProvider {
  private final VectorBlock block;
  private final Directions directions;
  private final Kernel kernel = Kernels.best();

  private CosineScores(VectorBlock block, Directions directions) {
    this.block = block;
    this.directions = directions;
  }

  static CosineScores of(VectorBlock block, Cancellation cancellation) {
    return new CosineScores(block, Directions.of(block, cancellation));
  }

  VectorBlock block() {
    return block;
  }

  Directions directions() {
    return directions;
  }

  /// Whether a row has a cosine.
  boolean usable(int row) {
    return directions.has(row);
  }

  /// How many rows have a cosine.
  int usableCount() {
    return directions.count();
  }

  /// Whether every row has length 1.
  boolean unit() {
    return directions.unit();
  }

  /// Scores of rows against a query that has a direction; throws `JobCancelled` out of the search when asked to stop.
  SearchScoreProvider against(DenseVector query, Cancellation cancellation) {
    float[] values = query.toArray();
    float inverse = (float) (1 / query.norm());
    return new DefaultSearchScoreProvider(
        (ScoreFunction.ExactScoreFunction)
            row -> {
              cancellation.check();
              float cosine = kernel.dot(values, block, row) * inverse * directions.inverse(row);
              return score(Float.isFinite(cosine) ? cosine : inDouble(query, row));
            });
  }

  @Override
  public SearchScoreProvider searchProviderFor(int node) {
    return new DefaultSearchScoreProvider(
        (ScoreFunction.ExactScoreFunction)
            row -> {
              float cosine =
                  kernel.dot(block, node, block, row)
                      * directions.inverse(node)
                      * directions.inverse(row);
              return score(Float.isFinite(cosine) ? cosine : inDouble(block.row(node), row));
            });
  }

  private static float score(float cosine) {
    return Math.max(0, (1 + cosine) / 2);
  }

  /// For values so large that a float32 sum overflows.
  private float inDouble(DenseVector query, int row) {
    return (float) Similarity.COSINE.between(query, block.row(row));
  }

  @Override
  public SearchScoreProvider diversityProviderFor(int node) {
    return searchProviderFor(node);
  }

  @Override
  public boolean isExact() {
    return true;
  }

  /// Asked for only where a graph has no layers above the ground.
  @Override
  public VectorFloat<?> approximateCentroid() {
    throw new UnsupportedOperationException("a layered graph is entered from its top");
  }

  /// Asked for only where the library holds the vectors.
  @Override
  public SearchScoreProvider searchProviderFor(VectorFloat<?> vector) {
    throw new UnsupportedOperationException("the vectors stay in their block");
  }
}
