package io.semascope.ui.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.neighbour.approximate.Recall;
import io.semascope.probe.PairDistribution;
import io.semascope.problem.ProblemReport;
import io.semascope.session.NeighbourAnswer;
import io.semascope.session.SessionState;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.session.filter.TextFilter;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import io.semascope.space.VectorSpace;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.CategoryColours;
import io.semascope.vector.Similarity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NeighbourViewTest {
  private static final CategoryColours COLOURS =
      CategoryColours.of(List.of("Lighthouses", "Bread and the microbes that raise it", ""));

  private final Selection selection = new Selection();
  private final NeighbourViewModel model = new NeighbourViewModel(selection);

  @BeforeAll
  static void startToolkit() {
    FxToolkit.start();
  }

  private static NeighbourAnswer answer(SessionState session, Similarity similarity) {
    VectorSpace space = session.space().orElseThrow();
    Cancellation never = new Cancellation();
    NeighbourList list =
        ExactIndex.over(space.vectors(), never)
            .nearest(NeighbourQuery.of(space.vectors().row(0), 10, similarity).except(0), never);
    return new NeighbourAnswer(
        space,
        space.vectors().row(0),
        list,
        PairDistribution.of(space.vectors(), PairDistribution.Draw.usual(similarity), never),
        java.util.List.of());
  }

  private NeighbourState.Shown shown(int documents, Similarity similarity) {
    SessionState session = PanelSamples.session(documents);
    model.show("Text 0", answer(session, similarity), session, COLOURS);
    return (NeighbourState.Shown) model.stateProperty().get();
  }

  @Test
  void saysWhatAScoreMeansHere() {
    NeighbourState.Shown shown = shown(200, Similarity.COSINE);
    assertEquals(10, shown.rows().size());
    assertTrue(shown.rows().getFirst().score().meaning().startsWith("above "));
    assertTrue(shown.notes().contains("Exact: every text was compared."));
    assertTrue(shown.notes().stream().anyMatch(note -> note.contains("10,000 random pairs")));
    assertTrue(
        shown.notes().stream().anyMatch(note -> note.startsWith("This text and all neighbours")));
  }

  @Test
  void countsPairsOutWhenThereAreFew() {
    NeighbourState.Shown shown = shown(3, Similarity.COSINE);
    assertEquals(4, shown.rows().size());
    assertTrue(shown.rows().getLast().score().meaning().matches("above \\d+ of 10"));
  }

  @Test
  void drawsTheSmallerDistanceLonger() {
    List<NeighbourRow> rows = shown(50, Similarity.EUCLIDEAN).rows();
    assertTrue(rows.getFirst().score().value() < rows.getLast().score().value());
    assertTrue(rows.getFirst().score().bar().to() > rows.getLast().score().bar().to());
    assertTrue(rows.getFirst().score().meaning().startsWith("nearer than "));
  }

  @Test
  void drawsCosineAroundZero() {
    NeighbourBar bar = new NeighbourBar.Axis(-1, 1, false).bar(-0.5);
    assertEquals(new NeighbourBar(0.25, 0.5, 0.5, true), bar);
  }

  /// The height is what a window of 1,000 × 700 leaves above an open drawer.
  @Test
  void theExplanationGivesWayToTheListWhereThereIsLittleRoom() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    FxToolkit.call(() -> shown(200, Similarity.COSINE));
    FxToolkit.snapshot(view, 290, 345);
    double list = PanelSamples.find(view, "neighbour-table", ListView.class).getHeight();
    assertTrue(list >= 160, "list of " + list);
    ScrollPane low = PanelSamples.find(view, "neighbour-notes-scroll", ScrollPane.class);
    assertTrue(low.getHeight() >= 18 && low.getHeight() < 60, "notes of " + low.getHeight());
    assertTrue(low.getBoundsInParent().getMaxY() <= 345, low.getBoundsInParent().toString());
    FxToolkit.snapshot(view, 290, 700);
    double notes = PanelSamples.find(view, "neighbour-notes", VBox.class).getHeight();
    ScrollPane high = PanelSamples.find(view, "neighbour-notes-scroll", ScrollPane.class);
    assertTrue(high.getHeight() >= notes && notes > 60, high.getHeight() + " for " + notes);
  }

  @Test
  void titlesThatBeginAlikeAreToldApart() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    SessionState session = PanelSamples.longTitles(9);
    FxToolkit.run(
        () ->
            model.show(
                session.label(session.space().orElseThrow().units().getFirst()),
                answer(session, Similarity.COSINE),
                session,
                COLOURS));
    for (int width : new int[] {290, 420}) {
      FxToolkit.snapshot(view, width, 1000);
      List<String> written = FxToolkit.call(() -> PanelSamples.written(view, ".neighbour-label"));
      assertEquals(8, new HashSet<>(written).size(), written.toString());
      assertTrue(written.stream().allMatch(name -> name.contains("…")), written::toString);
    }
    NeighbourCell row = FxToolkit.call(() -> (NeighbourCell) view.lookup(".neighbour-cell"));
    assertTrue(
        row.getTooltip().getText().startsWith(row.getItem().label() + "\n\n"),
        row.getTooltip().getText());
    String title = PanelSamples.find(view, "neighbour-title", Label.class).getText();
    assertTrue(title.matches("Near “A .*….* 0”"), title);
    String told =
        FxToolkit.call(
            () -> PanelSamples.told(PanelSamples.find(view, "neighbour-title", Label.class)));
    assertTrue(told.startsWith("Near “A rather long title of a text about harbour"), told);
  }

  @Test
  void walksOnByKeyboardAndHighlights() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    NeighbourState.Shown shown = FxToolkit.call(() -> shown(50, Similarity.COSINE));
    PanelSamples.paint(view, "neighbour");
    ListView<?> table = PanelSamples.find(view, "neighbour-table", ListView.class);
    FxToolkit.run(() -> table.getSelectionModel().select(2));
    PanelSamples.press(table, KeyCode.ENTER, false);
    assertEquals(List.of(shown.rows().get(2).unitId()), selection.selected().get());
    FxToolkit.run(() -> model.highlight(Optional.of(shown.rows().getFirst())));
    assertEquals(Optional.of(shown.rows().getFirst().unitId()), selection.hovered().get());
  }

  private String firstNote(SearchReport report, boolean exact) {
    SessionState session = PanelSamples.session(50);
    NeighbourAnswer found = answer(session, Similarity.COSINE);
    NeighbourList list = new NeighbourList(Similarity.COSINE, found.list().neighbours(), exact);
    model.show(
        "Text 0",
        new NeighbourAnswer(
            found.space(),
            found.query(),
            list,
            found.pairs(),
            List.of(),
            false,
            found.searched(),
            report),
        session,
        COLOURS);
    return ((NeighbourState.Shown) model.stateProperty().get()).notes().getFirst();
  }

  @Test
  void saysHowTrueAnApproximateSearchIs() {
    SearchMethod hnsw = new SearchMethod.Hnsw(100);
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    FxToolkit.run(() -> selection.searchBy(hnsw));
    String said =
        FxToolkit.call(
            () ->
                firstNote(
                    new SearchReport(
                        hnsw, Optional.of(new Recall(100, 10, 200, 0.98759)), false, List.of()),
                    false));
    assertEquals(
        "Approximate, by the HNSW index: finds 98.7 % of the true 10 nearest (recall@10, measured"
            + " on 200 texts). Scores are exact.",
        said);
    PanelSamples.paint(view, "neighbour-approximate");
    SearchReport ofTwo =
        new SearchReport(hnsw, Optional.of(new Recall(100, 10, 2, 0.5)), false, List.of());
    String sampled = FxToolkit.call(() -> firstNote(ofTwo, false));
    assertTrue(
        sampled.contains("(recall@10, 95 % interval 9.4 to 90.6 %, measured on 2 texts)"), sampled);
    FxToolkit.run(() -> selection.searchBy(SearchMethod.Binary.usual()));
    PanelSamples.paint(view, "neighbour-bits");
    Spinner<?> dial = PanelSamples.find(view, "index-dial", Spinner.class);
    ComboBox<?> choice = PanelSamples.find(view, "index-choice", ComboBox.class);
    assertEquals(choice.prefWidth(-1), choice.getWidth(), "the word approximate is not cut off");
    assertTrue(
        dial.localToScene(dial.getLayoutBounds()).getMaxX() <= 360, "nor is the dial: " + dial);
    assertEquals(10, dial.getValue());
    String unprepared = FxToolkit.call(() -> firstNote(SearchReport.unprepared(hnsw), true));
    assertTrue(unprepared.startsWith("Exact for now"), unprepared);
  }

  private NeighbourState.Shown among(SearchReport report, boolean exact) {
    SessionState session = PanelSamples.session(300);
    NeighbourAnswer found = answer(session, Similarity.COSINE);
    model.show(
        "Text 0",
        new NeighbourAnswer(
            found.space(),
            found.query(),
            new NeighbourList(Similarity.COSINE, found.list().neighbours(), exact),
            found.pairs(),
            List.of(),
            false,
            new SearchedTexts(TextFilter.of("light"), 1_024, 20_301),
            report),
        session,
        COLOURS);
    return (NeighbourState.Shown) model.stateProperty().get();
  }

  @Test
  void saysWhatAFilterLeavesOfTheScoresAndOfTheRecall() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    FxToolkit.run(() -> selection.searchOnlyShown(true));
    NeighbourState.Shown exact = FxToolkit.call(() -> among(SearchReport.exact(), true));
    assertEquals("Exact: every text that is shown was compared.", exact.notes().getFirst());
    assertTrue(
        exact
            .notes()
            .contains(
                "Percentages: of 10,000 random pairs of this space, whichever texts are"
                    + " searched."));
    assertTrue(
        exact.rows().getFirst().score().full().endsWith("than the next of the texts searched"));
    PanelSamples.paint(view, "neighbour-only-shown");
    assertEquals(
        "1,024 / 20,301", PanelSamples.find(view, "neighbours-searched", Label.class).getText());
    assertEquals(
        "1,024 of the 20,301 other texts were searched",
        PanelSamples.find(view, "neighbours-searched", Label.class).getAccessibleText());
    SearchMethod hnsw = new SearchMethod.Hnsw(100);
    SearchReport measured =
        new SearchReport(hnsw, Optional.of(new Recall(100, 10, 200, 0.98759)), false, List.of());
    String said = FxToolkit.call(() -> among(measured, false).notes().getFirst());
    assertTrue(said.contains("measured on 200 texts; without the filter)"), said);
  }

  @Test
  void theToggleAndTheSelectionAgree() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    PanelSamples.paint(view, "neighbour-toggle");
    CheckBox only = PanelSamples.find(view, "neighbours-only-shown", CheckBox.class);
    FxToolkit.run(only::fire);
    assertTrue(selection.onlyShown().get());
    FxToolkit.run(() -> selection.searchOnlyShown(false));
    assertFalse(only.isSelected());
  }

  @Test
  void theIndexAndItsDialAreChosenByKeyboard() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    PanelSamples.paint(view, "neighbour-index");
    ComboBox<?> choice = PanelSamples.find(view, "index-choice", ComboBox.class);
    Spinner<?> dial = PanelSamples.find(view, "index-dial", Spinner.class);
    assertFalse(dial.isVisible(), "an exact search has no dial");
    FxToolkit.run(() -> choice.getSelectionModel().selectNext());
    assertEquals(new SearchMethod.Hnsw(100), selection.searchMethod().get());
    assertTrue(dial.isVisible());
    PanelSamples.press(dial, KeyCode.UP, false);
    assertEquals(new SearchMethod.Hnsw(120), selection.searchMethod().get());
    FxToolkit.run(() -> selection.searchBy(new SearchMethod.Exact()));
    assertEquals(0, choice.getSelectionModel().getSelectedIndex());
  }

  @Test
  void showsProblemsAndEmptiness() {
    NeighbourView view = FxToolkit.call(() -> new NeighbourView(model));
    FxToolkit.run(
        () ->
            model.fail(
                new ProblemReport(
                    "No neighbours.", "The vector has the length 0.", "Choose another.")));
    PanelSamples.paint(view, "neighbour-problem");
    FxToolkit.run(model::clear);
    assertTrue(model.stateProperty().get() instanceof NeighbourState.Nothing);
  }
}
