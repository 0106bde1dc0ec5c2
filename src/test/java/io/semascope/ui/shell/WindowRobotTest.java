package io.semascope.ui.shell;

import static io.semascope.ui.shell.ShownWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.projection.Tsne;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.text.TextUnit;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.map.MapView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A robot moves the pointer and presses keys in a shown window, as a person does.
@SuppressWarnings("NullAway.Init")
final class WindowRobotTest {
  @TempDir private Path folder = Path.of("");
  private Session session;
  private ShownWindow window;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.start();
    session = TestSession.in(folder);
    TestSession.openTable(session, folder);
    window = ShownWindow.of(session);
    until("a first map", () -> session.state().projection().isPresent());
    until("a map that rests", new MapRests());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private SessionState state() {
    return session.state();
  }

  @Test
  void typesATextThatLandsOnTheMap() {
    window.clickOn("compose-field");
    window.type(KeyCode.T, KeyCode.H, KeyCode.E, KeyCode.SPACE, KeyCode.C, KeyCode.A, KeyCode.T);
    TextInputControl field = assertInstanceOf(TextInputControl.class, window.find("compose-field"));
    until("the typed words", () -> field.getText().equals("the cat"));
    window.type(KeyCode.ENTER);
    until("a place", () -> state().placements().containsKey("typed-1"));
    until("selected", () -> window.bench().selection().selected().get().equals(List.of("typed-1")));
  }

  @Test
  void clicksAPointAndClearsByAClickOnNothing() {
    FxToolkit.run(() -> window.bench().selection().clear());
    until("a map that rests", new MapRests());
    String unit = FxToolkit.call(this::unitBesideTheLegend);
    Point2D target = FxToolkit.call(() -> pointOf(unit));
    window.clickAt(target.getX(), target.getY());
    until(
        unit + " selected",
        () -> window.bench().selection().selected().get().equals(List.of(unit)));
    Bounds map =
        FxToolkit.call(
            () -> window.find("map").localToScreen(window.find("map").getLayoutBounds()));
    window.clickAt(map.getMinX() + 2, map.getMinY() + 2);
    until("nothing selected", () -> window.bench().selection().selected().get().isEmpty());
  }

  private String unitBesideTheLegend() {
    Node legend = window.find("legend");
    return state().space().orElseThrow().units().stream()
        .map(TextUnit::id)
        .filter(id -> !legend.localToScreen(legend.getLayoutBounds()).contains(pointOf(id)))
        .findFirst()
        .orElseThrow();
  }

  /// Whether all points have stood where they are for some pulses.
  private final class MapRests implements BooleanSupplier {
    private List<Point2D> before = List.of();
    private int pulses;

    @Override
    public boolean getAsBoolean() {
      List<Point2D> now = new ArrayList<>();
      for (TextUnit unit : state().space().orElseThrow().units()) {
        assertInstanceOf(MapView.class, window.find("map")).placeOf(unit.id()).ifPresent(now::add);
      }
      pulses = now.equals(before) && !now.isEmpty() ? pulses + 1 : 0;
      before = now;
      return pulses >= 10;
    }
  }

  private Point2D pointOf(String unitId) {
    MapView map = assertInstanceOf(MapView.class, window.find("map"));
    return map.localToScreen(map.placeOf(unitId).orElseThrow());
  }

  @Test
  void runsTsneByItsButtons() {
    assertInstanceOf(Pca.class, state().projection().orElseThrow().method());
    window.clickOn("method-tsne");
    window.clickOn("run-layout");
    until(
        "a finished t-SNE",
        () ->
            state().running().isEmpty()
                && state().projection().stream().anyMatch(map -> map.method() instanceof Tsne));
    assertEquals(12, state().projection().orElseThrow().layout().count());
    assertTrue(state().projection().orElseThrow().layout().isFinite());
  }
}
