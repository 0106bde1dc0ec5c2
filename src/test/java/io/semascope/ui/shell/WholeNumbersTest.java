package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.projection.Pca;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.WindowPainter;
import io.semascope.text.Granularity;
import io.semascope.ui.CutNumbers;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A number is shown whole or not at all, in small windows too.
@SuppressWarnings("NullAway.Init")
final class WholeNumbersTest {
  @TempDir private Path folder = Path.of("");
  private Session session;
  private Workbench bench;
  private final List<String> read = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();

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
  }

  private void show(String panel, String... selected) {
    FxToolkit.run(() -> bench.showOpened(List.of(selected), panel));
    look();
  }

  private void look() {
    UnshownWindow.settleAndLayOut(bench, 2);
    FxToolkit.run(
        () -> {
          CutNumbers numbers = CutNumbers.in(bench.root());
          read.addAll(numbers.read());
          numbers.cut().stream().filter(Predicate.not(cut::contains)).forEach(cut::add);
        });
  }

  private void lookEverywhere() {
    for (String panel : List.of("neighbours", "text")) {
      show(panel, "animal-0");
    }
    show("cosine", "animal-0", "tool-1");
    for (int number = 0; number < 4; number++) {
      for (String kind : List.of("animal-", "tool-", "dish-")) {
        show("vector", kind + number);
      }
    }
    TableView<?> unusual = PanelSamples.find(bench.root(), "active-dimensions", TableView.class);
    FxToolkit.run(() -> unusual.getSelectionModel().select(0));
    PanelSamples.press(unusual, KeyCode.ENTER, false);
    look();
    show("granularity", "animal-0");
    UnshownWindow.askInDrawer(bench, "where does it sleep");
    look();
    FxToolkit.run(() -> bench.components().show());
    look();
    FxToolkit.run(() -> bench.chooseModel());
    look();
  }

  private void assertAllIsWhole() {
    assertEquals(List.of(), cut);
    for (String shape :
        List.of(
            "−0\\.0\\d{4}", // a value of a vector with three digits
            "[+−]\\d\\.\\d\\d", // a z
            "0\\.\\d{4}", // a cosine
            "12 × 32|.* 12 × 32.*", // the status line
            "whole document · 12 texts · .*|.*12 texts …", // the drawer's choice
            ".* % so far")) { // a component
      assertTrue(read.stream().anyMatch(text -> text.matches(shape)), shape + " in " + read);
    }
  }

  @Test
  void inAUsualLaptopWindow() {
    open(1000, 700);
    lookEverywhere();
    assertAllIsWhole();
  }

  @Test
  void inTheSmallestWindow() {
    open(WindowPainter.SMALLEST_WIDTH, WindowPainter.SMALLEST_HEIGHT);
    lookEverywhere();
    assertAllIsWhole();
  }

  @Test
  void ofTwoLongChoicesOfTheDrawer() {
    session.embed(ModelChoice.standard(), new Granularity.TokenWindow(64, 16)).await();
    open(1000, 700);
    show("granularity", "animal-0");
    assertEquals(List.of(), cut);
  }

  /// The looking itself.
  @Test
  void aLabelWithoutRoomIsFound() {
    open(1000, 700);
    FxToolkit.run(
        () -> {
          Label number = new Label("−0.000214");
          HBox narrow = new HBox(number);
          new javafx.scene.Scene(narrow, 30, 20);
          narrow.applyCss();
          narrow.layout();
          assertFalse(CutNumbers.in(narrow).cut().isEmpty());
        });
  }
}
