package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.session.Session;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A shown window and a robot that moves the pointer and presses keys in it, as a person does. To be called from the test's thread.
final class ShownWindow implements AutoCloseable {
  /// Two minutes at 60 pulses a second: far more than any wait here takes on a busy machine.
  private static final int MOST_PULSES = 7_200;

  private final Workbench bench;
  private final Stage stage = FxToolkit.call(Stage::new);
  private final Robot robot = FxToolkit.call(Robot::new);

  private ShownWindow(Workbench bench) {
    this.bench = bench;
  }

  /// Shows what the session has open.
  static ShownWindow of(Session session) {
    FxToolkit.start();
    ShownWindow window =
        new ShownWindow(
            FxToolkit.call(() -> new Workbench(session, new NoFileChoice(), Theme.LIGHT)));
    FxToolkit.run(window::show);
    return window;
  }

  private void show() {
    stage.setScene(new Scene(bench.root(), 980, 700));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    bench.showOpened(List.of(), "");
  }

  Workbench bench() {
    return bench;
  }

  /// Waits, pulse after pulse, until the window or the session is so. Fails rather than waiting for ever.
  static void until(String what, BooleanSupplier wanted) {
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
    await(over);
    assertTrue(seen.get(), "never: " + what);
  }

  /// Waits until every question has its answer and all of it is drawn.
  void awaitRest() {
    CountDownLatch rests = new CountDownLatch(1);
    FxToolkit.run(() -> bench.whenIdle(() -> bench.whenDrawn(rests::countDown)));
    await(rests);
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  Node find(String id) {
    Node node = bench.root().lookup("#" + id);
    assertNotNull(node, "no control has the id " + id);
    return node;
  }

  void clickOn(String id) {
    FxToolkit.run(
        () -> {
          Node node = find(id);
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          clickAt(bounds.getCenterX(), bounds.getCenterY());
        });
    FxToolkit.settle();
  }

  void clickAt(double x, double y) {
    FxToolkit.run(
        () -> {
          robot.mouseMove(x, y);
          robot.mouseClick(MouseButton.PRIMARY);
        });
  }

  void type(KeyCode... keys) {
    for (KeyCode key : keys) {
      FxToolkit.run(() -> robot.keyType(key));
    }
    FxToolkit.settle();
  }

  /// Closes the window and its session.
  @Override
  public void close() {
    FxToolkit.run(
        () -> {
          stage.close();
          bench.close();
        });
  }
}
