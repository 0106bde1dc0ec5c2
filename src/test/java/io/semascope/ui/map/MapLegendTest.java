package io.semascope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.picture.CategoryPalette;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.Gestures;
import io.semascope.ui.theme.CategoryColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// The legend beside the map: which categories are lit, what the signs mean, where it stands.
final class MapLegendTest {
  private final MapView map =
      FxToolkit.call(
          () -> {
            MapView made = new MapView(new SilentListener());
            new Scene(made, 800, 600);
            made.resize(800, 600);
            made.applyCss();
            made.layout();
            made.show(MapSamples.scene(Map.of()));
            return made;
          });

  private LegendEntry entry(int index) {
    return FxToolkit.call(() -> (LegendEntry) map.lookup("#legend-" + index));
  }

  private void pressOn(LegendEntry entry, KeyCode key) {
    FxToolkit.run(() -> Gestures.press(entry, key));
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
          map.show(MapSamples.scene(Map.of("p5", new Placement.Exact(3, 3))));
        });
    assertEquals(entry(1), FxToolkit.call(() -> map.getScene().getFocusOwner()));
  }

  /// Two that begin alike differ where they end; the pointer and a screen reader are told all of it.
  @Test
  void aLongNameCanBeReadWholeAndTheRestSaysHowManyCategoriesItIs() {
    String name = "Everything about the harbours of the northern coast and their lights";
    String other = "Everything about the harbours of the northern coast and their boats";
    List<String> categories = new ArrayList<>(List.of(name, name, name, name, other, other, other));
    for (int i = 0; i < CategoryPalette.capacity(); i++) {
      categories.addAll(List.of("kind " + i, "kind " + i));
    }
    List<MapScene.Mark> marks =
        IntStream.range(0, categories.size())
            .mapToObj(i -> new MapScene.Mark("p" + i, "p", categories.get(i), false, ""))
            .toList();
    FxToolkit.run(
        () ->
            map.show(
                new MapScene(
                    MapGround.of(marks, CategoryColours.of(categories)),
                    List.of(),
                    PlanarLayout.copyOf(new float[2 * categories.size()]),
                    Map.of(),
                    "")));
    FxToolkit.snapshot(map, 800, 600);
    Tooltip tip = (Tooltip) entry(0).getProperties().get("javafx.scene.control.Tooltip");
    assertTrue(tip.getText().startsWith(name + "\n"), tip.getText());
    assertTrue(tip.isWrapText());
    assertEquals(name + ", 4 texts", entry(0).getAccessibleText());
    assertTrue(written(0).matches("Everything.*….* lights"), written(0));
    assertTrue(written(1).matches("Everything.*….* boats"), written(1));
    LegendEntry rest = entry(CategoryPalette.capacity());
    assertEquals("2 other categories, 4 texts", rest.getAccessibleText());
    Label text = (Label) rest.getChildren().get(1);
    assertTrue(text.prefWidth(-1) <= text.getWidth(), "it is not cut");
  }

  private String written(int index) {
    return ((Label) entry(index).getChildren().get(1)).getText();
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
        MapGround.of(marks, CategoryColours.of(List.of())),
        List.of(),
        PlanarLayout.copyOf(places),
        Map.of(),
        "");
  }

  private String legendOfLinks(MapScene scene) {
    return FxToolkit.call(
        () -> {
          map.show(scene);
          return links();
        });
  }

  private String links() {
    Label links = (Label) map.lookup("#legend-links");
    return links.isVisible() ? links.getText() : "";
  }

  @Test
  void theLegendSaysWhatTheFineLinesAreAndWhetherSomeAreLeftOut() {
    assertEquals("", legendOfLinks(MapSamples.scene(Map.of())));
    String few = legendOfLinks(pieces(400));
    assertTrue(few.contains("cut from"), few);
    assertFalse(few.contains("only"), few);
    String many = legendOfLinks(pieces(1_401));
    assertTrue(many.contains("selected texts only") && many.contains("1,401"), many);
  }

  @Test
  void theLegendSaysThatManySelectedTextsDoNotAllShowTheirLinks() {
    MapScene scene = pieces(1_401);
    legendOfLinks(scene);
    FxToolkit.run(() -> map.select(IntStream.rangeClosed(1, 200).boxed().toList()));
    assertTrue(FxToolkit.call(this::links).contains("of selected texts only"));
    FxToolkit.run(() -> map.select(IntStream.rangeClosed(1, 201).boxed().toList()));
    assertTrue(FxToolkit.call(this::links).contains("of the text selected last\nonly"));
    assertTrue(legendOfLinks(scene).contains("selected last"), "also of what is shown afterwards");
  }

  @Test
  void aNarrowMapOpensItsLegendByAButton() {
    Node legend = FxToolkit.call(() -> map.lookup("#legend"));
    ToggleButton toggle = FxToolkit.call(() -> (ToggleButton) map.lookup("#legend-toggle"));
    FxToolkit.snapshot(map, 800, 600);
    assertTrue(legend.isVisible());
    assertFalse(toggle.isVisible());
    double widest = FxToolkit.call(() -> ((Region) legend).prefWidth(-1)) / 0.35;
    FxToolkit.snapshot(map, (int) Math.ceil(widest), 600);
    assertTrue(legend.isVisible());
    FxToolkit.snapshot(map, (int) Math.ceil(widest) - 1, 600);
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
}
