package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.WindowPainter;
import io.semascope.ui.FxToolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window of the smallest size is whole.
final class SmallestWindowTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void everyButtonOfTheWindowIsWithinItsEdges() throws Exception {
    assertEquals(List.of(), cutOff(WindowPainter.SMALLEST_WIDTH, WindowPainter.SMALLEST_HEIGHT));
  }

  @Test
  void aSmallerOneIsNot() throws Exception {
    assertFalse(cutOff(640, 480).isEmpty());
  }

  /// What a field asks for can be read while the drawer is open.
  @Test
  void noPromptOfASmallWindowIsCut() throws Exception {
    Workbench bench = open(1000, 700);
    FxToolkit.run(bench::toggleDrawer);
    settle(bench);
    List<String> cut = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    FxToolkit.run(
        () -> {
          for (Node node : bench.root().lookupAll(".text-field")) {
            if (node instanceof TextField field && field.isVisible() && field.getWidth() > 0) {
              Text words = new Text(field.getPromptText());
              words.setFont(field.getFont());
              double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
              (words.getLayoutBounds().getWidth() <= room ? whole : cut).add(field.getPromptText());
            }
          }
          bench.close();
        });
    assertEquals(List.of(), cut);
    assertTrue(whole.containsAll(List.of("Find by title", "Filter texts")), whole.toString());
  }

  private List<String> cutOff(int width, int height) throws Exception {
    Workbench bench = open(width, height);
    settle(bench);
    List<ButtonBase> buttons = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    FxToolkit.run(
        () -> {
          collect(bench.root(), buttons);
          for (ButtonBase button : buttons) {
            Bounds place = button.localToScene(button.getLayoutBounds());
            if (place.getMinX() < 0 || place.getMaxX() > width || place.getMaxY() > height) {
              cut.add(button + " at " + place);
            }
          }
          bench.close();
        });
    assertTrue(buttons.size() > 10, buttons.toString());
    return cut;
  }

  private Workbench open(int width, int height) throws Exception {
    Session session = TestSession.in(folder);
    TestSession.openTable(session, folder);
    session.startLayout(new Pca()).await();
    return UnshownWindow.of(session, width, height);
  }

  private static void settle(Workbench bench) {
    UnshownWindow.settle(bench, 1);
    FxToolkit.run(
        () -> {
          bench.root().applyCss();
          bench.root().layout();
          bench.root().layout();
        });
  }

  private static void collect(Node node, List<ButtonBase> buttons) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof ButtonBase button && !inRow(button)) {
      buttons.add(button);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, buttons));
    }
  }

  /// What a list scrolls may lie beyond its edge.
  private static boolean inRow(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof javafx.scene.control.ListCell
          || at instanceof javafx.scene.control.ScrollPane) {
        return true;
      }
    }
    return false;
  }
}
