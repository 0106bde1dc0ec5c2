package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.projection.Placement;
import io.semascope.projection.Placer;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.DenseVector;
import io.semascope.vector.FixedOrder;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts a new vector into a finished t-SNE whose points stay where they are (Poličar, Stražar & Zupan 2024, section 3.4): from the median of its nearest
/// rows, downhill on its own divergence. t-SNE has no formula for new points, so the place is an estimate. Safe for use from several threads.
public final class TsnePlacer implements Placer {
  private static final int ANCHORS = 25;
  private static final double PERPLEXITY = 5;
  private static final double EXAGGERATION = 1.5;
  private static final double LEARNING_RATE = 0.1;
  private static final int ITERATIONS = 250;
  private static final double LONGEST_GRADIENT = 0.25;
  private static final int BLOCKS = 64;

  private final VectorBlock block;
  private final float[] positions;
  private final BarnesHutTree tree;

  private TsnePlacer(VectorBlock block, float[] positions) {
    this.block = block;
    this.positions = positions;
    tree = BarnesHutTree.over(positions, BarnesHutTree.THETA);
  }

  /// Row i of the block stands at position i of the layout. Throws `TooFewPoints` when there is none, `IllegalArgumentException` when the two have
  /// different counts or a position is not finite.
  public static TsnePlacer of(VectorBlock block, PlanarLayout layout) {
    if (block.count() != layout.count() || !layout.isFinite()) {
      throw new IllegalArgumentException(
          "no layout of these " + block.count() + " vectors: " + layout.count() + " positions");
    }
    if (block.count() == 0) {
      throw new TooFewPoints("A place in the map", 0, 1);
    }
    return new TsnePlacer(block, layout.toArray());
  }

  /// Throws `IllegalArgumentException` when the dimension is another, `JobCancelled` when asked to stop.
  @Override
  public Placement place(DenseVector vector, Cancellation cancellation) {
    if (vector.dimension() != block.dimension()) {
      throw new IllegalArgumentException(
          "dimensions differ: " + vector.dimension() + " and " + block.dimension());
    }
    double[] squaredDistances = squaredDistances(vector.toArray(), cancellation);
    List<Integer> anchors = nearest(squaredDistances, Math.min(ANCHORS, block.count()));
    float[] place = {median(anchors, 0), median(anchors, 1)};
    double perplexity = Math.max(1, Math.min(PERPLEXITY, anchors.size() / 3.0));
    int neighbours = Math.min(anchors.size(), (int) (3 * perplexity));
    double[] nearest = new double[neighbours];
    for (int j = 0; j < neighbours; j++) {
      nearest[j] = squaredDistances[anchors.get(j)];
    }
    double[] affinities = new double[neighbours];
    Bandwidth.probabilities(nearest, perplexity, affinities);
    GradientDescent descent = GradientDescent.clipped(1, LONGEST_GRADIENT);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      cancellation.check();
      descent.step(place, gradient(place, anchors, affinities), LEARNING_RATE);
    }
    return new Placement.Estimated(place[0], place[1], anchors);
  }

  /// Affinities and Z are those of the new point alone.
  private float[] gradient(float[] place, List<Integer> anchors, double[] affinities) {
    float[] gradient = new float[2];
    float normalisation = tree.repulsion(place[0], place[1], gradient);
    gradient[0] /= -normalisation;
    gradient[1] /= -normalisation;
    for (int j = 0; j < affinities.length; j++) {
      int row = anchors.get(j);
      float dx = place[0] - positions[2 * row];
      float dy = place[1] - positions[2 * row + 1];
      float pull = (float) (EXAGGERATION * affinities[j]) / (1 + dx * dx + dy * dy);
      gradient[0] += pull * dx;
      gradient[1] += pull * dy;
    }
    return gradient;
  }

  private double[] squaredDistances(float[] vector, Cancellation cancellation) {
    double[] squaredDistances = new double[block.count()];
    Fork.blocks(
        BLOCKS,
        cancellation,
        part -> {
          float[] row = new float[vector.length];
          int end = (int) ((part + 1L) * block.count() / BLOCKS);
          for (int i = (int) ((long) part * block.count() / BLOCKS); i < end; i++) {
            block.copyRow(i, row);
            squaredDistances[i] = FixedOrder.squaredDistance(row, vector);
          }
        });
    return squaredDistances;
  }

  private static List<Integer> nearest(double[] squaredDistances, int count) {
    List<Integer> nearest = new ArrayList<>(count + 1);
    for (int row = 0; row < squaredDistances.length; row++) {
      int at = nearest.size();
      while (at > 0 && squaredDistances[row] < squaredDistances[nearest.get(at - 1)]) {
        at--;
      }
      if (at < count) {
        nearest.add(at, row);
        if (nearest.size() > count) {
          nearest.removeLast();
        }
      }
    }
    return nearest;
  }

  private float median(List<Integer> rows, int axis) {
    float[] values = new float[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = positions[2 * rows.get(i) + axis];
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
