package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.corpus.picture.CategoryPalette;
import io.semascope.job.Cancellation;
import io.semascope.job.Crew;
import io.semascope.job.Fork;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.PlaneExtent;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.LiveQualityMeter;
import io.semascope.projection.quality.MapQuality;
import io.semascope.projection.quality.QualityQuestion;
import io.semascope.projection.quality.RowClasses;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.raster.Background;
import io.semascope.raster.DrawingMode;
import io.semascope.raster.DrawingScreen;
import io.semascope.raster.Emphasis;
import io.semascope.raster.Plot;
import io.semascope.raster.PlotLook;
import io.semascope.raster.PointKinds;
import io.semascope.raster.PointRaster;
import io.semascope.raster.RasterPicture;
import io.semascope.raster.RasterView;
import io.semascope.raster.stamp.PointStyle;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Times our own t-SNE with its standard parameters, and judges the map.
final class TsneMeasurement implements Bench.Measurement {
  private static final Tsne METHOD = Tsne.standard();
  private static final int ITERATIONS_AT_ONCE = 5;
  private static final int NEAREST = 10;

  private final Stopwatch watch = new Stopwatch();
  private final BenchInput input;
  private final VectorBlock block;
  private final Optional<DrawingScreen> screen;
  private Optional<Projection> last = Optional.empty();
  private Tsne.Engine engine = METHOD.engine();

  /// @param screen shows the pictures of the moving map
  TsneMeasurement(BenchInput input, Optional<DrawingScreen> screen) {
    this.input = input;
    this.block = input.vectors();
    this.screen = screen;
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.TSNE;
  }

  @Override
  public long total() {
    return METHOD.earlyIterations() + METHOD.iterations();
  }

  @Override
  public void repeat(JobContext context) {
    // The search for neighbours counts rows, this stage counts iterations.
    JobContext quiet =
        new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
    TsneRun run = TsneRun.start(SearchedRows.alone(block), METHOD, quiet, watch::time);
    engine = run.engine();
    last =
        Optional.of(
            watch.time(
                "iterations",
                () -> {
                  while (!run.finished()) {
                    context
                        .meter()
                        .advance(run.step(ITERATIONS_AT_ONCE, context.cancellation()).iteration());
                  }
                  return run.result(context.cancellation());
                }));
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    Projection projection = last.orElseThrow();
    MapQuality quality =
        MapQuality.measure(
            QualityQuestion.of(block, projection.layout(), NEAREST).with(input.classes()),
            context.cancellation());
    List<EngineFigure> figures = new ArrayList<>(facts(projection.facts()));
    figures.add(
        new EngineFigure(
            "repulsionOnGrid",
            "repulsion on a grid",
            "1 yes, 0 no",
            engine == Tsne.Engine.FFT ? 1 : 0));
    figures.addAll(QualityFigures.ofGraph(projection.facts()));
    figures.addAll(QualityFigures.of(quality));
    SearchedRows rows = SearchedRows.alone(block);
    LivePictures live =
        new LivePictures(rows, input.classes(), Optional.empty(), context.cancellation());
    figures.addAll(live.figures("live", "", "drawn"));
    if (screen.isPresent()) {
      LivePictures shown = new LivePictures(rows, input.classes(), screen, context.cancellation());
      figures.addAll(shown.figures("rendered", "Rendered", "drawn and rendered off screen"));
    }
    List<String> notes = new ArrayList<>(QualityFigures.graphNotes(engine(), projection));
    if (quality.sampled()) {
      notes.add(
          "tsne: the map was judged on %,d rows of %,d, drawn at random, each against all."
              .formatted(quality.measuredRows(), quality.count()));
    }
    notes.add(LivePictures.note(screen.isPresent()));
    return new EngineMeasure(engine(), watch.stages(), figures, notes);
  }

  private static List<EngineFigure> facts(ProjectionFacts facts) {
    return switch (facts) {
      case ProjectionFacts.OfPca pca -> List.of();
      case ProjectionFacts.OfUmap umap -> List.of();
      case ProjectionFacts.OfTsne tsne ->
          List.of(
              new EngineFigure("perplexity", "perplexity", "neighbours", tsne.perplexity()),
              new EngineFigure("iterations", "length of the run", "iterations", tsne.iterations()),
              new EngineFigure(
                  "settled",
                  "ended because nothing improved",
                  "1 yes, 0 no",
                  tsne.settled() ? 1 : 0),
              new EngineFigure("divergence", "KL divergence", "nats", tsne.divergence()));
    };
  }

  /// What it costs a run that somebody looks at it: blocks of iterations in turn with and without live pictures, in one run, so that a busy minute falls on
  /// both. With them, every picture is drawn beside the run, at most 30 a second, and the map is measured while it moves, as in the window. With a screen, which
  /// has no graphics card, the toolkit renders each picture besides and is waited for.
  private static final class LivePictures {
    private static final int PAIRS = 20;
    private static final int ITERATIONS = 60;

    /// Rounds of `ITERATIONS` with pictures before the first that counts: 10,000 points have some 150 pictures in them, as a person's window has within the first
    /// seconds, and what draws is compiled then.
    private static final int WARM_ROUNDS = 15;

    private static final int WIDTH = 1_440;
    private static final int HEIGHT = 900;
    private static final long PICTURE_NANOS = 1_000_000_000 / 30;
    private static final long PULSE_NANOS = 1_000_000_000 / 60;

    private static final PlotLook LOOK =
        new PlotLook(
            List.of(new PointStyle(CategoryPalette.Shape.DISC, 2.6, 0x0072B2, 0x0072B2, 1)),
            Background.white());

    private final SearchedRows rows;
    private final Optional<DrawingScreen> screen;
    private final Cancellation cancellation;

    /// The same for all pictures, as in the window, where only positions are new.
    private final PointKinds kinds;

    private final PointRaster raster = new PointRaster();
    private final RasterPicture picture = new RasterPicture(WIDTH, HEIGHT);
    private final AtomicReference<Optional<PlanarLayout>> newest =
        new AtomicReference<>(Optional.empty());
    private final LiveQualityMeter meter;
    private long due = System.nanoTime();
    private int pictures;
    private long paintedNanos;
    private long picturedNanos;
    private long resumed;

    /// @param rows whose graph is found once for all runs: what comes before the first picture is not timed
    LivePictures(
        SearchedRows rows,
        RowClasses classes,
        Optional<DrawingScreen> screen,
        Cancellation cancellation) {
      this.rows = rows;
      this.screen = screen;
      this.cancellation = cancellation;
      kinds = PointKinds.of(rows.count(), row -> 0);
      meter = new LiveQualityMeter(rows.block(), NEAREST, classes, this::pictured);
    }

    /// @param what the pictures are called in a key
    /// @param suffix of the key of the times without
    /// @param done with the pictures
    List<EngineFigure> figures(String what, String suffix, String done) {
      Tsne method =
          new Tsne(
              METHOD.perplexity(),
              METHOD.seed(),
              METHOD.engine(),
              METHOD.earlyIterations(),
              (2 * PAIRS + 1 + WARM_ROUNDS) * ITERATIONS,
              METHOD.exaggeration(),
              METHOD.learningRate());
      JobContext quiet = new JobContext(cancellation, ProgressMeter.silent(), () -> {});
      TsneRun run = TsneRun.start(rows, method, quiet);
      run.step(METHOD.earlyIterations(), cancellation);
      warmUp(run);
      double[] ratios = new double[PAIRS];
      for (int pair = 0; pair < PAIRS; pair++) {
        // An iteration may become dearer as the map grows: each order comes as often as the other.
        boolean plainFirst = pair % 2 == 0;
        double first = plainFirst ? plain(run) : pictured(run);
        double second = plainFirst ? pictured(run) : plain(run);
        ratios[pair] = plainFirst ? second / first : first / second;
      }
      Arrays.sort(ratios);
      return List.of(
          new EngineFigure(
              what + "PicturesPerSecond",
              "pictures of a running map, " + done,
              "per second",
              pictures / (picturedNanos / 1e9)),
          new EngineFigure(
              what + "PictureMilliseconds",
              "drawing one of them, without the toolkit",
              "milliseconds",
              paintedNanos / 1e6 / Math.max(1, pictures)),
          new EngineFigure(
              "timesWithoutPictures" + suffix,
              "the same iterations with pictures, " + done,
              "times as long as without",
              (ratios[PAIRS / 2 - 1] + ratios[PAIRS / 2]) / 2));
    }

    private void warmUp(TsneRun run) {
      var unusedTime = plain(run);
      for (int round = 0; round < WARM_ROUNDS; round++) {
        var unusedRound = pictured(run);
      }
      pictures = 0;
      paintedNanos = 0;
      picturedNanos = 0;
    }

    static String note(boolean rendered) {
      return "tsne: with live pictures, %d × %d, and without them in turn, %d times %d iterations each, from iteration %,d on%s."
          .formatted(
              WIDTH,
              HEIGHT,
              PAIRS,
              ITERATIONS,
              METHOD.earlyIterations() + (1 + WARM_ROUNDS) * ITERATIONS,
              rendered
                  ? "; and the same with pictures that the toolkit renders off screen, without a"
                      + " graphics card"
                  : "; there is no toolkit here that would render them");
    }

    private double plain(TsneRun run) {
      long began = System.nanoTime();
      run.step(ITERATIONS, cancellation);
      return Math.max(1, System.nanoTime() - began);
    }

    private double pictured(TsneRun run) {
      CountDownLatch over = new CountDownLatch(1);
      newest.set(Optional.empty());
      try (Crew painter = Crew.start("live pictures", 1, () -> paintUntil(over), () -> {})) {
        long began = System.nanoTime();
        resumed = began;
        try {
          stepLive(run);
        } finally {
          over.countDown();
        }
        long spent = Math.max(1, System.nanoTime() - began);
        picturedNanos += spent;
        painter.check();
        return spent;
      }
    }

    /// The time with pictures alone: of that the meter takes its share, as in a window, where there is no other.
    private long pictured() {
      return picturedNanos + System.nanoTime() - resumed;
    }

    /// As many iterations at once as take half the time of a picture, so that every picture finds a newer frame.
    private void stepLive(TsneRun run) {
      int atOnce = 1;
      for (int done = 0; done < ITERATIONS; ) {
        int now = Math.min(atOnce, ITERATIONS - done);
        long began = System.nanoTime();
        LayoutFrame frame = run.step(now, cancellation);
        long spent = Math.max(1, System.nanoTime() - began);
        atOnce = Math.clamp(now * PICTURE_NANOS / 2 / spent, 1, 50);
        done += now;
        newest.set(Optional.of(frame.positions()));
        var unused = meter.see(frame, cancellation);
      }
    }

    private void paintUntil(CountDownLatch over) {
      try {
        // Rounds of few points are over sooner than a picture.
        due = Math.max(due, System.nanoTime());
        boolean going = !over.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        while (going) {
          Optional<PlanarLayout> frame = newest.getAndSet(Optional.empty());
          frame.ifPresent(this::paint);
          // From the time it was due, so that a late picture does not put off all others; none is
          // caught up on. Without a new frame the next pulse looks again.
          due = frame.isEmpty() ? due + PULSE_NANOS : due + PICTURE_NANOS;
          due = Math.max(due, System.nanoTime());
          going = !over.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a crew", e);
      }
    }

    private void paint(PlanarLayout layout) {
      PlaneExtent extent = layout.extent();
      double scale =
          0.9
              * Math.min(
                  WIDTH / Math.max(1e-9, extent.maxX() - extent.minX()),
                  HEIGHT / Math.max(1e-9, extent.maxY() - extent.minY()));
      RasterView view =
          new RasterView(
              scale,
              WIDTH / 2.0 - scale * (extent.minX() + extent.maxX()) / 2,
              HEIGHT / 2.0 + scale * (extent.minY() + extent.maxY()) / 2,
              WIDTH,
              HEIGHT);
      Plot plot = new Plot(layout, kinds, LOOK, Emphasis.none(), DrawingMode.AUTOMATIC);
      // As the window draws points that move.
      paintedNanos += Fork.inTurn(() -> drawn(plot, view));
      screen.ifPresent(toolkit -> toolkit.show(view, picture.pixels()));
      pictures++;
    }

    /// How long it took, in nanoseconds, without the time until its turn came.
    private long drawn(Plot plot, RasterView view) {
      long began = System.nanoTime();
      var unused = raster.draw(plot, view, picture, cancellation);
      return System.nanoTime() - began;
    }
  }
}
