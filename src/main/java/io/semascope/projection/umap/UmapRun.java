package io.semascope.projection.umap;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.StartStages;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.Umap;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.VectorBlock;
import java.util.Optional;
import java.util.OptionalDouble;

/// Our own UMAP. Equal vectors and equal parameters give the same picture to the last bit, on any number of cores and however the epochs are divided into
/// steps. An iteration is an epoch.
///
/// `change` and `frame` may be called from any thread.
public final class UmapRun implements LayoutRun {
  /// Two points have no neighbourhoods.
  static final int FEWEST_POINTS = 3;

  /// Above, squared distances leave the range of a float.
  private static final double LONGEST_VECTOR = 1e18;

  private static final int ROWS_AT_ONCE = 1024;

  /// With fewer epochs, umap-learn leaves out the weak edges that the usual number of epochs would never pull.
  private static final int FEW_EPOCHS = 10;

  private final Umap method;
  private final Descent descent;
  private final int neighbours;
  private final int components;
  private final int plannedEpochs;
  private final Optional<GraphRecall> recall;
  private int epoch;
  private volatile LiveParameters.OfUmap parameters;
  private LiveParameters.OfUmap followed;
  private boolean turned;
  private Curve curve;
  private Forces forces;
  private volatile LayoutFrame frame;

  private UmapRun(Umap method, Descent descent, Sizes sizes) {
    this.method = method;
    this.descent = descent;
    neighbours = sizes.neighbours;
    components = sizes.components;
    plannedEpochs = sizes.epochs;
    recall = sizes.recall;
    parameters = new LiveParameters.OfUmap(method.minDist(), method.spread(), method.repulsion());
    followed = parameters;
    curve = Curve.fit(method.minDist(), method.spread());
    forces = new Forces(curve, method.repulsion());
    frame = newFrame();
  }

  /// What the number of points made of the parameters.
  private record Sizes(int neighbours, int components, int epochs, Optional<GraphRecall> recall) {}

  /// Finds the neighbours and the starting positions. The meter is told the rows whose neighbours are known. Throws `TooFewPoints` below three points,
  /// `VectorsNotFinite`, `GraphTooLarge`, `JobCancelled`.
  public static UmapRun start(SearchedRows rows, Umap method, JobContext context) {
    return start(rows, method, context, StartStages.unwatched());
  }

  /// The same, telling `neighbours` (with a look at every vector before), `fuzzy graph` and `start` (the starting positions and
  /// all that is laid out for the first epoch) apart.
  public static UmapRun start(
      SearchedRows rows, Umap method, JobContext context, StartStages stages) {
    VectorBlock block = rows.block();
    int count = block.count();
    if (count < FEWEST_POINTS) {
      throw new TooFewPoints("UMAP", count, FEWEST_POINTS);
    }
    Cancellation cancellation = context.cancellation();
    int neighbours = Math.min(method.neighbours(), count);
    NeighbourGraph nearest =
        stages.time(
            "neighbours",
            () -> {
              requireFinite(block, cancellation);
              return rows.graph(neighbours - 1, method.graphSearch(), context);
            });
    int epochs = method.wantedEpochs();
    double weakest = 1.0 / (epochs > FEW_EPOCHS ? epochs : Umap.USUAL_EPOCHS);
    FuzzyGraph graph =
        stages.time(
            "fuzzy graph", () -> FuzzyGraph.of(nearest, neighbours - 1, weakest, cancellation));
    return stages.time(
        "start",
        () -> {
          Components components = Components.of(graph);
          float[] positions =
              new StartingPositions(block, cancellation).of(method, graph, components);
          return new UmapRun(
              method,
              new Descent(graph, positions, method.seed()),
              new Sizes(neighbours, components.count(), epochs, nearest.recall()));
        });
  }

  private static void requireFinite(VectorBlock block, Cancellation cancellation) {
    Fork.blocks(
        (block.count() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        part -> {
          int last = Math.min(block.count(), (part + 1) * ROWS_AT_ONCE);
          for (int row = part * ROWS_AT_ONCE; row < last; row++) {
            if (!(block.row(row).norm() <= LONGEST_VECTOR)) {
              throw new VectorsNotFinite(row);
            }
          }
        });
  }

  @Override
  public LayoutFrame step(int iterations, Cancellation cancellation) {
    int until = (int) Math.min(plannedEpochs, (long) epoch + iterations);
    try {
      followParameters();
      while (epoch < until) {
        cancellation.check();
        float rate = 1 - (float) epoch / plannedEpochs;
        descent.run(epoch, rate, forces, cancellation);
        epoch++;
      }
    } finally {
      if (frame.iteration() != epoch) {
        frame = newFrame();
      }
    }
    return frame;
  }

  private void followParameters() {
    LiveParameters.OfUmap wanted = parameters;
    if (!wanted.equals(followed)) {
      curve = Curve.fit(wanted.minDist(), wanted.spread());
      forces = new Forces(curve, wanted.repulsion());
      followed = wanted;
      turned = true;
    }
  }

  private LayoutFrame newFrame() {
    return new LayoutFrame(
        PlanarLayout.copyOf(descent.positions()),
        epoch,
        "arranging neighbourhoods",
        OptionalDouble.empty());
  }

  @Override
  public LayoutFrame frame() {
    return frame;
  }

  /// Where minimal distance and spread contradict each other, the one that was not turned gives way.
  @Override
  public synchronized void change(LiveChange change) {
    if (!(change instanceof LiveChange.OfUmap asked)) {
      throw new IllegalArgumentException("no change of a UMAP: " + change);
    }
    LiveParameters.OfUmap now = parameters;
    double minDist = asked.minDist().orElse(now.minDist());
    double spread = asked.spread().orElse(Math.max(now.spread(), minDist));
    LiveParameters.OfUmap next =
        new LiveParameters.OfUmap(
            asked.minDist().isPresent() ? minDist : Math.min(minDist, spread),
            spread,
            asked.repulsion().orElse(now.repulsion()));
    if (!Umap.isCurve(next.minDist(), next.spread()) || !Umap.isRepulsion(next.repulsion())) {
      throw new IllegalArgumentException("UMAP parameters out of range: " + change);
    }
    parameters = next;
  }

  @Override
  public LiveParameters.OfUmap parameters() {
    return parameters;
  }

  @Override
  public Optional<GraphRecall> recall() {
    return recall;
  }

  @Override
  public boolean finished() {
    return epoch >= plannedEpochs;
  }

  @Override
  public int plannedIterations() {
    return plannedEpochs;
  }

  @Override
  public Projection result(Cancellation cancellation) {
    LayoutFrame last = frame;
    return new Projection(
        method,
        last.positions(),
        new ProjectionFacts.OfUmap(
            neighbours,
            last.iteration(),
            plannedEpochs,
            curve.a(),
            curve.b(),
            followed.repulsion(),
            components,
            turned,
            recall));
  }
}
