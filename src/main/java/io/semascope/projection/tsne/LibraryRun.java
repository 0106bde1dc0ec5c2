package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.GraphRecall;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.vector.VectorBlock;
import java.util.Optional;
import java.util.OptionalDouble;

/// The library `de.javagl:bh-tsne` 0.0.1, derived from the Delft implementation of Barnes–Hut t-SNE, as one long step.
///
/// It shows no positions on the way and can be stopped only between its iterations, not while it searches neighbours; a stopped run has no picture. Seed,
/// perplexity and the total of iterations are taken from the method. The rest is fixed inside the library: a random start, 250 iterations at exaggeration
/// 12 (all of them when there are fewer), learning rate 200, momentum 0.5 and then 0.8, θ = 0.5; its Gaussian kernel takes distances that are not
/// squared. The result's method says what was really used. Its divergence is not told. Until the step is done the frame shows all points at (0, 0).
public final class LibraryRun implements LayoutRun {
  private static final int EARLY_ITERATIONS = 250;
  private static final double EXAGGERATION = 12;
  private static final double LEARNING_RATE = 200;

  private final VectorBlock block;
  private final Tsne method;
  private final double perplexity;
  private volatile LayoutFrame frame;

  private LibraryRun(VectorBlock block, Tsne method, double perplexity) {
    this.block = block;
    this.method = method;
    this.perplexity = perplexity;
    PlanarLayout nowhere = PlanarLayout.copyOf(new float[2 * block.count()]);
    frame = new LayoutFrame(nowhere, 0, "not yet started", OptionalDouble.empty());
  }

  /// Computes nothing yet. Throws `TooFewPoints` below four points.
  public static LibraryRun start(VectorBlock block, Tsne asked) {
    int total = Math.addExact(asked.earlyIterations(), asked.iterations());
    int early = Math.min(EARLY_ITERATIONS, total - 1);
    Tsne used =
        new Tsne(
            asked.perplexity(),
            asked.seed(),
            Tsne.Engine.LIBRARY,
            early,
            total - early,
            EXAGGERATION,
            LEARNING_RATE);
    return new LibraryRun(
        block, used, Neighbourhood.of(asked.perplexity(), block.count()).perplexity());
  }

  /// The whole run, however few iterations were asked for, unless that is none.
  @Override
  public LayoutFrame step(int iterations, Cancellation cancellation) {
    cancellation.check();
    if (iterations < 1 || finished()) {
      return frame;
    }
    de.javagl.tsne.Tsne library = new de.javagl.tsne.Tsne();
    library.setOutputDims(2);
    library.setInitialDims(block.dimension());
    library.setPerplexity(perplexity);
    library.setTheta(BarnesHutTree.THETA);
    library.setMaxIterations(plannedIterations());
    library.setRandomSeed(method.seed());
    library.setMessageConsumer(message -> {});
    library.setProgressConsumer(share -> cancellation.check());
    PlanarLayout layout = layout(run(library));
    if (!layout.isFinite()) {
      throw new LayoutDiverged(plannedIterations(), 0, parameters());
    }
    frame = new LayoutFrame(layout, plannedIterations(), "done", OptionalDouble.empty());
    return frame;
  }

  private double[][] run(de.javagl.tsne.Tsne library) {
    double[][] rows = new double[block.count()][block.dimension()];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < block.dimension(); i++) {
        rows[row][i] = block.get(row, i);
      }
    }
    try {
      double[][] positions = library.run(rows);
      if (positions == null) {
        throw new LibraryFailed("its thread was interrupted", null);
      }
      return positions;
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LibraryFailed(
          "it broke down over %,d points of %,d values".formatted(rows.length, block.dimension()),
          e);
    }
  }

  private static PlanarLayout layout(double[][] positions) {
    float[] coordinates = new float[2 * positions.length];
    for (int row = 0; row < positions.length; row++) {
      coordinates[2 * row] = (float) positions[row][0];
      coordinates[2 * row + 1] = (float) positions[row][1];
    }
    return PlanarLayout.copyOf(coordinates);
  }

  @Override
  public LayoutFrame frame() {
    return frame;
  }

  /// Throws `UnsupportedOperationException`: the library takes no changes.
  @Override
  public void change(LiveChange change) {
    throw new UnsupportedOperationException("bh-tsne takes no changes while it runs");
  }

  @Override
  public LiveParameters.OfTsne parameters() {
    double exaggeration = frame.iteration() < method.earlyIterations() ? EXAGGERATION : 1;
    return new LiveParameters.OfTsne(perplexity, exaggeration, LEARNING_RATE);
  }

  /// Always empty: the library does not tell it.
  @Override
  public Optional<GraphRecall> recall() {
    return Optional.empty();
  }

  @Override
  public boolean finished() {
    return frame.iteration() > 0;
  }

  @Override
  public int plannedIterations() {
    return method.earlyIterations() + method.iterations();
  }

  /// The divergence is NaN: the library does not tell it.
  @Override
  public Projection result(Cancellation cancellation) {
    LayoutFrame last = frame;
    return new Projection(
        method,
        last.positions(),
        new ProjectionFacts.OfTsne(perplexity, last.iteration(), plannedIterations(), Double.NaN));
  }

  /// The library gave up.
  public static final class LibraryFailed extends ProblemException {
    private static final long serialVersionUID = 1L;

    LibraryFailed(String why, @org.jspecify.annotations.Nullable Throwable cause) {
      super(
          ProblemKind.LAYOUT,
          new ProblemReport(
              "The t-SNE library gave no picture.",
              "The cause is that " + why + ".",
              "Choose our own Barnes–Hut engine, which works on the same input."),
          cause);
    }
  }
}
