package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LayoutRun;
import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.StartStages;
import io.semascope.projection.Tsne;
import java.util.Optional;
import java.util.OptionalDouble;

/// Our own t-SNE. Equal vectors and equal parameters give the same picture to the last bit, on any number of cores and however the
/// iterations are divided into steps.
///
/// A live change of exaggeration or learning rate holds until the next change; what was never turned follows the plan (exaggeration falls to 1 after the
/// early iterations, an automatic learning rate is n / exaggeration). `change` and `frame` may be called from any thread.
public final class TsneRun implements LayoutRun {
  /// A divergence costs about one iteration.
  private static final int ITERATIONS_PER_DIVERGENCE = 50;

  /// Of the divergence in 50 iterations: 1/5000 for each, the criterion of opt-SNE (Belkina et al. 2019).
  private static final double SMALLEST_IMPROVEMENT = 0.004;

  /// Finer than for the forces, because the divergence feels every error of Z: at most 0.005.
  private static final double THETA_OF_DIVERGENCE = 0.2;

  private static final int FEWEST_FOR_GRID = 1000;

  /// Entries; 50,000 points with 90 neighbours have more.
  private static final long LARGE_GRAPH = 1L << 22;

  private final SearchedRows rows;
  private final Tsne method;
  private final float[] positions;
  private final Repulsion repulsion;
  private final Gradient gradient;
  private final GradientDescent descent;
  private NeighbourGraph graph;
  private Affinities affinities;
  private Neighbourhood neighbourhood;
  private int iteration;

  /// As it was at the iteration `divergenceKnownAt`.
  private OptionalDouble divergence = OptionalDouble.empty();

  private int divergenceKnownAt;
  private double judged = Double.POSITIVE_INFINITY;
  private Optional<Schedule> judgedSchedule = Optional.empty();
  private volatile boolean settled;
  private volatile Schedule schedule;
  private volatile LayoutFrame frame;

  private TsneRun(SearchedRows rows, Tsne method, float[] positions, Graphs graphs) {
    this.rows = rows;
    this.method = method;
    this.positions = positions;
    repulsion = repulsion(method.engine(), rows.count());
    gradient = new Gradient(rows.count(), repulsion);
    descent = GradientDescent.free(rows.count());
    graph = graphs.graph;
    affinities = graphs.affinities;
    neighbourhood = graphs.neighbourhood;
    schedule = Schedule.of(method, neighbourhood.perplexity(), rows.count());
    iteration = graphs.iteration;
    divergenceKnownAt = iteration;
    frame = newFrame();
  }

  /// What is known before the first step.
  private record Graphs(
      NeighbourGraph graph, Affinities affinities, Neighbourhood neighbourhood, int iteration) {
    static Graphs of(SearchedRows rows, Tsne method, JobContext context, StartStages stages) {
      Neighbourhood neighbourhood = Neighbourhood.of(method.perplexity(), rows.count());
      int searchesBefore = rows.known().timesFound();
      NeighbourGraph graph =
          stages.time(
              "neighbours",
              () -> rows.graph(neighbourhood.neighbours(), method.graphSearch(), context));
      Affinities affinities =
          stages.time(
              "affinities",
              () -> {
                boolean large = (long) graph.count() * graph.neighbours() >= LARGE_GRAPH;
                if (large && rows.known().timesFound() > searchesBefore) {
                  freeScan();
                }
                return Affinities.of(graph, neighbourhood, context.cancellation());
              });
      return new Graphs(graph, affinities, neighbourhood, 0);
    }

    /// What the scan needed is as large as the vectors; with it the affinities would double the heap. Once is not enough: a concurrent collection takes what is
    /// young when it begins for reachable, and all that hangs on it.
    private static void freeScan() {
      System.gc();
      System.gc();
    }

    Graphs at(int reached) {
      return new Graphs(graph, affinities, neighbourhood, reached);
    }
  }

  /// Finds the neighbours and the starting positions. The meter is told the rows whose neighbours are known. Throws `TooFewPoints` below four points,
  /// `VectorsNotFinite`, `GraphTooLarge`, `JobCancelled`.
  public static TsneRun start(SearchedRows rows, Tsne method, JobContext context) {
    return start(rows, method, context, StartStages.unwatched());
  }

  /// The same, telling `neighbours`, `affinities` and `start` (the starting positions and all that is laid out for the first step) apart.
  public static TsneRun start(
      SearchedRows rows, Tsne method, JobContext context, StartStages stages) {
    Graphs graphs = Graphs.of(rows, method, context, stages);
    return stages.time(
        "start",
        () ->
            new TsneRun(
                rows,
                method,
                StartingPositions.of(rows.block(), method.seed(), context.cancellation()),
                graphs));
  }

  /// Takes up a stopped run at a frame that was kept, with the momentum of a fresh start; also for adding iterations to a finished one. Throws
  /// `IllegalArgumentException` when the frame has another number of points or positions that are not finite; otherwise as `start`.
  public static TsneRun resume(
      SearchedRows rows, Tsne method, LayoutFrame from, JobContext context) {
    PlanarLayout layout = from.positions();
    if (layout.count() != rows.count() || !layout.isFinite() || from.iteration() < 0) {
      throw new IllegalArgumentException(
          "no frame of these " + rows.count() + " vectors: " + layout.count() + " positions");
    }
    return new TsneRun(
        rows,
        method,
        layout.toArray(),
        Graphs.of(rows, method, context, StartStages.unwatched()).at(from.iteration()));
  }

  /// Takes up a picture that was stopped and kept, at its iteration and with the perplexity it was last moved with. Momentum and gains begin anew, and an
  /// exaggeration or learning rate that was turned is back at its plan. Throws `IllegalArgumentException` when the picture cannot be gone on with or is
  /// none of these vectors; otherwise as `start`.
  public static TsneRun resume(SearchedRows rows, Projection stopped, JobContext context) {
    if (!stopped.canGoOn()
        || !(stopped.method() instanceof Tsne method)
        || !(stopped.facts() instanceof ProjectionFacts.OfTsne done)) {
      throw new IllegalArgumentException("nothing to go on with: " + stopped.facts());
    }
    LayoutFrame from =
        new LayoutFrame(stopped.layout(), done.iterations(), "settling", OptionalDouble.empty());
    TsneRun run = resume(rows, method, from, context);
    if (done.perplexity() != run.neighbourhood.perplexity() && done.perplexity() >= 2) {
      run.change(LiveChange.perplexity(done.perplexity()));
    }
    return run;
  }

  private static Repulsion repulsion(Tsne.Engine engine, int count) {
    return switch (engine) {
      case FFT -> new InterpolatedRepulsion(count);
      case BARNES_HUT -> new TreeRepulsion(BarnesHutTree.THETA);
      case AUTOMATIC ->
          count < FEWEST_FOR_GRID
              ? new TreeRepulsion(BarnesHutTree.THETA)
              : new InterpolatedRepulsion(count);
      case LIBRARY -> throw new IllegalArgumentException("the library has a run of its own");
    };
  }

  @Override
  public LayoutFrame step(int iterations, Cancellation cancellation) {
    int until = (int) Math.min(plannedIterations(), (long) iteration + iterations);
    try {
      followPerplexity(cancellation);
      while (iteration < until && !settled) {
        cancellation.check();
        iterate(cancellation);
        judge(cancellation);
      }
      int since = iteration - divergenceKnownAt;
      if (finished() ? since > 0 : since >= ITERATIONS_PER_DIVERGENCE) {
        findDivergence(cancellation);
      }
      frame = newFrame();
    } finally {
      if (frame.iteration() != iteration) {
        frame = newFrame();
      }
    }
    return frame;
  }

  /// Ends the run when the divergence fell by less than `SMALLEST_IMPROVEMENT` since it was last looked at. It is looked at after the same iterations
  /// however they are divided into steps, and a comparison across a turned parameter says nothing.
  private void judge(Cancellation cancellation) {
    if (!method.stopsWhenSettled()
        || iteration % ITERATIONS_PER_DIVERGENCE != 0
        || iteration < method.earlyIterations() + ITERATIONS_PER_DIVERGENCE) {
      return;
    }
    double now = findDivergence(cancellation);
    settled =
        judgedSchedule.equals(Optional.of(schedule))
            && judged - now < SMALLEST_IMPROVEMENT * judged;
    judged = now;
    judgedSchedule = Optional.of(schedule);
  }

  private void iterate(Cancellation cancellation) {
    LiveParameters.OfTsne now = parameters();
    float[] slope = gradient.at(positions, affinities, now.exaggeration(), cancellation);
    // From here to the next iteration nothing stops it: half a step is no picture.
    descent.stepOnAllCores(positions, slope, now.learningRate());
    if (!centre()) {
      System.arraycopy(frame.positions().toArray(), 0, positions, 0, positions.length);
      descent.rest();
      int diverged = iteration + 1;
      iteration = frame.iteration();
      forgetDivergence();
      throw new LayoutDiverged(diverged, iteration, now);
    }
    iteration++;
  }

  /// Moves the mean to (0, 0); false when a position is not finite as a float.
  private boolean centre() {
    double x = 0;
    double y = 0;
    for (int i = 0; i < positions.length; i += 2) {
      x += positions[i];
      y += positions[i + 1];
    }
    x /= rows.count();
    y /= rows.count();
    boolean finite = true;
    for (int i = 0; i < positions.length; i += 2) {
      positions[i] -= (float) x;
      positions[i + 1] -= (float) y;
      finite &=
          Math.abs(positions[i]) < Float.MAX_VALUE && Math.abs(positions[i + 1]) < Float.MAX_VALUE;
    }
    return finite;
  }

  /// Recomputes the affinities when the perplexity was turned, over the same neighbours when they suffice.
  private void followPerplexity(Cancellation cancellation) {
    double wanted = schedule.perplexity();
    if (wanted == neighbourhood.perplexity()) {
      return;
    }
    forgetDivergence();
    frame =
        new LayoutFrame(frame.positions(), iteration, "finding neighbours", OptionalDouble.empty());
    Neighbourhood next = Neighbourhood.of(wanted, rows.count());
    if (next.neighbours() > graph.neighbours()) {
      graph =
          rows.graph(
              next.neighbours(),
              method.graphSearch(),
              new JobContext(cancellation, ProgressMeter.silent(), () -> {}));
    }
    affinities = Affinities.of(graph, next, cancellation);
    neighbourhood = next;
  }

  private double findDivergence(Cancellation cancellation) {
    double found =
        KullbackLeibler.of(positions, affinities, normalisation(cancellation), cancellation);
    divergence = OptionalDouble.of(found);
    divergenceKnownAt = iteration;
    return found;
  }

  private void forgetDivergence() {
    divergence = OptionalDouble.empty();
    divergenceKnownAt = iteration - ITERATIONS_PER_DIVERGENCE;
  }

  private double normalisation(Cancellation cancellation) {
    float[] forces = new float[positions.length];
    Repulsion exact =
        switch (repulsion) {
          case TreeRepulsion tree -> new TreeRepulsion(THETA_OF_DIVERGENCE);
          case InterpolatedRepulsion interpolated -> interpolated;
        };
    return exact.at(positions, forces, cancellation);
  }

  private LayoutFrame newFrame() {
    String stage = iteration < method.earlyIterations() ? "early exaggeration" : "settling";
    return new LayoutFrame(PlanarLayout.copyOf(positions), iteration, stage, divergence);
  }

  /// The engine that computes it, after `AUTOMATIC` has chosen.
  public Tsne.Engine engine() {
    return switch (repulsion) {
      case TreeRepulsion tree -> Tsne.Engine.BARNES_HUT;
      case InterpolatedRepulsion interpolated -> Tsne.Engine.FFT;
    };
  }

  @Override
  public LayoutFrame frame() {
    return frame;
  }

  /// The perplexity is capped at (n − 1)/3.
  @Override
  public synchronized void change(LiveChange change) {
    if (!(change instanceof LiveChange.OfTsne turned)) {
      throw new IllegalArgumentException("no change of a t-SNE: " + change);
    }
    LiveChange.OfTsne possible = turned;
    if (turned.perplexity().isPresent()) {
      double wanted = turned.perplexity().getAsDouble();
      possible =
          turned.and(LiveChange.perplexity(Neighbourhood.of(wanted, rows.count()).perplexity()));
    }
    schedule = schedule.changed(possible);
  }

  @Override
  public LiveParameters.OfTsne parameters() {
    return schedule.at(iteration);
  }

  /// A perplexity turned up may have needed a graph of its own; one turned down keeps the graph, and its recall, as it was searched.
  @Override
  public Optional<GraphRecall> recall() {
    return graph.recall();
  }

  @Override
  public boolean finished() {
    return settled || iteration >= plannedIterations();
  }

  @Override
  public int plannedIterations() {
    return method.earlyIterations() + method.iterations();
  }

  @Override
  public Projection result(Cancellation cancellation) {
    if (divergence.isEmpty() || divergenceKnownAt != iteration) {
      followPerplexity(cancellation);
      findDivergence(cancellation);
      frame = newFrame();
    }
    LayoutFrame last = frame;
    return new Projection(
        method,
        last.positions(),
        new ProjectionFacts.OfTsne(
            neighbourhood.perplexity(),
            last.iteration(),
            plannedIterations(),
            divergence.getAsDouble(),
            settled,
            recall()));
  }
}
