package io.semascope.ui.shell;

import io.semascope.session.Session;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.theme.Theme;
import java.util.concurrent.CountDownLatch;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/// All of a window, laid out in a scene that no stage shows: enough for everything but pulses and gestures. To be called from the test's thread.
final class UnshownWindow {
  private UnshownWindow() {}

  /// Made of what the session has open, which it has not been told to show yet.
  static Workbench of(Session session, double width, double height) {
    FxToolkit.start();
    return FxToolkit.call(
        () -> {
          Workbench made = new Workbench(session, new NoFileChoice(), Theme.LIGHT);
          Scene scene = new Scene(made.root(), width, height);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return made;
        });
  }

  /// Waits until every question has its answer and every state has reached the panels, so many times over: an answer may ask the next question.
  static void settle(Workbench bench, int passes) {
    for (int pass = 0; pass < passes; pass++) {
      CountDownLatch idle = new CountDownLatch(1);
      FxToolkit.run(() -> bench.whenIdle(idle::countDown));
      try {
        idle.await();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts a test", e);
      }
      FxToolkit.settle();
    }
  }

  /// The same, and lays everything out, thrice: what is measured in one pass may be told to others in the next.
  static void settleAndLayOut(Workbench bench, int passes) {
    settle(bench, passes);
    FxToolkit.run(
        () -> {
          for (int pass = 0; pass < 3; pass++) {
            bench.root().applyCss();
            bench.root().layout();
          }
        });
  }

  /// Chooses the first document in the drawer and asks a question of all its pieces.
  static void askInDrawer(Workbench bench, String words) {
    FxToolkit.run(
        () -> {
          PanelSamples.find(bench.root(), "document-choice", ListView.class)
              .getSelectionModel()
              .select(0);
          TextField question = PanelSamples.find(bench.root(), "level-query", TextField.class);
          question.setText(words);
          question.fireEvent(new ActionEvent());
        });
  }
}
