package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.theme.CategoryColours;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// What parts labels from the points and lines below them, and whether the legend stands where it says nothing.
final class LabelGroundTest {
  private static final Color GROUND = Color.rgb(10, 200, 30);

  private final MapView map = FxToolkit.call(() -> new MapView(new SilentListener()));

  /// The row below a label's letters has nothing else in it.
  @Test
  void aLabelStandsOnTheGroundThatTheStyleSheetGivesTheMap() {
    FxToolkit.run(() -> map.setBackground(Background.fill(GROUND)));
    MapSamples.show(map, 600, 400);
    FxToolkit.run(() -> map.select(List.of(0)));
    assertTrue(
        FxToolkit.call(this::overlay).filter(argb -> isGround(argb, 0.75)).count() > 500,
        "the ground of a label covers what lies below it");
  }

  private static boolean isGround(int argb, double opacity) {
    return (argb >>> 24) >= 255 * opacity
        && Math.abs((argb >> 16 & 255) - 10) < 4
        && Math.abs((argb >> 8 & 255) - 200) < 4
        && Math.abs((argb & 255) - 30) < 4;
  }

  private IntStream overlay() {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    Node above = map.getChildrenUnmodifiable().get(1);
    WritableImage image = above.snapshot(clear, null);
    int width = (int) image.getWidth();
    return IntStream.range(0, width * (int) image.getHeight())
        .map(pixel -> image.getPixelReader().getArgb(pixel % width, pixel / width));
  }

  /// Shows points without categories, the first of them selected.
  private void showSelected(float... positions) {
    List<String> none = Collections.nCopies(positions.length / 2, "");
    List<MapScene.Mark> marks =
        IntStream.range(0, none.size())
            .mapToObj(row -> new MapScene.Mark("p" + row, "Point " + row, "", false, ""))
            .toList();
    MapScene scene =
        new MapScene(
            MapGround.of(marks, CategoryColours.of(none)),
            List.of(),
            PlanarLayout.copyOf(positions),
            Map.of(),
            "Read it so.");
    MapSamples.show(map, 600, 400);
    FxToolkit.run(() -> map.show(scene));
    MapSamples.awaitPoints(map);
    FxToolkit.run(() -> map.select(List.of(0)));
    MapSamples.awaitPoints(map);
  }

  private int alphaOver(int row) {
    return FxToolkit.call(
        () -> {
          MapFrame frame = map.frame();
          int[] overlay = overlay().toArray();
          return overlay[(int) frame.y(row) * (int) map.getWidth() + (int) frame.x(row)] >>> 24;
        });
  }

  @Test
  void theLabelOfTheSelectedPointGivesWayToOtherPoints() {
    FxToolkit.run(() -> map.setBackground(Background.fill(GROUND)));
    showSelected(0, 0, 1.2f, 0, 2, 0.05f, 10, 10, -10, -10);
    double across = FxToolkit.call(() -> map.frame().x(2) - map.frame().x(0));
    assertTrue(across > 15 && across < 50, "right of it is where its label would stand: " + across);
    for (int row = 1; row < 5; row++) {
      assertEquals(0, alphaOver(row), "point " + row + " is covered");
    }
    assertTrue(
        FxToolkit.call(this::overlay).filter(argb -> isGround(argb, 0.75)).count() > 200,
        "it has a label");
  }

  @Test
  void theLabelOfANeighbourWithoutRoomLetsNoPointBeTakenForALetter() {
    FxToolkit.run(() -> map.setBackground(Background.fill(GROUND)));
    float[] crowd = new float[2 * 41 * 41];
    for (int i = 1; i < 41 * 41; i++) {
      crowd[2 * i] = i % 41 - 20.5f;
      crowd[2 * i + 1] = i / 41 - 20.5f;
    }
    showSelected(crowd);
    FxToolkit.run(() -> map.connect(List.of(21 * 41 + 29), true));
    MapSamples.awaitPoints(map);
    long covered = FxToolkit.call(this::overlay).filter(argb -> argb >>> 24 == 255).count();
    assertTrue(covered > 2 * 50 * 14, covered + " pixels of two grounds");
  }

  @Test
  void allPointsStandAboveTheButtonsOfTheMap() {
    showSelected(0, 0, 1, 0, 2, 0, 1, 300, 1, -300);
    double lowest = FxToolkit.call(() -> map.frame().y(4));
    double buttons = FxToolkit.call(() -> map.lookup("#map-drawing").getBoundsInParent().getMinY());
    assertTrue(lowest + 4 < buttons, lowest + " and " + buttons);
  }

  @Test
  void categoriesThatNoTwoTextsShareHaveNoLegend() {
    MapSamples.show(map, 800, 600);
    assertTrue(isLegendShown());
    List<String> titles = List.of("one", "two", "three", "four", "five");
    List<MapScene.Mark> marks =
        titles.stream().map(title -> new MapScene.Mark(title, title, title, false, "")).toList();
    MapScene titled =
        new MapScene(
            MapGround.of(marks, CategoryColours.of(titles)),
            List.of(),
            PlanarLayout.copyOf(MapSamples.CORNERS),
            Map.of(),
            "");
    FxToolkit.run(() -> map.show(titled));
    MapSamples.awaitPoints(map);
    assertFalse(isLegendShown());
    assertFalse(FxToolkit.call(() -> map.lookup("#legend-toggle").isVisible()));
    assertTrue(FxToolkit.call(() -> map.frame().isLit(0)));
    FxToolkit.run(
        () -> {
          map.select(List.of(0));
          map.connect(List.of(1), true);
          map.layout();
        });
    assertTrue(isLegendShown(), "there are lines to explain");
    assertEquals(false, FxToolkit.call(() -> map.lookup("#legend-title").isVisible()));
  }

  private boolean isLegendShown() {
    return FxToolkit.call(() -> map.lookup("#legend").isVisible());
  }
}
