package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.theme.CategoryColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;

/// A small scene for tests of the map: five points in two categories, and typed texts.
final class MapSamples {
  /// The corners of a square and its middle.
  static final float[] CORNERS = {0, 0, 10, 0, 10, 10, 0, 10, 5, 5};

  private MapSamples() {}

  /// Shows the scene without typed texts in a window's worth of room, and waits until its points are drawn.
  static void show(MapView map, int width, int height) {
    FxToolkit.run(
        () -> {
          Scene scene = new Scene(map, width, height);
          map.resize(width, height);
          scene.getRoot().applyCss();
          map.layout();
          map.show(scene(Map.of()));
        });
    awaitPoints(map);
  }

  /// The points are drawn on a thread of their own; what is near to what is known after that.
  static void awaitPoints(MapView map) {
    CountDownLatch drawn = new CountDownLatch(1);
    FxToolkit.run(() -> map.whenDrawn(drawn::countDown));
    try {
      assertTrue(drawn.await(60, TimeUnit.SECONDS), "the points were never drawn");
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// Points `p0` to `p4`, the first three of one category, the others of another, then the typed texts.
  static MapScene scene(Map<String, Placement> typed) {
    List<MapScene.Mark> marks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      marks.add(new MapScene.Mark("p" + i, "Point " + i, i < 3 ? "one" : "two", false, ""));
    }
    return new MapScene(
        MapGround.of(marks, CategoryColours.of(List.of("one", "one", "one", "two", "two"))),
        typed.keySet().stream().map(id -> new MapScene.Mark(id, "typed", "", false, "")).toList(),
        PlanarLayout.copyOf(CORNERS),
        typed,
        "Read it so.");
  }
}
