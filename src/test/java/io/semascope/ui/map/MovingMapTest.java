package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
final class MovingMapTest {
  private static final int WAIT_SECONDS = 60;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;
  private static final int ASIDE = 200;

  private MapView map;
  private Stage stage;
  private float step;

  @BeforeEach
  void show() throws Exception {
    FxToolkit.run(
        () -> {
          map =
              new MapView(
                  new MapView.Listener() {
                    @Override
                    public void selected(List<String> ids, boolean add) {}

                    @Override
                    public void hovered(Optional<String> id) {}
                  });
          Button elsewhere = new Button("elsewhere");
          elsewhere.setPrefSize(ASIDE, HEIGHT);
          stage = new Stage();
          stage.setScene(
              new Scene(new BorderPane(map, null, elsewhere, null, null), WIDTH, HEIGHT));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          elsewhere.requestFocus();
          map.show(MapSamples.scene(Map.of()));
        });
    awaitPoints();
  }

  @AfterEach
  void close() {
    FxToolkit.run(stage::close);
  }

  private void awaitPoints() throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(1);
    FxToolkit.run(() -> map.whenDrawn(drawn::countDown));
    assertTrue(drawn.await(WAIT_SECONDS, TimeUnit.SECONDS), "the points were never drawn");
  }

  private void move() throws InterruptedException {
    float[] moved = MapSamples.CORNERS.clone();
    moved[8] += ++step / 10;
    FxToolkit.run(
        () -> map.showFrame(MapSamples.scene(Map.of()).at(PlanarLayout.copyOf(moved), Map.of())));
    awaitPoints();
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
  void whatMovesHasNoNamesButThoseOfWhatIsSelected() throws Exception {
    int names = ink();
    assertTrue(names > 0);
    move();
    assertEquals(0, ink());
    FxToolkit.run(() -> map.select(List.of(2)));
    int one = ink();
    assertTrue(one > 0);
    move();
    assertTrue(ink() > 0, "the selected point keeps its name in the next frame");
    FxToolkit.run(() -> map.show(MapSamples.scene(Map.of())));
    awaitPoints();
    assertTrue(ink() > one, "the run is over");
  }

  @Test
  void aPausedRunComesToRestByItself() throws Exception {
    CountDownLatch resting = new CountDownLatch(1);
    Motion motion = FxToolkit.call(() -> new Motion(resting::countDown));
    FxToolkit.run(motion::moved);
    assertTrue(FxToolkit.call(motion::isMoving));
    assertTrue(resting.await(WAIT_SECONDS, TimeUnit.SECONDS));
    assertFalse(FxToolkit.call(motion::isMoving));
  }

  @Test
  void placesAreLookedUpOnlyWhileSomebodyPointsAtTheMap() throws Exception {
    pointAt(WIDTH - 50, 150);
    assertEquals(OptionalInt.of(0), atCorner());
    move();
    assertEquals(OptionalInt.empty(), atCorner());
    pointAt(200, 150);
    move();
    assertEquals(OptionalInt.of(0), atCorner());
  }

  /// Moves the pointer to a place of the screen and waits until the map knows.
  private void pointAt(double x, double y) throws Exception {
    boolean inside = x < WIDTH - ASIDE;
    CountDownLatch known = new CountDownLatch(1);
    FxToolkit.run(
        () -> {
          if (map.isHover() == inside) {
            known.countDown();
          }
          map.hoverProperty().addListener(observed -> known.countDown());
          new Robot().mouseMove(x, y);
        });
    assertTrue(known.await(WAIT_SECONDS, TimeUnit.SECONDS), "the pointer never came there");
    assertEquals(inside, FxToolkit.call(map::isHover));
  }

  private OptionalInt atCorner() {
    return FxToolkit.call(
        () -> map.frame().nearest(map.frame().x(0) + 1, map.frame().y(0) + 1, 12));
  }
}
