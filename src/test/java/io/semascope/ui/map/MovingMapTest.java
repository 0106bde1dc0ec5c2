package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
final class MovingMapTest {
  /// Pixels of the ring around a selected point: radius 8, 4.2 wide, soft edges.
  private static final int RING = 300;

  private MapView map;
  private float step;

  @BeforeEach
  void show() {
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
        });
    MapSamples.show(map, 600, 400);
  }

  private void move() {
    float[] moved = MapSamples.CORNERS.clone();
    moved[8] += ++step / 10;
    FxToolkit.run(
        () -> map.showFrame(MapSamples.scene(Map.of()).at(PlanarLayout.copyOf(moved), Map.of())));
    MapSamples.awaitPoints(map);
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
