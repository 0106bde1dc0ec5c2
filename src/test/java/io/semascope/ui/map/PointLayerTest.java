package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.raster.DrawingMode;
import io.semascope.raster.Emphasis;
import io.semascope.raster.Plot;
import io.semascope.raster.RasterResult;
import io.semascope.raster.RowSet;
import io.semascope.ui.FxToolkit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

/// The points while the view moves: who draws them, which wish is served, and what is seen meanwhile.
final class PointLayerTest {
  private static final Viewport START = new Viewport(5, 5, 20, 400, 300);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Integer> widths = new CopyOnWriteArrayList<>();
  private final List<Boolean> onFx = new CopyOnWriteArrayList<>();
  private final List<PointLayer.Drawn> shown = new CopyOnWriteArrayList<>();
  private final PointLayer layer =
      FxToolkit.call(
          () ->
              new PointLayer(
                  (plot, view, pixels) -> {
                    onFx.add(Platform.isFxApplicationThread());
                    widths.add(view.width());
                    begun.countDown();
                    await(gate);
                    return new RasterResult(DrawingMode.POINTS, widths.size(), 0);
                  },
                  shown::add));

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Plot plot() {
    MapScene scene = MapSamples.scene(Map.of());
    MapLook look = new MapLook(scene.colours(), scene.layoutCount(), false, 0, 1);
    return look.plot(scene, look.styles(), Emphasis.none(), DrawingMode.AUTOMATIC);
  }

  private void ask(Viewport viewport, double outputScale) {
    FxToolkit.run(() -> layer.ask(plot(), viewport, outputScale));
  }

  private void awaitDrawn() {
    CountDownLatch drawn = new CountDownLatch(1);
    FxToolkit.run(() -> layer.whenDrawn(drawn::countDown));
    await(drawn);
  }

  @Test
  void theWindowNeverWaitsAndTheNewestWishWins() {
    ask(START, 1);
    await(begun);
    // The drawing stands still, yet every one of these returns.
    for (int width = 401; width <= 450; width++) {
      ask(START.resized(width, 300), 1);
    }
    boolean early = FxToolkit.call(() -> layer.view().getImage() != null);
    assertFalse(early);
    gate.countDown();
    awaitDrawn();
    assertEquals(List.of(400, 450), widths, "those in between were never drawn");
    assertEquals(List.of(false, false), onFx);
    assertEquals(2, shown.getLast().result().inView());
    assertEquals(450, FxToolkit.call(() -> layer.view().getImage().getWidth()));
  }

  @Test
  void untilThenTheLastPictureIsMovedToWhereItsPointsBelong() {
    gate.countDown();
    ask(START, 1);
    awaitDrawn();
    Point2D before =
        FxToolkit.call(
            () -> {
              Viewport zoomed = START.zoomedAt(100, 80, 1.7).moved(13, -5);
              layer.ask(plot(), zoomed, 1);
              Point2D pixel = new Point2D(START.screenX(9), START.screenY(2));
              Point2D placed = layer.view().localToParent(pixel);
              assertEquals(zoomed.screenX(9), placed.getX(), 1e-6);
              assertEquals(zoomed.screenY(2), placed.getY(), 1e-6);
              return placed;
            });
    awaitDrawn();
    Point2D after = FxToolkit.call(() -> layer.view().localToParent(0, 0));
    assertEquals(0, after.magnitude(), 1e-9, "the new picture stands still, unlike " + before);
  }

  @Test
  void twoPixelsForOneAreDrawnOnAFineScreen() {
    gate.countDown();
    ask(START, 2);
    awaitDrawn();
    assertEquals(List.of(800), widths);
    assertEquals(400, FxToolkit.call(() -> layer.view().getLayoutBounds().getWidth()));
  }

  /// The same wish is told of twice: with its picture, then with the index of its points.
  @Test
  void aPictureDoesNotWaitForTheIndexOfItsPoints() {
    gate.countDown();
    ask(START, 1);
    awaitDrawn();
    assertEquals(
        List.of(false, true), shown.stream().map(each -> each.index().isPresent()).toList());
    assertSame(shown.getFirst().plot(), shown.getLast().plot());
    Plot still = shown.getLast().plot();
    FxToolkit.run(() -> layer.ask(still, START.moved(3, 0), 1));
    awaitDrawn();
    assertEquals(3, shown.size(), "points that stand still keep their index");
    assertSame(shown.get(1).index().orElseThrow(), shown.getLast().index().orElseThrow());
  }

  @Test
  void whatWasWishedForLastIsNotDrawnAgain() {
    gate.countDown();
    Plot plot = plot();
    FxToolkit.run(() -> layer.ask(plot, START, 1));
    awaitDrawn();
    Plot same =
        new Plot(
            plot.layout(),
            plot.kinds(),
            plot.look(),
            new Emphasis(RowSet.of(List.of()), RowSet.none()),
            plot.mode());
    FxToolkit.run(() -> layer.ask(same, START, 1));
    awaitDrawn();
    assertEquals(1, widths.size());
    Plot selected =
        new Plot(
            plot.layout(),
            plot.kinds(),
            plot.look(),
            new Emphasis(RowSet.of(List.of(0)), RowSet.none()),
            plot.mode());
    FxToolkit.run(() -> layer.ask(selected, START, 1));
    awaitDrawn();
    assertEquals(2, widths.size());
  }

  @Test
  void threePicturesAreEnough() {
    gate.countDown();
    java.util.Set<Image> images = new java.util.HashSet<>();
    for (int i = 0; i < 12; i++) {
      ask(START.moved(i, 0), 1);
      awaitDrawn();
      images.add(FxToolkit.call(() -> layer.view().getImage()));
    }
    assertTrue(images.size() <= 3, images.size() + " pictures");
  }
}
