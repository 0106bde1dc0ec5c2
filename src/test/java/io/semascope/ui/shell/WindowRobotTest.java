package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.projection.Tsne;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.map.MapView;
import io.semascope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A robot moves the pointer and presses keys in a shown window, as a person does.
@SuppressWarnings("NullAway.Init")
final class WindowRobotTest {
  /// Two minutes at 60 pulses a second: far more than any wait here takes on a busy machine.
  private static final int MOST_PULSES = 7_200;

  @TempDir private Path folder = Path.of("");
  private Session session;
  private Workbench bench;
  private Stage stage;
  private Robot robot;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.start();
    session = TestSession.in(folder);
    session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
    TestSession.importTable(session, TestSession.table(folder), new Granularity.WholeDocument());
    FxToolkit.run(
        () -> {
          bench = new Workbench(session, new NoFileChoice(), Theme.LIGHT);
          stage = new Stage();
          stage.setScene(new Scene(bench.root(), 980, 700));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          robot = new Robot();
          bench.showOpened(List.of(), "");
        });
    until("a first map", () -> session.state().projection().isPresent());
    until("a map that rests", new MapRests());
  }

  @AfterEach
  void close() {
    FxToolkit.run(
        () -> {
          stage.close();
          bench.close();
        });
  }

  /// Waits, pulse after pulse, until the window or the session is so. Fails rather than waiting for ever.
  private static void until(String what, BooleanSupplier wanted) {
    CountDownLatch over = new CountDownLatch(1);
    AtomicBoolean seen = new AtomicBoolean();
    AnimationTimer watch =
        new AnimationTimer() {
          private int pulses;

          @Override
          public void handle(long now) {
            seen.set(wanted.getAsBoolean());
            if (seen.get() || ++pulses > MOST_PULSES) {
              over.countDown();
              stop();
            }
          }
        };
    FxToolkit.run(watch::start);
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
    assertTrue(seen.get(), "never: " + what);
  }

  private Node find(String id) {
    Node node = bench.root().lookup("#" + id);
    assertNotNull(node, "no control has the id " + id);
    return node;
  }

  private void clickOn(String id) {
    FxToolkit.run(
        () -> {
          Node node = find(id);
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          clickAt(bounds.getCenterX(), bounds.getCenterY());
        });
    FxToolkit.settle();
  }

  private void clickAt(double x, double y) {
    robot.mouseMove(x, y);
    robot.mouseClick(MouseButton.PRIMARY);
  }

  private void type(KeyCode... keys) {
    for (KeyCode key : keys) {
      FxToolkit.run(() -> robot.keyType(key));
    }
    FxToolkit.settle();
  }

  private SessionState state() {
    return session.state();
  }

  @Test
  void typesATextThatLandsOnTheMap() {
    clickOn("compose-field");
    type(KeyCode.T, KeyCode.H, KeyCode.E, KeyCode.SPACE, KeyCode.C, KeyCode.A, KeyCode.T);
    TextInputControl field = assertInstanceOf(TextInputControl.class, find("compose-field"));
    until("the typed words", () -> field.getText().equals("the cat"));
    type(KeyCode.ENTER);
    until("a place", () -> state().placements().containsKey("typed-1"));
    until("selected", () -> bench.selection().selected().get().equals(List.of("typed-1")));
  }

  @Test
  void clicksAPointAndClearsByAClickOnNothing() {
    FxToolkit.run(() -> bench.selection().clear());
    until("a map that rests", new MapRests());
    String unit = FxToolkit.call(this::unitBesideTheLegend);
    FxToolkit.run(
        () -> {
          Point2D target = pointOf(unit);
          clickAt(target.getX(), target.getY());
        });
    until(unit + " selected", () -> bench.selection().selected().get().equals(List.of(unit)));
    Bounds map = FxToolkit.call(() -> find("map").localToScreen(find("map").getLayoutBounds()));
    FxToolkit.run(() -> clickAt(map.getMinX() + 2, map.getMinY() + 2));
    until("nothing selected", () -> bench.selection().selected().get().isEmpty());
  }

  private String unitBesideTheLegend() {
    Node legend = find("legend");
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
        assertInstanceOf(MapView.class, find("map")).placeOf(unit.id()).ifPresent(now::add);
      }
      pulses = now.equals(before) && !now.isEmpty() ? pulses + 1 : 0;
      before = now;
      return pulses >= 10;
    }
  }

  private Point2D pointOf(String unitId) {
    MapView map = assertInstanceOf(MapView.class, find("map"));
    return map.localToScreen(map.placeOf(unitId).orElseThrow());
  }

  @Test
  void runsTsneByItsButtons() {
    assertInstanceOf(Pca.class, state().projection().orElseThrow().method());
    clickOn("method-tsne");
    clickOn("run-layout");
    until(
        "a finished t-SNE",
        () ->
            state().running().isEmpty()
                && state().projection().stream().anyMatch(map -> map.method() instanceof Tsne));
    assertEquals(12, state().projection().orElseThrow().layout().count());
    assertTrue(state().projection().orElseThrow().layout().isFinite());
  }
}
