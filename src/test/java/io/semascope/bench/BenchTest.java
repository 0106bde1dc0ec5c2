package io.semascope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.bench.neighbour.NeighbourPart;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.Progress;
import io.semascope.job.ProgressMeter;
import io.semascope.projection.TooFewPoints;
import io.semascope.raster.DrawingScreen;
import io.semascope.raster.Plot;
import io.semascope.raster.RasterView;
import io.semascope.space.SpaceMismatch;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchTest {
  @TempDir private Path folder = Path.of("");

  private static BenchInput typedTexts(int count) {
    Random random = new Random(7);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()});
    }
    List<TextUnit> units =
        IntStream.range(0, count)
            .mapToObj(row -> (TextUnit) new TypedText("typed-" + row, "text " + row))
            .toList();
    return new BenchInput(VectorBlock.copyOf(rows, 3), units, List.of(), List.of());
  }

  private static BenchReport bench(int count, JobContext context, BenchedEngine... engines) {
    return bench(count, context, Optional.empty(), engines);
  }

  private static BenchReport bench(
      int count, JobContext context, Optional<DrawingScreen> screen, BenchedEngine... engines) {
    BenchPlan plan =
        new BenchPlan(
            Path.of("in.npy"),
            Path.of("in.tsv"),
            List.of(engines),
            2,
            EnumSet.allOf(NeighbourPart.class),
            new BenchPlan.Drawing(List.of(500), 90, 70, screen));
    return new Bench(typedTexts(count), Optional.empty()).run(plan, context);
  }

  @Test
  void theMedianIsTheMiddle() {
    assertEquals(2, new StageTime("odd", List.of(9.0, 1.0, 2.0)).median());
    assertEquals(3, new StageTime("even", List.of(9.0, 1.0, 2.0, 4.0)).median());
    assertThrows(IllegalArgumentException.class, () -> new StageTime("never", List.of()));
  }

  @Test
  void residentMemoryIsReadWhereTheSystemTellsIt() throws Exception {
    Path status = folder.resolve("status");
    Files.writeString(status, "Name:\tjava\nVmPeak:\t  900 kB\nVmHWM:\t  527360 kB\n");
    assertEquals(new PeakMemory(527_360L * 1024, PeakMemory.Kind.RESIDENT), PeakMemory.of(status));
    PeakMemory elsewhere = PeakMemory.of(folder.resolve("missing"));
    assertEquals(PeakMemory.Kind.HEAP, elsewhere.kind());
    assertTrue(elsewhere.bytes() > 0);
  }

  /// Only what was asked for runs, and it says that it was not all; what an approximate graph is judged by runs with it.
  @Test
  void partsOfTheNeighboursAreMeasuredByThemselves() {
    assertParts(
        List.of("index", "firstQuestion", "codes", "queries", "queriesTogether"),
        Set.of(
            "queries", "nearest", "secondsPerQuery", "secondsTogether", "scanGigabytesPerSecond"),
        NeighbourPart.QUERIES);
    Set<String> ofGraph =
        Set.of(
            "queries",
            "nearest",
            "graphNeighbours",
            "graphRecall",
            "graphRecallLow",
            "graphRecallHigh");
    assertParts(List.of("graph"), ofGraph, NeighbourPart.GRAPH);
    assertParts(List.of("graph", "approximateGraph"), ofGraph, NeighbourPart.APPROXIMATE_GRAPH);
    EngineMeasure indexes = neighbours(NeighbourPart.APPROXIMATE_INDEXES);
    assertEquals(List.of(), indexes.stages());
    assertTrue(
        indexes.figures().stream()
            .allMatch(figure -> figure.name().matches("(approximateQ|hnsw|binary).*")),
        indexes.toString());
    assertTrue(
        indexes
            .notes()
            .contains("neighbours: only these parts were asked for: approximate-indexes."),
        indexes.toString());
    String all = neighbours(NeighbourPart.values()).notes().toString();
    assertFalse(all.contains("only these parts"), all);
  }

  private static void assertParts(
      List<String> stages, Set<String> figures, NeighbourPart... parts) {
    EngineMeasure measure = neighbours(parts);
    assertEquals(stages, measure.stages().stream().map(StageTime::stage).toList());
    assertEquals(
        figures, measure.figures().stream().map(EngineFigure::name).collect(Collectors.toSet()));
  }

  private static EngineMeasure neighbours(NeighbourPart... parts) {
    NeighbourMeasurement measurement =
        new NeighbourMeasurement(typedTexts(20).vectors(), Set.of(parts));
    measurement.repeat(JobContext.direct());
    return measurement.measure(JobContext.direct());
  }

  @Test
  void enginesTakeTurns() {
    List<String> seen = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(progress -> note(progress, seen));
    JobContext watched = new JobContext(Cancellation.never(), meter, () -> {});
    bench(20, watched, BenchedEngine.PCA, BenchedEngine.NEIGHBOURS);
    assertEquals(
        List.of(
            "measuring pca",
            "measuring neighbours",
            "measuring pca",
            "measuring neighbours",
            "judging the results"),
        seen);
  }

  private static void note(Progress progress, List<String> seen) {
    if (seen.isEmpty() || !seen.getLast().equals(progress.stage())) {
      seen.add(progress.stage());
    }
  }

  @Test
  void picturesOfAMovingMapAreAlsoRenderedWhereThereIsAToolkit() {
    AtomicInteger shown = new AtomicInteger();
    DrawingScreen screen =
        new DrawingScreen() {
          @Override
          public void show(RasterView view, int[] pixels) {
            shown.incrementAndGet();
          }

          @Override
          public void fillOvals(Plot plot, RasterView view) {
            throw new IllegalStateException("nobody asked for ovals");
          }
        };
    List<String> without = figures(bench(20, JobContext.direct(), BenchedEngine.TSNE));
    List<String> with =
        figures(bench(20, JobContext.direct(), Optional.of(screen), BenchedEngine.TSNE));
    assertTrue(without.contains("timesWithoutPictures"), without.toString());
    List<String> more = new ArrayList<>(with);
    more.removeAll(without);
    assertEquals(
        List.of(
            "renderedPicturesPerSecond",
            "renderedPictureMilliseconds",
            "timesWithoutPicturesRendered"),
        more);
    assertTrue(shown.get() > 0);
  }

  private static List<String> figures(BenchReport report) {
    return report.engines().getFirst().figures().stream().map(EngineFigure::name).toList();
  }

  @Test
  void aWishToStopIsHeardInTheMiddle() {
    Cancellation cancellation = new Cancellation();
    List<Long> iterations = new ArrayList<>();
    ProgressMeter meter =
        new ProgressMeter(
            progress -> {
              iterations.add(progress.done());
              if (progress.done() >= 20) {
                cancellation.request();
              }
            });
    JobContext stoppable = new JobContext(cancellation, meter, () -> {});
    assertThrows(JobCancelled.class, () -> bench(40, stoppable, BenchedEngine.TSNE));
    assertEquals(20, iterations.getLast(), "no step after the wish");
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    JobContext direct = JobContext.direct();
    assertThrows(TooFewPoints.class, () -> bench(1, direct, BenchedEngine.NEIGHBOURS));
    assertThrows(TooFewPoints.class, () -> bench(3, direct, BenchedEngine.TSNE));
    SpaceMismatch typed =
        assertThrows(SpaceMismatch.class, () -> bench(5, direct, BenchedEngine.STORE));
    assertEquals("The store was not measured.", typed.report().what());
    assertThrows(IllegalArgumentException.class, () -> bench(5, direct));
  }
}
