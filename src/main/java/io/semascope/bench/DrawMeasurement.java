package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.corpus.picture.CategoryPalette;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.projection.PlanarLayout;
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
import io.semascope.raster.index.PlaneScan;
import io.semascope.raster.index.PointIndex;
import io.semascope.raster.index.PointSearch;
import io.semascope.raster.stamp.PointStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Times frames of a map that moves, of clustered random points: discs of radius 2 and density. Of each frame the raster by itself, the raster once more with
/// nothing moved, which sorts no point, and the toolkit by itself, which shows pixels that are finished. Beside them the toolkit's own ovals, making the index of
/// points at rest, and the question which point is under the pointer: of the index, and as it is asked while points move and have none.
final class DrawMeasurement implements Bench.Measurement {
  private static final int CLUSTERS = 45;
  private static final int FRAMES = 20;
  private static final int QUESTIONS = 1_000;

  /// Each looks at all points.
  private static final int QUESTIONS_WHILE_MOVING = 100;

  private static final double HIT_RADIUS = 12;
  private static final double RADIUS = 2;
  private static final long SEED = 42;

  private Stopwatch watch = new Stopwatch();
  private final Map<String, List<Double>> medians = new LinkedHashMap<>();
  private final Map<String, List<Double>> all = new LinkedHashMap<>();
  private final BenchPlan.Drawing plan;
  private final List<Case> cases;
  private final PointRaster raster = new PointRaster();
  private final RasterPicture picture;

  DrawMeasurement(BenchPlan.Drawing plan) {
    this.plan = plan;
    cases = plan.points().stream().map(count -> new Case(plan, count)).toList();
    picture = new RasterPicture(plan.width(), plan.height());
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.DRAW;
  }

  @Override
  public long total() {
    return (2L * FRAMES + 3) * cases.size();
  }

  @Override
  public void repeat(JobContext context) {
    long done = 0;
    watch = new Stopwatch();
    for (Case each : cases) {
      for (DrawingMode mode : List.of(DrawingMode.POINTS, DrawingMode.DENSITY)) {
        for (int frame = 0; frame < FRAMES; frame++) {
          drawFrame(each, mode, frame, context.cancellation());
          context.meter().advance(++done);
        }
      }
      plan.screen().ifPresent(screen -> drawOvals(each, screen));
      context.meter().advance(++done);
      askAtRest(each, context.cancellation());
      context.meter().advance(++done);
      askWhileMoving(each);
      context.meter().advance(++done);
    }
    for (StageTime stage : watch.stages()) {
      medians.computeIfAbsent(stage.stage(), name -> new ArrayList<>()).add(stage.median());
      all.computeIfAbsent(stage.stage(), name -> new ArrayList<>()).addAll(stage.seconds());
    }
  }

  private void drawFrame(Case each, DrawingMode mode, int frame, Cancellation cancellation) {
    Plot plot = each.plot(mode);
    RasterView view = each.view(frame);
    String stage = each.name + (mode == DrawingMode.POINTS ? " discs" : " density");
    watch.time(
        stage,
        () -> {
          watch.time(stage + ", raster", () -> raster.draw(plot, view, picture, cancellation));
          plan.screen().ifPresent(screen -> screen.show(view, picture.pixels()));
          return plot;
        });
    watch.time(stage + ", raster, unmoved", () -> raster.draw(plot, view, picture, cancellation));
    plan.screen()
        .ifPresent(
            screen ->
                watch.time(
                    stage + ", toolkit",
                    () -> {
                      screen.show(view, picture.pixels());
                      return plot;
                    }));
  }

  private void drawOvals(Case each, DrawingScreen screen) {
    Plot plot = each.plot(DrawingMode.POINTS);
    watch.time(
        each.name + " ovals of the toolkit",
        () -> {
          screen.fillOvals(plot, each.view(0));
          return plot;
        });
  }

  private void askAtRest(Case each, Cancellation cancellation) {
    PointIndex index =
        watch.time(
            each.name + " index",
            () -> PointIndex.of(each.layout, each.layout.count(), cancellation));
    ask(each, " hit test", index, QUESTIONS);
  }

  private void askWhileMoving(Case each) {
    PlaneScan scan = new PlaneScan(each.layout, each.layout.count());
    ask(each, " hit test while they move", scan, QUESTIONS_WHILE_MOVING);
  }

  /// The first so many questions of those that are the same for every search.
  private void ask(Case each, String stage, PointSearch search, int questions) {
    Random random = new Random(SEED);
    for (int question = 0; question < questions; question++) {
      // Half of the questions where points are, the other half anywhere.
      int row = random.nextInt(each.layout.count());
      boolean atPoint = question % 2 == 0;
      double x = atPoint ? each.layout.x(row) : random.nextDouble() * plan.width();
      double y = atPoint ? each.layout.y(row) : -random.nextDouble() * plan.height();
      watch.time(each.name + stage, () -> search.nearest(x, y, HIT_RADIUS));
    }
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    List<EngineFigure> figures = new ArrayList<>();
    all.forEach(
        (stage, seconds) ->
            figures.add(
                new EngineFigure(
                    stage.replaceAll("[^A-Za-z0-9]+", "_") + "_p95Milliseconds",
                    stage + ", 95th percentile",
                    "milliseconds",
                    1e3 * percentile95(seconds))));
    List<String> notes = new ArrayList<>();
    notes.add(
        "Drawing: random points in clusters (seed %d), %d frames of each kind a repetition, at %d × %d; a repetition counts with its median."
            .formatted(SEED, FRAMES, plan.width(), plan.height()));
    if (plan.screen().isEmpty()) {
      notes.add("Drawing: there is no toolkit here, so no picture was shown and no oval drawn.");
    }
    List<StageTime> stages =
        medians.entrySet().stream()
            .map(stage -> new StageTime(stage.getKey(), stage.getValue()))
            .toList();
    return new EngineMeasure(engine(), stages, figures, notes);
  }

  private static double percentile95(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
  }

  /// So many points.
  private static final class Case {
    private final String name;
    private final BenchPlan.Drawing plan;
    private final PlanarLayout layout;
    private final PointKinds kinds;
    private final PlotLook look;

    Case(BenchPlan.Drawing plan, int count) {
      this.plan = plan;
      name = count + " points:";
      Random random = new Random(SEED);
      double[] centres = random.doubles(2L * CLUSTERS).toArray();
      float[] places = new float[2 * count];
      for (int row = 0; row < count; row++) {
        int cluster = (int) ((long) row * CLUSTERS / count);
        places[2 * row] =
            (float) ((centres[2 * cluster] + random.nextGaussian() * 0.08) * plan.width());
        places[2 * row + 1] =
            (float) -((centres[2 * cluster + 1] + random.nextGaussian() * 0.08) * plan.height());
      }
      layout = PlanarLayout.copyOf(places);
      // Twice each, since a palette has no colours for categories of one row.
      List<String> names =
          IntStream.range(0, 2 * CLUSTERS).mapToObj(k -> "cluster " + k % CLUSTERS).toList();
      List<CategoryPalette.Entry> entries = CategoryPalette.of(names).entries();
      kinds = PointKinds.of(count, row -> (int) ((long) row * CLUSTERS / count) % entries.size());
      look =
          new PlotLook(
              entries.stream()
                  .map(
                      entry ->
                          new PointStyle(
                              CategoryPalette.Shape.DISC, RADIUS, entry.rgb(), entry.rgb(), 1))
                  .toList(),
              Background.white());
    }

    Plot plot(DrawingMode mode) {
      return new Plot(layout, kinds, look, Emphasis.none(), mode);
    }

    /// The view moves by a part of a pixel, so that no frame is like the one before.
    RasterView view(int frame) {
      return new RasterView(1, frame * 0.3, 0, plan.width(), plan.height());
    }
  }
}
