package io.semascope.projection.umap;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.projection.Placement;
import io.semascope.projection.Placer;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.Umap;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;

/// Puts a new vector into a finished UMAP whose points stay where they are, as umap-learn's transform does: from the mean of its nearest rows, weighted by
/// their membership, through a third of the map's epochs in which it alone is moved, by the forces the map ended with. UMAP has no formula for new points,
/// so the place is an estimate. Safe for use from several threads.
public final class UmapPlacer implements Placer {
  /// A third, as umap-learn takes of the epochs it was given (its own choice for the map and for new points, 200 or 500 and 30 or 100, keeps to no ratio).
  private static final int PART_OF_EPOCHS = 3;

  /// The first step is a quarter of that of the picture's own points.
  private static final float FIRST_RATE = 0.25f;

  /// The new point is none of those it is pushed from.
  private static final int NOBODY = -1;

  private final ExactIndex index;
  private final float[] positions;
  private final Forces forces;
  private final int neighbours;
  private final int epochs;
  private final long seed;

  private UmapPlacer(
      ExactIndex index, PlanarLayout layout, Umap method, ProjectionFacts.OfUmap facts) {
    this.index = index;
    positions = layout.toArray();
    forces = new Forces(new Curve(facts.a(), facts.b()), facts.repulsion());
    neighbours = Math.min(facts.neighbours(), layout.count());
    epochs = method.wantedEpochs() / PART_OF_EPOCHS;
    seed = method.seed();
  }

  /// Row i of the block stands at position i of the picture, which is a UMAP. Throws `TooFewPoints` when there is none, `IllegalArgumentException` when
  /// the two have different counts or a position is not finite, `JobCancelled`.
  public static UmapPlacer of(VectorBlock block, Projection projection, Cancellation cancellation) {
    PlanarLayout layout = projection.layout();
    if (!(projection.method() instanceof Umap method)
        || !(projection.facts() instanceof ProjectionFacts.OfUmap facts)) {
      throw new IllegalArgumentException("no UMAP but " + projection.method().key());
    }
    if (block.count() != layout.count() || !layout.isFinite()) {
      throw new IllegalArgumentException(
          "no layout of these " + block.count() + " vectors: " + layout.count() + " positions");
    }
    if (block.count() == 0) {
      throw new TooFewPoints("A place in the map", 0, 1);
    }
    return new UmapPlacer(ExactIndex.over(block, cancellation), layout, method, facts);
  }

  /// Throws `IllegalArgumentException` when the dimension is another or a value is not finite, `JobCancelled` when asked to stop.
  @Override
  public Placement place(DenseVector vector, Cancellation cancellation) {
    List<Neighbour> nearest =
        index
            .nearest(NeighbourQuery.of(vector, neighbours, Similarity.EUCLIDEAN), cancellation)
            .neighbours();
    int[] rows = nearest.stream().mapToInt(Neighbour::row).toArray();
    double[] distances = nearest.stream().mapToDouble(Neighbour::value).toArray();
    SmoothDistances smooth = SmoothDistances.ofNewPoint(distances);
    double[] strengths = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      strengths[i] = smooth.membership(distances[i]);
    }
    float[] place = mean(rows, strengths);
    for (int epoch = 0; epoch < epochs; epoch++) {
      cancellation.check();
      move(place, rows, strengths, epoch);
    }
    return new Placement.Estimated(
        place[0], place[1], nearest.stream().map(Neighbour::row).toList());
  }

  /// The place of a row that is the same vector, or the weighted mean of all.
  private float[] mean(int[] rows, double[] strengths) {
    if (strengths[0] == 1) {
      return new float[] {positions[2 * rows[0]], positions[2 * rows[0] + 1]};
    }
    double x = 0;
    double y = 0;
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      x += strengths[i] * positions[2 * rows[i]];
      y += strengths[i] * positions[2 * rows[i] + 1];
      total += strengths[i];
    }
    return new float[] {(float) (x / total), (float) (y / total)};
  }

  /// Each row pulls as often as its strength relative to the strongest says.
  private void move(float[] place, int[] rows, double[] strengths, int epoch) {
    Walker walker =
        new Walker(forces, FIRST_RATE * (1 - (float) epoch / epochs), place[0], place[1]);
    for (int i = 0; i < rows.length; i++) {
      double pace = strengths[i] / strengths[0];
      if (Math.floor((epoch + 1) * pace) > Math.floor(epoch * pace)) {
        walker.pull(positions, rows[i], 1);
        walker.push(positions, NOBODY, Draws.key(seed, (long) epoch * rows.length + i));
      }
    }
    place[0] = walker.x();
    place[1] = walker.y();
  }
}
