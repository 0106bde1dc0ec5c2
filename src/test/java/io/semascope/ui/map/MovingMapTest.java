package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.Gestures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
final class MovingMapTest {
  /// Pixels of the ring around a selected point: radius 8, 4.2 wide, soft edges.
  private static final int RING = 300;

  private final CompletableFuture<List<String>> picked = new CompletableFuture<>();
  private final CompletableFuture<List<String>> next = new CompletableFuture<>();
  private final CompletableFuture<String> pointed = new CompletableFuture<>();
  private MapView map;
  private final MapScene scene = MapSamples.scene(Map.of());
  private float step;

  @BeforeEach
  void show() {
    FxToolkit.run(
        () -> {
          map =
              new MapView(
                  new MapView.Listener() {
                    @Override
                    public void selected(List<String> ids, boolean add) {
                      if (!picked.complete(ids)) {
                        next.complete(ids);
                      }
                    }

                    @Override
                    public void hovered(Optional<String> id) {
                      id.ifPresent(pointed::complete);
                      map.hover(id.map(name -> Integer.parseInt(name.substring(1))));
                    }
                  });
        });
    MapSamples.show(map, 600, 400);
  }

  private void move() {
    FxToolkit.run(() -> map.showFrame(further()));
    MapSamples.awaitPoints(map);
  }

  private MapScene further() {
    float[] moved = MapSamples.CORNERS.clone();
    moved[8] += ++step / 10;
    return scene.at(PlanarLayout.copyOf(moved), Map.of());
  }

  private Point2D middle() {
    return new Point2D(map.frame().x(4), map.frame().y(4));
  }

  /// The points are asked for at their next places, but the picture of those is not there yet.
  @Test
  void aClickHitsWhatIsDrawnAndNotWhereItGoes() {
    move();
    FxToolkit.run(
        () -> {
          Point2D drawn = middle();
          step += 20;
          map.showFrame(further());
          assertTrue(drawn.distance(middle()) > 20, "it goes on");
          assertEquals(OptionalInt.empty(), map.frame().nearest(drawn.getX(), drawn.getY(), 12));
          click(drawn);
        });
    assertEquals(List.of("p4"), picked.join());
  }

  @Test
  void whatMovesIsHovered() {
    move();
    FxToolkit.run(() -> map.fireEvent(Gestures.mouse(MouseEvent.MOUSE_MOVED, middle(), false)));
    assertEquals("p4", pointed.join());
  }

  private void click(Point2D at) {
    Gestures.click(map, at.getX(), at.getY());
  }

  private Point2D corner(int row) {
    return new Point2D(map.frame().x(row), map.frame().y(row));
  }

  /// All keys come before the first answer: each step begins where the one before it led, and Enter takes where the last one did.
  @Test
  void everyKeyThatIsPressedBeforeAnAnswerCounts() {
    move();
    FxToolkit.run(
        () -> {
          map.select(List.of(3));
          Gestures.press(map, KeyCode.RIGHT);
          Gestures.press(map, KeyCode.RIGHT);
          Gestures.press(map, KeyCode.DOWN);
          Gestures.press(map, KeyCode.ENTER);
          assertFalse(picked.isDone(), "the points are looked at later");
        });
    assertEquals(List.of("p1"), picked.join());
  }

  @Test
  void aClickThatIsAnsweredLateGivesWayToWhatWasChosenSince() {
    move();
    FxToolkit.run(
        () -> {
          click(corner(0));
          map.selectionChanged();
        });
    FxToolkit.run(() -> click(corner(2)));
    assertEquals(List.of("p2"), picked.join());
  }

  @Test
  void anOutlineThatIsAnsweredLateGivesWayToo() {
    FxToolkit.run(
        () -> {
          Gestures.select(map, corner(0).add(-9, 9), corner(4).add(9, -9));
          map.selectionChanged();
          click(corner(3));
        });
    assertEquals(List.of("p3"), picked.join());
  }

  @Test
  void escapeMeansNothingOfWhatIsStillLookedFor() {
    move();
    FxToolkit.run(
        () -> {
          click(corner(0));
          Gestures.press(map, KeyCode.ESCAPE);
        });
    assertEquals(List.of(), picked.join());
    FxToolkit.run(() -> click(corner(1)));
    assertEquals(List.of("p1"), next.join());
  }

  @Test
  void everyClickIsAnsweredInItsOrderAndThePointerWhereItIsLast() throws InterruptedException {
    move();
    List<String> answers = new CopyOnWriteArrayList<>();
    PointSearches searches = FxToolkit.call(PointSearches::new);
    CountDownLatch over = new CountDownLatch(21);
    FxToolkit.run(
        () -> {
          for (int i = 0; i < 20; i++) {
            int click = i;
            searches.choose(
                () ->
                    new PointSearches.Search<>(
                        false,
                        () -> click,
                        asked -> {
                          answers.add(asked + " " + Platform.isFxApplicationThread());
                          over.countDown();
                        }));
            searches.point(
                new PointSearches.Search<>(
                    false,
                    () -> Platform.isFxApplicationThread() ? "slow" : "",
                    where -> {
                      answers.add(where);
                      if (click < 19) {
                        answers.add("old");
                      }
                      over.countDown();
                    }));
          }
        });
    over.await();
    assertEquals(
        IntStream.range(0, 20).mapToObj(i -> i + " true").toList(),
        answers.stream().filter(answer -> !answer.isEmpty()).toList());
  }

  /// Pixels of what stands above the points.
  private int ink() {
    return FxToolkit.call(
        () -> {
          Node above = map.getChildrenUnmodifiable().get(1);
          SnapshotParameters clear = new SnapshotParameters();
          clear.setFill(Color.TRANSPARENT);
          WritableImage image = above.snapshot(clear, null);
          int ink = 0;
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
              ink += image.getPixelReader().getArgb(x, y) == 0 ? 0 : 1;
            }
          }
          return ink;
        });
  }

  @Test
  void whatMovesHasNoNamesButThoseOfWhatIsSelected() {
    int names = ink();
    assertTrue(names > 0);
    move();
    assertEquals(0, ink());
    FxToolkit.run(() -> map.select(List.of(2)));
    int one = ink();
    move();
    assertTrue(Math.min(one, ink()) > RING, "the selected point keeps its name in the next frame");
    FxToolkit.run(() -> map.show(MapSamples.scene(Map.of())));
    MapSamples.awaitPoints(map);
    assertTrue(ink() > one, "the run is over");
  }

  @Test
  void aPausedRunHasItsNamesBack() {
    int names = ink();
    move();
    FxToolkit.run(map::rest);
    MapSamples.awaitPoints(map);
    assertTrue(ink() > names / 2);
  }

  @Test
  void aPointIsFoundWhereItIsNowWhileItMoves() {
    assertEquals(OptionalInt.of(0), atCorner());
    move();
    assertEquals(OptionalInt.of(0), atCorner());
    OptionalInt middle =
        FxToolkit.call(() -> map.frame().nearest(map.frame().x(4), map.frame().y(4), 1));
    assertEquals(OptionalInt.of(4), middle);
    OptionalInt ahead = FxToolkit.call(() -> map.frame().nearestTowards(0, 1, 0));
    assertEquals(OptionalInt.of(1), ahead);
  }

  private OptionalInt atCorner() {
    return FxToolkit.call(
        () -> map.frame().nearest(map.frame().x(0) + 1, map.frame().y(0) + 1, 12));
  }
}
