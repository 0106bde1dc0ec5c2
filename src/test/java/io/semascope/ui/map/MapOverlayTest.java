package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.semascope.projection.Placement;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PulseProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often a map in a window is drawn, whatever is told it between two pulses.
@SuppressWarnings("NullAway.Init")
final class MapOverlayTest {
  private final MapView map = FxToolkit.call(() -> new MapView(new SilentListener()));

  private final MapScene scene = MapSamples.scene(Map.of());
  private Stage stage;

  @BeforeEach
  void show() {
    stage = FxToolkit.call(Stage::new);
    FxToolkit.run(
        () -> {
          stage.setScene(new Scene(map, 600, 400));
          stage.show();
          map.show(scene);
        });
    awaitRest();
  }

  @AfterEach
  void close() {
    FxToolkit.run(stage::close);
  }

  private void awaitRest() {
    PulseProbe.next(2);
    MapSamples.awaitPoints(map);
    PulseProbe.next(2);
  }

  private MapOverlay overlay() {
    return assertInstanceOf(MapOverlay.class, map.getChildrenUnmodifiable().get(1));
  }

  private Image points() {
    return assertInstanceOf(ImageView.class, map.getChildrenUnmodifiable().getFirst()).getImage();
  }

  /// As the window does it: on the same points.
  private void showTyped() {
    map.show(
        new MapScene(
            scene.ground(),
            List.of(new MapScene.Mark("typed-1", "typed", "", false, "")),
            scene.positions(),
            Map.of("typed-1", new Placement.Exact(0.5f, 0.5f)),
            scene.reading()));
    map.select(List.of(5));
    map.connect(List.of(0, 1, 2), true);
  }

  @Test
  void whateverIsToldBetweenTwoPulsesIsDrawnOnceAndByTheNext() {
    List<Integer> atOnce = new ArrayList<>();
    List<Integer> perPulse = new ArrayList<>();
    AnimationTimer watch =
        new AnimationTimer() {
          private int before = -1;

          @Override
          public void handle(long now) {
            int drawings = overlay().drawings();
            if (before >= 0) {
              perPulse.add(drawings - before);
            }
            before = drawings;
          }
        };
    FxToolkit.run(watch::start);
    PulseProbe.next(1);
    FxToolkit.run(
        () -> {
          int before = overlay().drawings();
          showTyped();
          atOnce.add(overlay().drawings() - before);
        });
    PulseProbe.next(4);
    FxToolkit.run(watch::stop);
    assertEquals(List.of(0), atOnce, "drawn before the pulse");
    assertEquals(1, Collections.max(perPulse), perPulse + " drawings by each pulse");
  }

  @Test
  void aTypedTextAmongThePointsNeedsNoOtherPictureOfThem() {
    Image before = FxToolkit.call(this::points);
    FxToolkit.run(this::showTyped);
    awaitRest();
    assertSame(before, FxToolkit.call(this::points));
    FxToolkit.run(() -> map.connect(List.of(0, 1), true));
    awaitRest();
    assertSame(before, FxToolkit.call(this::points));
    FxToolkit.run(() -> map.select(List.of(0)));
    awaitRest();
    assertNotSame(
        before, FxToolkit.call(this::points), "a selected point is marked in the picture");
  }

  @Test
  void whatWaitsForTheDrawingComesAfterIt() throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(1);
    List<Integer> drawings = new ArrayList<>();
    FxToolkit.run(
        () -> {
          int before = overlay().drawings();
          showTyped();
          map.whenDrawn(
              () -> {
                drawings.add(overlay().drawings() - before);
                drawn.countDown();
              });
        });
    drawn.await();
    assertEquals(List.of(1), drawings);
  }
}
