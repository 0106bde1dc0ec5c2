package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.theme.CategoryColours;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
final class MapViewTest {
  private static final float[] CORNERS = {0, 0, 10, 0, 10, 10, 0, 10, 5, 5};

  private final List<List<String>> selections = new ArrayList<>();
  private final List<Optional<String>> hovers = new ArrayList<>();
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
          Scene scene = new Scene(map, 800, 600);
          map.resize(800, 600);
          scene.getRoot().applyCss();
          map.layout();
          map.show(scene(Map.of()));
        });
  }

  private static MapScene scene(Map<String, Placement> typed) {
    List<MapScene.Mark> marks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      marks.add(new MapScene.Mark("p" + i, "Point " + i, i < 3 ? "one" : "two", false, ""));
    }
    typed.keySet().forEach(id -> marks.add(new MapScene.Mark(id, "typed", "", false, "")));
    return new MapScene(
        marks,
        PlanarLayout.copyOf(CORNERS),
        typed,
        CategoryColours.of(List.of("one", "one", "one", "two", "two")),
        "Read it so.");
  }

  private void mouse(EventType<MouseEvent> type, double x, double y, boolean shift) {
    FxToolkit.run(
        () ->
            map.fireEvent(
                new MouseEvent(
                    type,
                    x,
                    y,
                    x,
                    y,
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null)));
  }

  private void click(double x, double y) {
    mouse(MouseEvent.MOUSE_PRESSED, x, y, false);
    mouse(MouseEvent.MOUSE_RELEASED, x, y, false);
  }

  private void press(KeyCode key) {
    FxToolkit.run(
        () ->
            map.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
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
    mouse(MouseEvent.MOUSE_PRESSED, 400, 300, false);
    mouse(MouseEvent.MOUSE_DRAGGED, 460, 300, false);
    mouse(MouseEvent.MOUSE_RELEASED, 460, 300, false);
    assertEquals(before + 60, x(0), 0.01);
    assertEquals(List.of(), selections, "a drag selects nothing");
    press(KeyCode.HOME);
    assertEquals(before, x(0), 0.01);
  }

  @Test
  void shiftAndDragSelectARectangle() {
    mouse(MouseEvent.MOUSE_PRESSED, x(0) - 15, y(3) - 15, true);
    mouse(MouseEvent.MOUSE_DRAGGED, x(4) + 15, y(0) + 15, true);
    mouse(MouseEvent.MOUSE_RELEASED, x(4) + 15, y(0) + 15, true);
    assertEquals(List.of("p0", "p3", "p4"), selections.getLast());
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

  private LegendEntry entry(int index) {
    return FxToolkit.call(() -> (LegendEntry) map.lookup("#legend-" + index));
  }

  private void pressOn(LegendEntry entry, KeyCode key) {
    FxToolkit.run(
        () ->
            entry.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }

  private void clickOn(LegendEntry entry, int clickCount) {
    FxToolkit.run(() -> entry.fireEvent(clicked(clickCount)));
  }

  /// The toolkit tells a double click as two clicks, the second with the count 2.
  private void doubleClickOn(LegendEntry entry) {
    clickOn(entry, 1);
    clickOn(entry, 2);
  }

  private static MouseEvent clicked(int count) {
    EventType<MouseEvent> type = MouseEvent.MOUSE_CLICKED;
    MouseButton button = MouseButton.PRIMARY;
    return new MouseEvent(
        type, 5, 5, 5, 5, button, count, false, false, false, false, true, false, false, true,
        false, true, null);
  }

  /// Rows 0 to 2 are of the first category, 3 and 4 of the second.
  private String lit() {
    return FxToolkit.call(
        () -> (map.frame().isLit(0) ? "one " : "") + (map.frame().isLit(4) ? "two" : ""));
  }

  @Test
  void aHiddenCategoryIsDimmedAndAnIsolatedOneStandsAlone() {
    pressOn(entry(0), KeyCode.SPACE);
    assertEquals("two", lit());
    pressOn(entry(0), KeyCode.ENTER);
    assertEquals("one ", lit(), "another one was alone");
    pressOn(entry(0), KeyCode.ENTER);
    assertEquals("one two", lit(), "alone already: all again");
  }

  @Test
  void aDoubleClickIsolatesAndAnotherShowsAllAgain() {
    doubleClickOn(entry(0));
    assertEquals("one ", lit());
    doubleClickOn(entry(1));
    assertEquals("two", lit());
    doubleClickOn(entry(1));
    assertEquals("one two", lit());
    clickOn(entry(1), 1);
    assertEquals("one ", lit(), "one click hides");
    doubleClickOn(entry(1));
    assertEquals("two", lit());
  }

  @Test
  void aLegendEntrySaysWhetherItIsShownAndKeepsTheKeyboard() {
    FxToolkit.run(() -> entry(1).requestFocus());
    pressOn(entry(1), KeyCode.SPACE);
    assertEquals(
        Boolean.FALSE,
        FxToolkit.call(() -> entry(1).queryAccessibleAttribute(AccessibleAttribute.SELECTED)));
    assertEquals(
        Boolean.TRUE,
        FxToolkit.call(() -> entry(0).queryAccessibleAttribute(AccessibleAttribute.SELECTED)));
    FxToolkit.run(() -> entry(1).executeAccessibleAction(AccessibleAction.FIRE));
    assertEquals("one two", lit());
    FxToolkit.run(
        () -> {
          map.useDark(true);
          map.show(scene(Map.of("p5", new Placement.Exact(3, 3))));
        });
    assertEquals(entry(1), FxToolkit.call(() -> map.getScene().getFocusOwner()));
  }

  @Test
  void anEstimateLooksUnlikeAnExactPlaceAndAMissingOneIsNotDrawn() {
    BufferedImage exact = picture(new Placement.Exact(3, 3));
    BufferedImage estimated = picture(new Placement.Estimated(3, 3, List.of(1)));
    assertNotEquals(hash(exact), hash(estimated));
    FxToolkit.run(
        () -> {
          map.show(scene(Map.of("p5", new Placement.Exact(Float.NaN, 0))));
          map.layout();
        });
    assertFalse(FxToolkit.call(() -> map.frame().isPlaced(5)));
  }

  private BufferedImage picture(Placement placement) {
    FxToolkit.run(() -> map.show(scene(Map.of("p5", placement))));
    return FxToolkit.snapshot(map, 800, 600);
  }

  private static long hash(BufferedImage image) {
    long hash = 17;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        hash = hash * 31 + image.getRGB(x, y);
      }
    }
    return hash;
  }

  @Test
  void framesOfARunningLayoutMoveThePoints() {
    double before = x(4);
    float[] moved = CORNERS.clone();
    moved[8] = 9;
    FxToolkit.run(() -> map.showFrame(scene(Map.of()).at(PlanarLayout.copyOf(moved), Map.of())));
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
    float[] far = CORNERS.clone();
    for (int i = 0; i < far.length; i++) {
      far[i] = far[i] * 300 + 5_000;
    }
    return scene(Map.of()).ofPicture(picture).at(PlanarLayout.copyOf(far), Map.of());
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
    FxToolkit.run(() -> map.show(scene(Map.of()).ofPicture(2)));
    assertTrue(allInSight(), "another projection of the same marks");
  }

  @Test
  void aTypedTextLeavesTheViewWhereItIs() {
    zoomAt(x(4), y(4));
    double before = x(1);
    FxToolkit.run(() -> map.show(scene(Map.of("p5", new Placement.Exact(900, 900)))));
    assertEquals(before, x(1), 0.01);
  }

  @Test
  void linesLeadOnlyFromTheTextTheyWereFoundFor() {
    FxToolkit.run(
        () -> {
          map.select(List.of(0));
          map.connect(List.of(1, 2));
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
  void whatOnlyLooksNearIsFoundAnewInEveryFrame() {
    FxToolkit.run(
        () -> {
          map.select(List.of(0));
          map.connect(List.of(2));
        });
    assertEquals(List.of(4), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
    float[] moved = CORNERS.clone();
    moved[2] = 1;
    FxToolkit.run(() -> map.showFrame(scene(Map.of()).at(PlanarLayout.copyOf(moved), Map.of())));
    assertEquals(List.of(1), FxToolkit.call(() -> map.frame().mapOnlyNeighbours()));
  }

  private static MapScene pieces(int count) {
    List<MapScene.Mark> marks = new ArrayList<>();
    float[] places = new float[2 * count + 2];
    marks.add(new MapScene.Mark("whole", "whole", "", true, ""));
    for (int i = 0; i < count; i++) {
      marks.add(new MapScene.Mark("piece" + i, "piece", "", false, "whole"));
      places[2 * i + 2] = i;
    }
    return new MapScene(
        marks, PlanarLayout.copyOf(places), Map.of(), CategoryColours.of(List.of()), "");
  }

  private String legendOfLinks(MapScene scene) {
    return FxToolkit.call(
        () -> {
          map.show(scene);
          Label links = (Label) map.lookup("#legend-links");
          return links.isVisible() ? links.getText() : "";
        });
  }

  @Test
  void theLegendSaysWhatTheFineLinesAreAndWhetherSomeAreLeftOut() {
    assertEquals("", legendOfLinks(scene(Map.of())));
    String few = legendOfLinks(pieces(400));
    assertTrue(few.contains("cut from"), few);
    assertFalse(few.contains("only"), few);
    String many = legendOfLinks(pieces(1_401));
    assertTrue(many.contains("selected texts only") && many.contains("1,401"), many);
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
  void aNarrowMapOpensItsLegendByAButton() {
    Node legend = FxToolkit.call(() -> map.lookup("#legend"));
    ToggleButton toggle = FxToolkit.call(() -> (ToggleButton) map.lookup("#legend-toggle"));
    FxToolkit.snapshot(map, 800, 600);
    assertTrue(legend.isVisible());
    assertFalse(toggle.isVisible());
    FxToolkit.snapshot(map, 400, 600);
    assertFalse(legend.isVisible());
    assertTrue(toggle.isVisible());
    FxToolkit.run(toggle::fire);
    FxToolkit.snapshot(map, 400, 600);
    assertTrue(legend.isVisible());
    assertFalse(legend.getBoundsInParent().intersects(toggle.getBoundsInParent()));
    FxToolkit.run(toggle::fire);
    FxToolkit.snapshot(map, 400, 600);
    assertFalse(legend.isVisible());
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
