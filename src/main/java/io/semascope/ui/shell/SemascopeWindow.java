package io.semascope.ui.shell;

import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
    Platform.startup(() -> show(session, workspace, withSample));
  }

  private static void show(Session session, Path workspace, boolean withSample) {
    Stage stage = new Stage();
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
    stage.setMinWidth(640);
    stage.setMinHeight(480);
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
