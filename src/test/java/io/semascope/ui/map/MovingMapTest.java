package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
final class MovingMapTest {
  /// Pixels of the ring around a selected point: radius 8, 4.2 wide, soft edges.
  private static final int RING = 300;

  private final CompletableFuture<List<String>> picked = new CompletableFuture<>();
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
                      picked.complete(ids);
                    }

                    @Override
                    public void hovered(Optional<String> id) {
                      id.ifPresent(pointed::complete);
                    }
                  });
        });
    MapSamples.show(map, 600, 400);
  }

  private void move() {
    FxToolkit.run(() -> map.showFrame(next()));
    MapSamples.awaitPoints(map);
  }

  private MapScene next() {
    float[] moved = MapSamples.CORNERS.clone();
    moved[8] += ++step / 10;
    return scene.at(PlanarLayout.copyOf(moved), Map.of());
  }

  private Point2D middle() {
    return new Point2D(map.frame().x(4), map.frame().y(4));
  }

  private void mouse(EventType<MouseEvent> type, Point2D at) {
    double x = at.getX();
    double y = at.getY();
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    map.fireEvent(
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  /// The points are asked for at their next places, but the picture of those is not there yet.
  @Test
  void aClickHitsWhatIsDrawnAndNotWhereItGoes() {
    move();
    FxToolkit.run(
        () -> {
          Point2D drawn = middle();
          step += 20;
          map.showFrame(next());
          assertTrue(drawn.distance(middle()) > 20, "it goes on");
          assertEquals(OptionalInt.empty(), map.frame().nearest(drawn.getX(), drawn.getY(), 12));
          mouse(MouseEvent.MOUSE_PRESSED, drawn);
          mouse(MouseEvent.MOUSE_RELEASED, drawn);
        });
    assertEquals(List.of("p4"), picked.join());
  }

  @Test
  void whatMovesIsHovered() {
    move();
    FxToolkit.run(() -> mouse(MouseEvent.MOUSE_MOVED, middle()));
    assertEquals("p4", pointed.join());
  }

  @Test
  void everyClickIsAnsweredInItsOrderAndThePointerWhereItIsLast() throws InterruptedException {
    move();
    List<String> answers = new CopyOnWriteArrayList<>();
    PointSearches searches = FxToolkit.call(PointSearches::new);
    CountDownLatch over = new CountDownLatch(1);
    FxToolkit.run(
        () -> {
          for (int i = 0; i < 20; i++) {
            int click = i;
            searches.pick(
                map.seen(),
                seen -> seen.nearest(0, 0, 1e9),
                (seen, hit) -> answers.add(click + " " + Platform.isFxApplicationThread()));
            searches.point(
                map.seen(),
                seen -> {
                  answers.add(Platform.isFxApplicationThread() ? "slow" : "");
                  return seen.nearest(0, 0, 1e9);
                },
                (seen, hit) -> {
                  if (click < 19) {
                    answers.add("old");
                  } else {
                    over.countDown();
                  }
                });
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
          Canvas above = (Canvas) map.getChildrenUnmodifiable().get(1);
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
