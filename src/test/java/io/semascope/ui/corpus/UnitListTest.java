package io.semascope.ui.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.state.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitListTest {
  private final Selection selection = new Selection();
  private final UnitList units = FxToolkit.call(() -> new UnitList(selection));
  private final ListView<?> list =
      FxToolkit.call(() -> PanelSamples.find(units, "unit-list", ListView.class));

  @BeforeEach
  void show() {
    FxToolkit.run(() -> units.show(PanelSamples.session(40)));
    FxToolkit.snapshot(units, 260, 500);
  }

  private void filter(String words) {
    TextField filter = PanelSamples.find(units, "unit-filter", TextField.class);
    CompletableFuture<String> counted = new CompletableFuture<>();
    Subscription counts =
        FxToolkit.call(
            () ->
                PanelSamples.find(units, "unit-count", Label.class)
                    .textProperty()
                    .subscribe(
                        now -> {
                          if (!now.equals("…") && filter.getText().equals(words)) {
                            counted.complete(now);
                          }
                        }));
    FxToolkit.run(() -> filter.setText(words));
    counted.join();
    FxToolkit.run(counts::unsubscribe);
  }

  private String count() {
    return PanelSamples.find(units, "unit-count", Label.class).getText();
  }

  @Test
  void countsWhatTheFilterHides() {
    assertEquals("42", count(), "nothing is hidden");
    filter("number 17 turns");
    assertEquals("1 / 42", count());
    filter("bread");
    assertEquals("20 / 42", count());
    filter("no such words");
    assertEquals("0 / 42", count());
    PanelSamples.paint(units, "units", 220, 500);
  }

  @Test
  void aPickSelectsAndASelectionElsewhereIsFollowed() {
    FxToolkit.run(() -> list.getSelectionModel().select(3));
    assertEquals(List.of("d3"), selection.selected().get());
    FxToolkit.run(() -> selection.select(List.of("d30")));
    assertEquals(30, list.getSelectionModel().getSelectedIndex());
    FxToolkit.run(selection::undo);
    assertEquals(3, list.getSelectionModel().getSelectedIndex());
  }

  @Test
  void filteringAwayTheSelectedTextKeepsItSelected() {
    FxToolkit.run(() -> selection.select(List.of("d3")));
    filter("number 17 turns");
    assertEquals(-1, list.getSelectionModel().getSelectedIndex());
    filter("");
    assertEquals(Optional.of("d3"), selection.inspected());
    assertEquals(3, list.getSelectionModel().getSelectedIndex());
  }

  @Test
  void aLongListIsFilteredOnAnotherThread() {
    FxToolkit.run(
        () -> {
          units.show(PanelSamples.session(6_000));
          selection.select(List.of("d5555"));
        });
    CompletableFuture<String> counted = new CompletableFuture<>();
    Label count = PanelSamples.find(units, "unit-count", Label.class);
    FxToolkit.run(
        () ->
            count
                .textProperty()
                .addListener(
                    (observed, before, now) -> {
                      if (before.equals("…")) {
                        counted.complete(now);
                      }
                    }));
    filter("number 555");
    assertEquals("11 / 6,002", counted.join());
    assertEquals(6, list.getSelectionModel().getSelectedIndex());
    FxToolkit.run(() -> selection.select(List.of("t2")));
    assertEquals(-1, list.getSelectionModel().getSelectedIndex());
    assertEquals("t2", selection.inspected().orElseThrow());
    assertEquals(11, list.getItems().size());
  }

  @Test
  void theLineAboveNamesModelAndCuttingAndLeadsToBoth() {
    List<String> pressed = new ArrayList<>();
    SpaceLine line =
        FxToolkit.call(
            () -> new SpaceLine(() -> pressed.add("model"), () -> pressed.add("granularity")));
    FxToolkit.run(() -> line.show(PanelSamples.session(3)));
    FxToolkit.snapshot(line, 260, 60);
    Button model = PanelSamples.find(line, "space-model", Button.class);
    Button granularity = PanelSamples.find(line, "space-granularity", Button.class);
    assertEquals("all-minilm-l6-v2", model.getText());
    assertEquals("whole document", granularity.getText());
    assertTrue(granularity.getAccessibleText().contains("whole document"));
    FxToolkit.run(model::fire);
    FxToolkit.run(granularity::fire);
    assertEquals(List.of("model", "granularity"), pressed);
  }

  /// The width is what a window of 1,000 pixels gives the list.
  @Test
  void theFieldSaysWhatItIsForBesideTheCountOfALargeSpace() {
    FxToolkit.run(() -> units.show(PanelSamples.session(9_998)));
    FxToolkit.snapshot(units, 198, 500);
    assertEquals("10,000", count());
    TextField filter = PanelSamples.find(units, "unit-filter", TextField.class);
    Text prompt =
        FxToolkit.call(
            () ->
                filter.lookupAll(".text").stream()
                    .map(Text.class::cast)
                    .filter(text -> text.getText().equals("Filter texts"))
                    .findFirst()
                    .orElseThrow());
    Bounds words = FxToolkit.call(() -> prompt.localToScene(prompt.getLayoutBounds()));
    Bounds field = FxToolkit.call(() -> filter.localToScene(filter.getLayoutBounds()));
    double inset = FxToolkit.call(filter::snappedRightInset);
    assertTrue(words.getMaxX() <= field.getMaxX() - inset, words + " in " + field);
  }

  @Test
  void titlesThatBeginAlikeAreToldApart() {
    FxToolkit.run(() -> units.show(PanelSamples.longTitles(9)));
    FxToolkit.snapshot(units, 200, 500);
    List<String> written = FxToolkit.call(() -> PanelSamples.written(list, ".unit-name"));
    assertEquals(9, new HashSet<>(written).size(), written.toString());
    assertTrue(
        written.stream().allMatch(name -> name.matches("A .*….*no\\. \\d")), written::toString);
    ListCell<?> row = FxToolkit.call(() -> (ListCell<?>) list.lookup(".list-cell"));
    String whole = "A rather long title of a text about harbour lights that no narrow panel holds";
    String told = FxToolkit.call(() -> PanelSamples.told(row.lookup(".unit-name")));
    assertTrue(told.startsWith(whole), told);
    assertTrue(row.getAccessibleText().startsWith(whole), row.getAccessibleText());
  }
}
