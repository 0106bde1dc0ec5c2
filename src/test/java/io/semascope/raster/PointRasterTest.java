package io.semascope.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.picture.CategoryPalette.Shape;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.PlanarLayout;
import io.semascope.raster.stamp.PointStyle;
import io.semascope.raster.stamp.ShapeStamps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PointRasterTest {
  private static final long SEED = 7;

  /// More than one tile each way, and neither side a multiple of a tile.
  private static final RasterView VIEW = new RasterView(1, 70, 50, 150, 101);

  /// Stamps and pictures are whole levels of 0…255, each rounded once, and light that goes through is counted in such levels.
  private static final double LEVELS = 2;

  private static final List<PointStyle> STYLES =
      List.of(
          new PointStyle(Shape.DISC, 2, 0x0072B2, 0x0072B2, 1),
          new PointStyle(Shape.TRIANGLE, 4, 0xF0E442, 0x807000, 1),
          new PointStyle(Shape.SQUARE, 9, 0xD55E00, 0xD55E00, 1),
          new PointStyle(Shape.DIAMOND, 3.1, 0xFFFFFF, 0x000000, 2));

  private static final Background CLEAR = new Background(0, false, 0x1F2328);

  private static PlanarLayout cloud(int count, double spread) {
    Random random = new Random(SEED);
    float[] places = new float[2 * count];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) (random.nextGaussian() * spread);
    }
    for (int row = 50; row < count; row += 97) {
      places[2 * row] = row % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
    }
    return PlanarLayout.copyOf(places);
  }

  private static Plot plot(PlanarLayout layout, Emphasis emphasis, DrawingMode mode) {
    return new Plot(
        layout,
        PointKinds.of(layout.count(), row -> row * 31 % STYLES.size()),
        new PlotLook(STYLES, CLEAR),
        emphasis,
        mode);
  }

  private static int[] draw(Plot plot, RasterView view) {
    RasterPicture picture = blank(view);
    Arrays.fill(picture.pixels(), 0x12345678);
    new PointRaster().draw(plot, view, picture, Cancellation.never());
    return picture.pixels();
  }

  private static RasterPicture blank(RasterView view) {
    return new RasterPicture(view.width(), view.height());
  }

  private static Emphasis someSelectedSomeDimmed(int count) {
    List<Integer> selected = new ArrayList<>();
    for (int row = 3; row < count; row += 41) {
      selected.add(row);
    }
    return new Emphasis(RowSet.of(selected), RowSet.of(List.of(1)));
  }

  @Test
  void pointsLookAsIfEachWereLaidOverThoseBefore() {
    for (int count : new int[] {1, 300, 40_000}) {
      for (Emphasis emphasis : List.of(Emphasis.none(), someSelectedSomeDimmed(count))) {
        Plot plot = plot(cloud(count, 40), emphasis, DrawingMode.POINTS);
        double[] expected = new PlainRaster(plot, VIEW).points();
        int[] drawn = draw(plot, VIEW);
        assertEquals(
            0, PlainRaster.farthest(expected, drawn), LEVELS, count + " points, seed " + SEED);
      }
    }
  }

  /// What a picture without a background gives when it is laid over that colour afterwards, and nothing shines through.
  @Test
  void theBackgroundLiesBehindAllPoints() {
    for (DrawingMode mode : List.of(DrawingMode.POINTS, DrawingMode.DENSITY)) {
      Plot clear = plot(cloud(2_000, 20), someSelectedSomeDimmed(2_000), mode);
      Background dark = new Background(0xFF0D4117, false, 0x1F2328);
      Plot opaque =
          new Plot(
              clear.layout(),
              clear.kinds(),
              new PlotLook(STYLES, dark),
              clear.emphasis(),
              clear.mode());
      double[] expected = new double[4 * VIEW.width() * VIEW.height()];
      int[] above = draw(clear, VIEW);
      for (int i = 0; i < expected.length; i++) {
        int shift = 24 - 8 * (i % 4);
        double light = 1 - (above[i / 4] >>> 24) / 255.0;
        expected[i] = (above[i / 4] >>> shift & 255) + light * (dark.argb() >>> shift & 255);
      }
      int[] drawn = draw(opaque, VIEW);
      assertEquals(0, PlainRaster.farthest(expected, drawn), LEVELS, mode + ", seed " + SEED);
      for (int argb : drawn) {
        assertEquals(255, argb >>> 24);
      }
    }
  }

  @Test
  void densityCountsEveryPointOnce() {
    int count = 30_000;
    Plot plot = plot(cloud(count, 6), Emphasis.none(), DrawingMode.DENSITY);
    PlainRaster plain = new PlainRaster(plot, VIEW);
    int[] drawn = draw(plot, VIEW);
    assertTrue(PlainRaster.farthest(plain.density(), drawn) <= LEVELS, "seed " + SEED);
    double inView = 0;
    for (double onPixel : plain.counts()) {
      inView += onPixel;
    }
    RasterResult result = new PointRaster().draw(plot, VIEW, blank(VIEW), Cancellation.never());
    assertEquals(result.inView(), inView, 1e-6, "the weights of a point add up to one");
  }

  /// The sums of one pixel are wider than what is added up at once.
  @Test
  void aHeapOfPointsOverflowsNothing() {
    int count = 300_000;
    PlanarLayout heap = PlanarLayout.copyOf(new float[2 * count]);
    Plot plot =
        new Plot(
            heap,
            PointKinds.of(count, row -> 3),
            new PlotLook(STYLES, new Background(0, true, 0xFFFFFF)),
            Emphasis.none(),
            DrawingMode.AUTOMATIC);
    RasterPicture picture = blank(VIEW);
    RasterResult result = new PointRaster().draw(plot, VIEW, picture, Cancellation.never());
    assertEquals(new RasterResult(DrawingMode.DENSITY, count, 200_000), result);
    assertEquals(0xFF, picture.pixels()[50 * 150 + 70] >>> 24);
  }

  @Test
  void thePictureDoesNotDependOnTheNumberOfCores() throws Exception {
    for (DrawingMode mode : List.of(DrawingMode.POINTS, DrawingMode.DENSITY)) {
      Plot plot = plot(cloud(60_000, 30), someSelectedSomeDimmed(60_000), mode);
      int[] alone;
      int[] together;
      try (ForkJoinPool one = new ForkJoinPool(1);
          ForkJoinPool many = new ForkJoinPool(7)) {
        alone = one.submit(() -> draw(plot, VIEW)).get();
        together = many.submit(() -> draw(plot, VIEW)).get();
      }
      assertArrayEquals(alone, together, mode.key());
    }
  }

  @Test
  void densityTakesOverAboveTheStatedNumberInView() {
    int count = Plot.DENSITY_ABOVE + 1;
    PlanarLayout inside = PlanarLayout.copyOf(new float[2 * count]);
    RasterPicture picture = blank(VIEW);
    Plot all = plot(inside, Emphasis.none(), DrawingMode.AUTOMATIC);
    PointRaster raster = new PointRaster();
    assertEquals(DrawingMode.DENSITY, raster.draw(all, VIEW, picture, Cancellation.never()).mode());
    Plot filtered =
        plot(inside, new Emphasis(RowSet.none(), RowSet.of(List.of(2))), DrawingMode.AUTOMATIC);
    RasterResult result = raster.draw(filtered, VIEW, picture, Cancellation.never());
    assertEquals(DrawingMode.POINTS, result.mode());
    assertTrue(result.inView() < Plot.DENSITY_ABOVE, "dimmed points do not count");
    RasterView elsewhere = new RasterView(1, 9_000, 0, 150, 101);
    assertEquals(
        new RasterResult(DrawingMode.POINTS, 0, 0),
        raster.draw(all, elsewhere, picture, Cancellation.never()));
  }

  @Test
  void anySizeAndAnyPlaceIsDrawn() {
    Plot plot = plot(cloud(500, 40), Emphasis.none(), DrawingMode.DENSITY);
    Plot nothing = plot(cloud(0, 1), Emphasis.none(), DrawingMode.POINTS);
    for (int[] size : new int[][] {{1, 1}, {1, 500}, {64, 64}, {65, 63}, {3_000, 7}}) {
      RasterView view = new RasterView(1e9, 0, 0, size[0], size[1]);
      draw(plot, view);
      for (int pixel : draw(nothing, view)) {
        assertEquals(0, pixel);
      }
    }
  }

  @Test
  void aFilterOrSelectionLeavesTheOrderOfTheOthers() {
    PlanarLayout two = PlanarLayout.copyOf(new float[] {0, 0, 0, 0});
    Plot plot = plot(two, Emphasis.none(), DrawingMode.POINTS);
    int above = draw(plot, VIEW)[50 * 150 + 70];
    Plot first = plot(two, new Emphasis(RowSet.of(List.of(0)), RowSet.none()), DrawingMode.POINTS);
    int selected = draw(first, VIEW)[50 * 150 + 70];
    assertTrue((above >> 16 & 0xFF) > 0xC0, "the second of the two is white");
    assertEquals(0xFF0072B2, selected);
  }

  /// Whatever was drawn before, a picture is the one that a fresh raster draws, and only points that moved are sorted for it.
  @Test
  void onlyWhatMovesIsSortedAgain() {
    PointRaster raster = new PointRaster();
    int count = 20_000;
    PlanarLayout layout = cloud(count, 40);
    for (DrawingMode mode : List.of(DrawingMode.POINTS, DrawingMode.DENSITY)) {
      int before = raster.timesSorted();
      Plot plain = plot(layout, Emphasis.none(), mode);
      List<Emphasis> emphases =
          List.of(
              Emphasis.none(),
              someSelectedSomeDimmed(count),
              new Emphasis(RowSet.of(List.of(7, 64, 19_999)), RowSet.none()),
              new Emphasis(RowSet.none(), RowSet.of(List.of(0, 2))));
      for (Emphasis emphasis : emphases) {
        Plot plot = new Plot(layout, plain.kinds(), plain.look(), emphasis, mode);
        RasterPicture picture = blank(VIEW);
        RasterResult result = raster.draw(plot, VIEW, picture, Cancellation.never());
        assertArrayEquals(
            draw(plot, VIEW), picture.pixels(), mode + " " + emphasis + ", seed " + SEED);
        assertEquals(inView(plot), result.inView());
      }
      assertEquals(before + 1, raster.timesSorted(), mode.key());
    }
    int still = raster.timesSorted();
    Plot moved = plot(cloud(count, 41), Emphasis.none(), DrawingMode.DENSITY);
    raster.draw(moved, VIEW, blank(VIEW), Cancellation.never());
    RasterView beside = new RasterView(1, 71, 50, 150, 101);
    raster.draw(moved, beside, blank(beside), Cancellation.never());
    assertEquals(still + 2, raster.timesSorted());
  }

  /// Tiles that stay empty are not written again, and all others are.
  @Test
  void aPictureThatWasDrawnOnBeforeShowsTheSameAsANewOne() {
    RasterPicture picture = blank(VIEW);
    PointRaster raster = new PointRaster();
    PlanarLayout everywhere = cloud(3_000, 40);
    PlanarLayout corner = PlanarLayout.copyOf(new float[] {-60, 45, -50, 40, 75, -45});
    PlanarLayout nothing = PlanarLayout.copyOf(new float[0]);
    Background dark = new Background(0xFF0D4117, false, 0x1F2328);
    for (Background background : List.of(CLEAR, dark, CLEAR)) {
      for (PlanarLayout layout : List.of(corner, everywhere, nothing, corner, nothing)) {
        for (DrawingMode mode : List.of(DrawingMode.POINTS, DrawingMode.DENSITY)) {
          for (boolean selected : new boolean[] {true, false}) {
            Emphasis emphasis = selected ? someSelectedSomeDimmed(layout.count()) : Emphasis.none();
            Plot plain = plot(layout, emphasis, mode);
            PlotLook look = new PlotLook(STYLES, background);
            Plot plot = new Plot(layout, plain.kinds(), look, emphasis, mode);
            raster.draw(plot, VIEW, picture, Cancellation.never());
            assertArrayEquals(
                draw(plot, VIEW),
                picture.pixels(),
                layout.count() + " points, " + mode + ", selected " + selected);
          }
        }
      }
    }
  }

  /// Half drawn is not empty. When a stop comes is chance, so it is tried until some pictures were given up half drawn.
  @Test
  void aPictureThatWasGivenUpIsWrittenAsAWholeByTheNext() {
    RasterPicture picture = blank(VIEW);
    PointRaster raster = new PointRaster();
    Plot nothing = plot(cloud(0, 1), Emphasis.none(), DrawingMode.POINTS);
    Plot everywhere = plot(cloud(40_000, 40), Emphasis.none(), DrawingMode.POINTS);
    int[] empty = draw(nothing, VIEW);
    int halfDrawn = 0;
    for (int tried = 0; halfDrawn < 5; tried++) {
      assertTrue(tried < 100_000, "never given up half drawn");
      raster.draw(nothing, VIEW, picture, Cancellation.never());
      boolean givenUp = isGivenUp(raster, everywhere, picture, tried % 100 * 20);
      halfDrawn += givenUp && !Arrays.equals(empty, picture.pixels()) ? 1 : 0;
      raster.draw(nothing, VIEW, picture, Cancellation.never());
      assertArrayEquals(empty, picture.pixels());
    }
  }

  private static boolean isGivenUp(
      PointRaster raster, Plot plot, RasterPicture picture, int afterMicros) {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            cancellation::request,
            CompletableFuture.delayedExecutor(afterMicros, TimeUnit.MICROSECONDS));
    try {
      raster.draw(plot, VIEW, picture, cancellation);
      return false;
    } catch (JobCancelled givenUp) {
      return true;
    } finally {
      asked.join();
    }
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    Plot plot = plot(cloud(10, 1), Emphasis.none(), DrawingMode.POINTS);
    RasterPicture wide = new RasterPicture(VIEW.width() + 1, VIEW.height());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PointRaster().draw(plot, VIEW, wide, Cancellation.never()));
  }

  private static int inView(Plot plot) {
    int count = 0;
    for (int row = 0; row < plot.count(); row++) {
      double x = VIEW.x(plot.layout().x(row));
      double y = VIEW.y(plot.layout().y(row));
      boolean shown = !plot.emphasis().dimmed().contains(plot.kinds().kind(row));
      count += shown && x >= 0 && y >= 0 && x < VIEW.width() && y < VIEW.height() ? 1 : 0;
    }
    return count;
  }

  @Test
  void everyShapeHasAboutTheAreaOfADisc() {
    double radius = 5;
    for (Shape shape : Shape.values()) {
      ShapeStamps stamps = new ShapeStamps(shape, radius, 0);
      for (int phase = 0; phase < 16; phase++) {
        double area = 0;
        for (byte coverage : stamps.coverage(phase)) {
          area += (coverage & 255) / 255.0;
        }
        assertEquals(Math.PI * radius * radius, area, 15, shape + " at " + phase);
      }
    }
  }

  @Test
  void aShadeGetsStrongerWithEveryPointInBothThemesAndForEveryHue() {
    for (boolean dark : new boolean[] {false, true}) {
      DensityShade shade = new DensityShade(1_000, new Background(0, dark, 0));
      for (int rgb : new int[] {0x0072B2, 0xF0E442, 0x000000, 0xFFFFFF, 0xF02058}) {
        double before = luma(shade.argb(1, rgb));
        for (int count = 2; count <= 1_000; count *= 2) {
          double now = luma(shade.argb(count, rgb));
          double step = dark ? now - before : before - now;
          assertEquals(dark ? 13.8 : 15.8, step, 2.5, count + " of " + Integer.toHexString(rgb));
          before = now;
        }
      }
    }
    assertEquals(List.of(2, 2, 5, 10, 200), List.of(top(0), top(1.1f), top(4), top(10), top(150)));
  }

  /// A lone point leaves 0.56 of itself on one pixel and 0.05 or more on those around it, or 0.39 on one and 0.23 on three beside it.
  @Test
  void aLonePointStandsOutWhereNoneShareAPixelAndGivesWayWhereManyDo() {
    for (boolean dark : new boolean[] {false, true}) {
      int ground = dark ? 0xFF0D1117 : 0xFFFFFFFF;
      DensityShade sparse = new DensityShade(2, new Background(ground, dark, 0));
      DensityShade dense = new DensityShade(1_000, new Background(ground, dark, 0));
      for (int rgb : new int[] {0x0072B2, 0xF0E442, 0x808080}) {
        assertTrue(contrast(sparse.argb(0.56f, rgb), ground) > 120, "dark: " + dark);
        assertTrue(contrast(sparse.argb(0.23f, rgb), ground) > 120, "beside it, dark: " + dark);
        assertTrue(contrast(dense.argb(0.56f, rgb), ground) < 100, "dark: " + dark);
      }
    }
  }

  private static double contrast(int one, int other) {
    return Math.abs(luma(one) - luma(other));
  }

  private static int top(float most) {
    return DensityShade.topFor(most);
  }

  private static double luma(int argb) {
    return 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
  }
}
