package io.semascope.ui.shell;

import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.session.WindowPainter;
import io.semascope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Shows the window on the person's screen and closes the session with it.
public final class SemascopeWindow {
  private static final double USUAL_WIDTH = 1440;
  private static final double USUAL_HEIGHT = 900;

  private SemascopeWindow() {}

  /// Starts the toolkit and returns; the program ends with the window.
  ///
  /// @param workspace opened at once, made when it is not there
  /// @param withSample whether an empty workspace is filled with the bundled skills, so that nobody sees an empty window
  public static void open(Session session, Path workspace, boolean withSample) {
    Platform.startup(() -> show(new Stage(), session, workspace, withSample));
  }

  /// Starts as `open` does with the sample, tells how many points are on the first map that can be used as soon as it is on the screen, and closes the window
  /// when all that a start sets going has come to rest.
  public static void rehearse(Session session, Path sample, IntConsumer shown) {
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          Workbench workbench = show(stage, session, sample, true);
          whenMapIsDrawn(
              workbench,
              () -> {
                shown.accept(workbench.pointsOnMap());
                workbench.whenIdle(
                    () -> {
                      workbench.remember(sizes(stage));
                      workbench.close();
                      Platform.exit();
                    });
              });
        });
  }

  /// The first pulse with points lays the map out in the window; only then it is known what is to be drawn.
  private static void whenMapIsDrawn(Workbench workbench, Runnable action) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        pulses += workbench.pointsOnMap() > 0 ? 1 : 0;
        if (pulses == 2) {
          stop();
          workbench.whenDrawn(action);
        }
      }
    }.start();
  }

  private static Workbench show(Stage stage, Session session, Path workspace, boolean withSample) {
    Workbench workbench = new Workbench(session, new StageFileChoice(stage), Theme.ofSystem());
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(observed -> workbench.systemThemeChanged());
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            workbench.root(),
            Math.min(USUAL_WIDTH, screen.getWidth()),
            Math.min(USUAL_HEIGHT, screen.getHeight()));
    stage.setTitle("Semascope");
    stage.setMinWidth(Math.min(WindowPainter.SMALLEST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(WindowPainter.SMALLEST_HEIGHT, screen.getHeight()));
    stage.setScene(scene);
    workbench.onRestore(memory -> resize(stage, memory, screen));
    stage.setOnShown(
        event ->
            workbench.open(
                workspace, withSample ? Optional.of(SampleCorpus.SKILLS) : Optional.empty()));
    stage.setOnCloseRequest(event -> workbench.remember(sizes(stage)));
    stage.setOnHidden(
        event -> {
          workbench.close();
          Platform.exit();
        });
    stage.show();
    return workbench;
  }

  private static void resize(Stage stage, WindowMemory memory, Rectangle2D screen) {
    memory
        .edge(WindowMemory.WIDTH, stage.getMinWidth())
        .ifPresent(width -> stage.setWidth(Math.min(width, screen.getWidth())));
    memory
        .edge(WindowMemory.HEIGHT, stage.getMinHeight())
        .ifPresent(height -> stage.setHeight(Math.min(height, screen.getHeight())));
  }

  private static Map<String, String> sizes(Stage stage) {
    return Map.of(
        WindowMemory.WIDTH, String.valueOf(stage.getWidth()),
        WindowMemory.HEIGHT, String.valueOf(stage.getHeight()));
  }
}
