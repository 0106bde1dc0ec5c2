package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.Gestures;
import io.semascope.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
final class MapViewTest {
  private final List<List<String>> selections = new ArrayList<>();
  private final List<Optional<String>> hovers = new ArrayList<>();
  private final CompletableFuture<List<String>> nextSelection = new CompletableFuture<>();
  private MapView map;

  @BeforeEach
  void show() {
    FxToolkit.start();
    FxToolkit.run(
        () -> {
          map =
              new MapView(
                  new MapView.Listener() {
                    @Override
                    public void selected(List<String> ids, boolean add) {
                      selections.add(ids);
                      nextSelection.complete(ids);
                      if (add) {
                        selections.add(List.of("added"));
                      }
                    }

                    @Override
                    public void hovered(Optional<String> id) {
                      hovers.add(id);
                      map.hover(id.map(name -> Integer.parseInt(name.substring(1))));
                    }
                  });
        });
    MapSamples.show(map, 800, 600);
  }

  private void awaitPoints() {
    MapSamples.awaitPoints(map);
  }

  /// Without a graphics card the toolkit takes three times as long for pixels that let the panel beneath shine through.
  @Test
  void thePictureOfPointsBringsItsOwnBackgroundInBothThemes() {
    for (Theme theme : Theme.values()) {
      FxToolkit.run(
          () -> {
            theme.applyTo(map);
            map.applyCss();
          });
      awaitPoints();
      FxToolkit.run(
          () -> {
            ImageView points = (ImageView) map.getChildrenUnmodifiable().getFirst();
            int corner = points.getImage().getPixelReader().getArgb(0, 0);
            assertEquals(theme.isDark() ? 0xFF0D1117 : 0xFFFFFFFF, corner, theme.toString());
          });
    }
  }

  private void mouse(EventType<MouseEvent> type, double x, double y) {
    FxToolkit.run(() -> map.fireEvent(Gestures.mouse(type, new Point2D(x, y), false)));
  }

  private void click(double x, double y) {
    FxToolkit.run(() -> Gestures.click(map, x, y));
  }

  private void press(KeyCode key) {
    FxToolkit.run(() -> Gestures.press(map, key));
  }

  private void zoomAt(double x, double y) {
    FxToolkit.run(
        () ->
            map.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    x,
                    y,
                    x,
                    y,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    120,
                    0,
                    120,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }

  private double x(int row) {
    return FxToolkit.call(() -> map.frame().x(row));
  }

  private double y(int row) {
    return FxToolkit.call(() -> map.frame().y(row));
  }

  @Test
  void aClickSelectsTheNearestPointAndOneOnNothingClears() {
    click(x(2) + 5, y(2) - 5);
    assertEquals(List.of("p2"), selections.getLast());
    click((x(4) + x(2)) / 2, (y(4) + y(2)) / 2);
    assertEquals(List.of(), selections.getLast());
  }

  @Test
  void theWheelZoomsAtThePointer() {
    double distance = x(1) - x(0);
    double before = x(4);
    zoomAt(x(4), y(4));
    assertTrue(x(1) - x(0) > distance * 1.2);
    assertEquals(before, x(4), 0.01);
  }

  @Test
  void draggingMovesTheMapAndHomeFitsItAgain() {
    double before = x(0);
    mouse(MouseEvent.MOUSE_PRESSED, 400, 300);
    mouse(MouseEvent.MOUSE_DRAGGED, 460, 300);
    mouse(MouseEvent.MOUSE_RELEASED, 460, 300);
    assertEquals(before + 60, x(0), 0.01);
    assertEquals(List.of(), selections, "a drag selects nothing");
    press(KeyCode.HOME);
    assertEquals(before, x(0), 0.01);
  }

  @Test
  void shiftAndDragSelectARectangle() {
    Point2D from = new Point2D(x(0) - 15, y(3) - 15);
    Point2D to = new Point2D(x(4) + 15, y(0) + 15);
    FxToolkit.run(() -> Gestures.select(map, from, to));
    assertEquals(List.of("p0", "p3", "p4"), nextSelection.join());
  }

  @Test
  void theKeyboardWalksSelectsAndClears() {
    press(KeyCode.RIGHT);
    press(KeyCode.RIGHT);
    Optional<String> at = hovers.getLast();
    assertTrue(at.isPresent());
    press(KeyCode.ENTER);
    assertEquals(List.of(at.get()), selections.getLast());
    press(KeyCode.ESCAPE);
    assertEquals(List.of(), selections.getLast());
  }

  @Test
  void anEstimateLooksUnlikeAnExactPlaceAndAMissingOneIsNotDrawn() {
    BufferedImage exact = picture(new Placement.Exact(3, 3));
    int x = (int) x(5);
    int y = (int) y(5);
    int accent = exact.getRGB(x, y);
    assertTrue(count(exact, x, y, accent) > 40, "a filled star");
    BufferedImage estimated = picture(new Placement.Estimated(3, 3, List.of(1)));
    assertNotEquals(accent, estimated.getRGB(x, y), "open in the middle");
    int ring = count(estimated, x, y, accent);
    assertTrue(ring > 5 && ring < 60, "a dashed ring of " + ring + " pixels");
    FxToolkit.run(
        () -> {
          map.show(MapSamples.scene(Map.of("p5", new Placement.Exact(Float.NaN, 0))));
          map.layout();
        });
    assertFalse(FxToolkit.call(() -> map.frame().isPlaced(5)));
  }

  private BufferedImage picture(Placement placement) {
    FxToolkit.run(() -> map.show(MapSamples.scene(Map.of("p5", placement))));
    return FxToolkit.snapshot(map, 800, 600);
  }

  /// How many pixels around a place have this colour; labels begin further away.
  private static int count(BufferedImage image, int x, int y, int rgb) {
    int count = 0;
    for (int dy = -8; dy <= 8; dy++) {
      for (int dx = -8; dx <= 8; dx++) {
        count += image.getRGB(x + dx, y + dy) == rgb ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void framesOfARunningLayoutMoveThePoints() {
    double before = x(4);
    float[] moved = MapSamples.CORNERS.clone();
    moved[8] = 9;
    FxToolkit.run(
        () -> map.showFrame(MapSamples.scene(Map.of()).at(PlanarLayout.copyOf(moved), Map.of())));
    assertTrue(x(4) > before + 50, before + " to " + x(4));
  }

  private boolean allInSight() {
    return FxToolkit.call(
        () -> {
          for (int row = 0; row < 5; row++) {
            if (!map.contains(map.frame().x(row), map.frame().y(row))) {
              return false;
            }
          }
          return true;
        });
  }

  private static MapScene farAway(int picture) {
    float[] far = MapSamples.CORNERS.clone();
    for (int i = 0; i < far.length; i++) {
      far[i] = far[i] * 300 + 5_000;
    }
    return MapSamples.scene(Map.of()).ofPicture(picture).at(PlanarLayout.copyOf(far), Map.of());
  }

  @Test
  void anotherPictureIsShownWholeAlthoughThePersonHasZoomed() {
    zoomAt(x(4), y(4));
    FxToolkit.run(() -> map.showFrame(farAway(1)));
    assertTrue(allInSight(), "the first frame of a run");
    zoomAt(x(4), y(4));
    double zoomed = x(1) - x(0);
    FxToolkit.run(() -> map.showFrame(farAway(1)));
    assertEquals(zoomed, x(1) - x(0), 0.01, "the view that was chosen during the run is kept");
    FxToolkit.run(() -> map.show(MapSamples.scene(Map.of()).ofPicture(2)));
    assertTrue(allInSight(), "another projection of the same marks");
  }

  @Test
  void aTypedTextLeavesTheViewWhereItIs() {
    zoomAt(x(4), y(4));
    double before = x(1);
    FxToolkit.run(() -> map.show(MapSamples.scene(Map.of("p5", new Placement.Exact(900, 900)))));
    assertEquals(before, x(1), 0.01);
  }

  @Test
  void linesLeadOnlyFromTheTextTheyWereFoundFor() {
    FxToolkit.run(
        () -> {
          map.select(List.of(0));
          map.connect(List.of(1, 2), true);
        });
    assertEquals(List.of(1, 2), FxToolkit.call(() -> map.frame().trueNeighbours()));
    FxToolkit.run(() -> map.select(List.of(3, 0)));
    assertEquals(
        List.of(1, 2), FxToolkit.call(() -> map.frame().trueNeighbours()), "still inspected");
    FxToolkit.run(() -> map.select(List.of(0, 3)));
    assertEquals(List.of(), FxToolkit.call(() -> map.frame().trueNeighbours()));
    assertEquals(List.of(), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
  }

  @Test
  void onlyThePictureThatIsShownIsAskedWhatLooksNear() {
    FxToolkit.run(() -> map.show(MapScene.empty()));
    awaitPoints();
    List<Integer> beforeItIsDrawn =
        FxToolkit.call(
            () -> {
              map.show(MapSamples.scene(Map.of()));
              map.select(List.of(4));
              map.connect(List.of(1, 2), true);
              return map.frame().mapOnlyNeighbours();
            });
    assertEquals(List.of(), beforeItIsDrawn);
    awaitPoints();
    assertEquals(List.of(0), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
  }

  @Test
  void whatOnlyLooksNearIsFoundAnewInEveryFrame() {
    FxToolkit.run(
        () -> {
          map.select(List.of(0));
          map.connect(List.of(2), true);
        });
    awaitPoints();
    assertEquals(List.of(4), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
    float[] moved = MapSamples.CORNERS.clone();
    moved[2] = 1;
    FxToolkit.run(
        () -> map.showFrame(MapSamples.scene(Map.of()).at(PlanarLayout.copyOf(moved), Map.of())));
    awaitPoints();
    assertEquals(List.of(1), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
  }

  /// A text that the filter kept out may be a true neighbour: no dashed line may call it one of the map only.
  @Test
  void nothingIsCalledNearOnTheMapOnlyWhenNotAllTextsWereSearched() {
    FxToolkit.run(
        () -> {
          map.select(List.of(0));
          map.connect(List.of(2), false);
        });
    awaitPoints();
    assertEquals(List.of(2), FxToolkit.call(() -> map.frame().trueNeighbours()));
    assertEquals(List.of(), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
    FxToolkit.run(() -> map.connect(List.of(2), true));
    awaitPoints();
    assertEquals(List.of(4), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
  }

  @Test
  void aChipCountsTheSelectedWhenThereIsMoreThanOne() {
    Label count = FxToolkit.call(() -> (Label) map.lookup("#selection-count"));
    FxToolkit.run(() -> map.select(List.of(2)));
    assertFalse(count.isVisible());
    FxToolkit.run(() -> map.select(List.of(2, 3, 4)));
    FxToolkit.snapshot(map, 800, 600);
    assertTrue(count.isVisible());
    assertEquals("3 selected", count.getText());
    assertTrue(count.getWidth() + 0.5 >= count.prefWidth(-1), "it is whole");
    FxToolkit.run(() -> map.select(List.of()));
    assertFalse(count.isVisible());
  }

  @Test
  void anySizeIsDrawn() {
    for (int[] size : new int[][] {{1, 1}, {1, 700}, {300, 200}, {2000, 1400}}) {
      BufferedImage image = FxToolkit.snapshot(map, size[0], size[1]);
      assertEquals(size[0], image.getWidth());
    }
    FxToolkit.run(() -> map.show(MapScene.empty()));
    assertTrue(
        FxToolkit.call(() -> map.lookup("#map-empty").isVisible()), "a sentence, no empty box");
  }
}
