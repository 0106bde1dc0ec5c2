package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.neighbour.NeighbourRow;
import io.semascope.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Legend, words above the list and “Only what is shown” together, in the real window.
@SuppressWarnings("NullAway.Init")
final class OnlyShownNeighboursTest {
  @TempDir private Path folder = Path.of("");
  private Session session;
  private Workbench bench;

  @BeforeEach
  void open() {
    session = TestSession.in(folder);
    bench = UnshownWindow.of(session, 1000, 700);
  }

  @AfterEach
  void close() {
    FxToolkit.run(() -> bench.close());
  }

  private void openTable() throws Exception {
    TestSession.openTable(session, folder);
    FxToolkit.run(() -> bench.showOpened(List.of("animal-0"), ""));
    settle();
  }

  /// Waits until every question has its answer and every state has reached the panels.
  private void settle() {
    UnshownWindow.settleAndLayOut(bench, 3);
  }

  private <T extends Node> T find(String id, Class<T> type) {
    return FxToolkit.call(() -> PanelSamples.find(bench.root(), id, type));
  }

  private void toggle() {
    FxToolkit.run(() -> find("neighbours-only-shown", CheckBox.class).fire());
    settle();
  }

  private void hideOrShow(int legendEntry) {
    PanelSamples.press(find("legend-" + legendEntry, Node.class), KeyCode.SPACE, false);
    settle();
  }

  private void filter(String words) {
    FxToolkit.run(() -> find("unit-filter", TextField.class).setText(words));
    settle();
  }

  /// What stands before the number in the ids of the neighbours.
  private Set<String> kinds() {
    ListView<?> table = find("neighbour-table", ListView.class);
    List<Object> rows = FxToolkit.call(() -> List.copyOf(table.getItems()));
    return rows.stream()
        .map(row -> ((NeighbourRow) row).unitId().split("-")[0])
        .collect(Collectors.toSet());
  }

  private String searched() {
    return FxToolkit.call(() -> find("neighbours-searched", Label.class).getText());
  }

  @Test
  void theListFollowsTheLegendAndTheWordsWhileTheToggleIsOn() throws Exception {
    openTable();
    assertEquals(Set.of("animal", "dish", "tool"), kinds());
    hideOrShow(0);
    assertEquals(Set.of("animal", "dish", "tool"), kinds(), "nobody asked for less");
    assertEquals("", searched());
    toggle();
    assertEquals("8 / 11", searched(), "the legend begins with the animals");
    assertEquals(Set.of("dish", "tool"), kinds());
    hideOrShow(1);
    assertEquals("4 / 11", searched());
    assertEquals(Set.of("tool"), kinds());
    filter("hammer");
    assertEquals("1 / 11", searched());
    filter("soup");
    assertEquals("0 / 11", searched());
    Pane panel = find("neighbour-panel", Pane.class);
    assertTrue(
        FxToolkit.call(
            () ->
                panel.lookupAll(".empty-sentence").stream()
                    .map(node -> ((Label) node).getText())
                    .anyMatch(text -> text.startsWith("None of the 11 other texts is shown"))));
    filter("");
    hideOrShow(0);
    hideOrShow(1);
    assertEquals("11 / 11", searched());
    toggle();
    assertEquals(Set.of("animal", "dish", "tool"), kinds());
    assertEquals("", searched());
  }

  @Test
  void anotherTextIsAskedAboutWithTheSameFilter() throws Exception {
    openTable();
    hideOrShow(0);
    toggle();
    FxToolkit.run(() -> bench.selection().select(List.of("tool-0")));
    settle();
    assertEquals("7 / 11", searched(), "the text itself is one of those shown");
    assertEquals(Set.of("dish", "tool"), kinds());
  }

  /// For the eye, below `target/panels`.
  @Test
  void theToggleIsReadWholeInASmallWindow() {
    FxToolkit.run(
        () -> bench.open(folder.resolve("sample.semascope"), Optional.of(SampleCorpus.SKILLS)));
    settle();
    FxToolkit.run(() -> bench.selection().select(List.of("skill-001")));
    hideOrShow(1);
    filter("a");
    toggle();
    for (Theme theme : Theme.values()) {
      if (theme == Theme.DARK) {
        FxToolkit.run(() -> bench.toggleTheme());
        settle();
      }
      CountDownLatch drawn = new CountDownLatch(1);
      FxToolkit.run(() -> bench.whenDrawn(drawn::countDown));
      FxToolkit.writePng(
          FxToolkit.snapshot(bench.root(), 1000, 700),
          Path.of("target/panels/only-shown-" + theme + ".png"));
    }
    CheckBox only = find("neighbours-only-shown", CheckBox.class);
    Label searched = find("neighbours-searched", Label.class);
    Pane panel = find("neighbour-panel", Pane.class);
    assertTrue(only.prefWidth(-1) <= only.getWidth(), "the words of the toggle are cut off");
    assertTrue(searched.prefWidth(-1) <= searched.getWidth(), "the count is cut off");
    double end = searched.localToScene(searched.getLayoutBounds()).getMaxX();
    assertTrue(end <= panel.localToScene(panel.getLayoutBounds()).getMaxX(), "count at " + end);
  }
}
