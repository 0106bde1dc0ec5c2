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
import io.semascope.ui.FxToolkit;
import io.semascope.ui.map.MapView;
import io.semascope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
    until(() -> session.state().projection().isPresent());
  }

  @AfterEach
  void close() {
    FxToolkit.run(
        () -> {
          stage.close();
          bench.close();
        });
  }

  /// Waits, pulse after pulse, until the window or the session is so.
  private static void until(BooleanSupplier wanted) {
    CountDownLatch seen = new CountDownLatch(1);
    AnimationTimer watch =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (wanted.getAsBoolean()) {
              seen.countDown();
              stop();
            }
          }
        };
    FxToolkit.run(watch::start);
    try {
      seen.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
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
    until(() -> field.getText().equals("the cat"));
    type(KeyCode.ENTER);
    until(() -> state().placements().containsKey("typed-1"));
    until(() -> bench.selection().selected().get().equals(List.of("typed-1")));
  }

  @Test
  void clicksAPointAndClearsByAClickOnNothing() {
    FxToolkit.run(() -> bench.selection().clear());
    Point2D target = FxToolkit.call(() -> pointOf("tool-2"));
    FxToolkit.run(() -> clickAt(target.getX(), target.getY()));
    until(() -> bench.selection().selected().get().equals(List.of("tool-2")));
    Bounds map = FxToolkit.call(() -> find("map").localToScreen(find("map").getLayoutBounds()));
    FxToolkit.run(() -> clickAt(map.getMinX() + 2, map.getMinY() + 2));
    until(() -> bench.selection().selected().get().isEmpty());
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
        () ->
            state().running().isEmpty()
                && state().projection().stream().anyMatch(map -> map.method() instanceof Tsne));
    assertEquals(12, state().projection().orElseThrow().layout().count());
    assertTrue(state().projection().orElseThrow().layout().isFinite());
  }
}
