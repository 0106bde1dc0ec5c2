package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a low window shows while the drawer is open.
@SuppressWarnings("NullAway.Init")
final class OpenDrawerTest {
  @TempDir private Path folder = Path.of("");
  private Session session;
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    session = TestSession.in(folder);
    TestSession.openTable(session, folder);
    session.startLayout(new Pca()).await();
  }

  @AfterEach
  void close() {
    FxToolkit.run(() -> bench.close());
  }

  private void open(int width, int height) {
    bench = UnshownWindow.of(session, width, height);
    FxToolkit.run(() -> bench.showOpened(List.of("animal-0"), "granularity"));
    settle();
  }

  private void settle() {
    UnshownWindow.settleAndLayOut(bench, 3);
  }

  private Node find(String id) {
    return FxToolkit.call(() -> PanelSamples.find(bench.root(), id, Node.class));
  }

  /// How many filled rows of a list or a table are to be seen from top to bottom.
  private long wholeRows(String id, String style) {
    return FxToolkit.call(
        () -> {
          Node list = find(id);
          Bounds clip = list.lookup(".clipped-container").localToScene(bounds(list));
          Set<Node> rows = list.lookupAll(style);
          return rows.stream()
              .filter(row -> row instanceof IndexedCell<?> cell && !cell.isEmpty())
              .map(row -> row.localToScene(row.getLayoutBounds()))
              .filter(row -> row.getMinY() >= clip.getMinY() && row.getMaxY() <= clip.getMaxY())
              .count();
        });
  }

  private double bottom(String id) {
    Node node = find(id);
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }

  private static Bounds bounds(Node list) {
    return list.lookup(".clipped-container").getLayoutBounds();
  }

  @Test
  void threeNeighboursAndAnswersOfTheDrawerAreWholeInAUsualLaptopWindow() {
    open(1000, 700);
    assertTrue(wholeRows("neighbour-table", ".neighbour-cell") >= 3);
    assertTrue(wholeRows("document-choice", ".list-cell") >= 4);
    UnshownWindow.askInDrawer(bench, "where does it sleep");
    settle();
    assertTrue(wholeRows("level-table", ".table-row-cell") >= 2);
  }

  @Test
  void nothingIsPushedOutOfTheSmallestWindow() {
    open(900, 600);
    FxToolkit.run(
        () -> {
          double above = 0;
          for (String id :
              List.of(
                  "search-commands",
                  "compose-field",
                  "unit-filter",
                  "unit-list",
                  "granularity-panel",
                  "status-space")) {
            Node part = find(id);
            Bounds place = part.localToScene(part.getLayoutBounds());
            assertTrue(place.getMinY() >= above && place.getMaxY() <= 600, id + " at " + place);
            above = place.getMinY() + 1;
          }
          assertTrue(bottom("unit-list") <= bottom("columns"), "the list of texts is whole");
          assertTrue(
              bottom("granularity-panel")
                  <= 600 - find("status-space").getLayoutBounds().getHeight());
        });
  }
}
