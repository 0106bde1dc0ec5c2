package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import io.semascope.raster.index.PointIndex;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.theme.CategoryColours;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// Which names one drawing writes, and how far from their points.
final class NamesDrawnTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  /// A crowd around the first point, and room around the crowd.
  private final PlanarLayout layout = crowd();

  private static PlanarLayout crowd() {
    float[] positions = new float[2 * 442];
    for (int i = 1; i < 442; i++) {
      positions[2 * i] = (i - 1) % 21 * 12 - 120.5f;
      positions[2 * i + 1] = (i - 1) / 21 * 5 - 50.5f;
    }
    return PlanarLayout.copyOf(positions);
  }

  /// Rows of the screen on which something is drawn, once for each pixel. While a point is selected a filter dims the others.
  private List<Integer> ink(List<Integer> selected, boolean moving, boolean indexed) {
    List<String> none = Collections.nCopies(layout.count(), "");
    List<MapScene.Mark> marks =
        IntStream.range(0, none.size())
            .mapToObj(row -> new MapScene.Mark("p" + row, "Point " + row, "", false, ""))
            .toList();
    MapGround ground = MapGround.of(marks, CategoryColours.of(none));
    MapFrame frame =
        new MapFrame(
            new MapScene(ground, List.of(), layout, Map.of(), ""),
            new Viewport(0, 0, 1, WIDTH, HEIGHT),
            new MapFrame.Attention(
                selected,
                Optional.empty(),
                List.of(),
                List.of(),
                row -> selected.isEmpty(),
                List.of(),
                moving),
            indexed
                ? Optional.of(PointIndex.of(layout, layout.count(), Cancellation.never()))
                : Optional.empty());
    return FxToolkit.call(() -> ink(frame));
  }

  private static List<Integer> ink(MapFrame frame) {
    MapOverlay overlay = new MapOverlay(() -> {});
    overlay.cover(WIDTH, HEIGHT);
    overlay.draw(frame, List.of());
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    WritableImage image = overlay.snapshot(clear, null);
    return IntStream.range(0, WIDTH * HEIGHT)
        .filter(i -> image.getPixelReader().getArgb(i % WIDTH, i / WIDTH) != 0)
        .mapToObj(i -> i / WIDTH)
        .toList();
  }

  @Test
  void whileNothingTellsWherePointsAreOnlyNamesThatMustBeReadAreWritten() {
    assertTrue(ink(List.of(), false, true).size() > 500, "names around the crowd");
    assertEquals(0, ink(List.of(), false, false).size());
    assertTrue(ink(List.of(0), false, false).size() > 500, "the selected point has its name");
  }

  @Test
  void aNameLeavesTheCrowdOnlyWhenNothingMoves() {
    List<Integer> selected = List.of(0);
    int moving = farthest(ink(selected, true, true));
    assertTrue(moving < 40, "beside its point: " + moving);
    int resting = farthest(ink(selected, false, true));
    assertTrue(resting > 55, "above or below the crowd: " + resting);
  }

  private static int farthest(List<Integer> rows) {
    return rows.stream().mapToInt(row -> Math.abs(row - HEIGHT / 2)).max().orElseThrow();
  }
}
