package io.semascope.ui.granularity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.ModelFingerprint;
import io.semascope.model.Truncation;
import io.semascope.probe.LevelComparison;
import io.semascope.problem.ProblemReport;
import io.semascope.session.LevelAnswer;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GranularityViewTest {
  private final List<String> asked = new ArrayList<>();
  private final GranularityActions actions =
      new GranularityActions() {
        @Override
        public void compare(String documentId, TypedRequest query) {
          asked.add(documentId + ": " + query.text());
        }

        @Override
        public void stopComparing() {
          asked.removeIf(line -> line.startsWith("d"));
        }

        @Override
        public void embed(Granularity granularity) {
          asked.add("embed " + granularity.key());
        }

        @Override
        public void showSpaces(List<Long> spaceIds) {
          asked.add("show " + spaceIds);
        }
      };
  private final SessionState session = PanelSamples.session(5);
  private final DocumentList documents = DocumentList.of(session.documents());
  private final LevelViewModel levels = new LevelViewModel(actions);
  private final CorpusCutViewModel corpus = new CorpusCutViewModel(actions);

  @BeforeAll
  static void startToolkit() {
    FxToolkit.start();
  }

  private LevelAnswer comparison() {
    String text = session.space().orElseThrow().unit(0).text();
    return new LevelAnswer(
        new LevelComparison(
            "d0",
            List.of(
                row(text, new Span(25, 56), new Granularity.Sentence(), 0.71),
                row(text, new Span(0, text.length()), new Granularity.WholeDocument(), 0.52),
                row(text, new Span(29, 36), new Granularity.Word(), -0.2)),
            List.of()),
        List.of("d0#0"),
        List.of(new Truncation(0, 90, 64, new Span(300, 400))),
        List.of(),
        false);
  }

  private LevelState.Answer answer() {
    return levels.stateProperty().get().answer();
  }

  private LevelState.Answer.Shown shownAnswer() {
    return assertInstanceOf(LevelState.Answer.Shown.class, answer());
  }

  /// The same documents under another model.
  private SessionState underAnotherModel() {
    VectorSpace space = session.space().orElseThrow();
    SpaceOrigin other = new SpaceOrigin.FromModel("other", new ModelFingerprint("b".repeat(64)));
    return PanelSamples.session(
        session.documents(), new VectorSpace(other, space.units(), space.vectors(), 1));
  }

  private static LevelComparison.LevelRow row(
      String text, Span span, Granularity level, double cosine) {
    return new LevelComparison.LevelRow(
        new Chunk("d0#" + span.start(), "d0", level, span, span.of(text)), cosine);
  }

  @Test
  void comparesOnEnterAndMarksThePieceInTheText() {
    GranularityView view = FxToolkit.call(() -> new GranularityView(corpus, levels));
    FxToolkit.run(
        () -> {
          corpus.show(session);
          levels.show(session, documents);
          levels.choose("d0");
        });
    FxToolkit.snapshot(view, 420, 800);
    TextField query = PanelSamples.find(view, "level-query", TextField.class);
    FxToolkit.run(
        () -> {
          query.setText("what turns?");
          query.fireEvent(new ActionEvent());
          levels.show(comparison());
        });
    assertEquals(List.of("d0: what turns?"), asked);
    FxToolkit.snapshot(view, 420, 800);
    TableView<?> table = PanelSamples.find(view, "level-table", TableView.class);
    assertEquals(3, table.getItems().size());
    FxToolkit.run(() -> table.getSelectionModel().select(0));
    PanelSamples.paint(view, "granularity");
    String text = session.space().orElseThrow().unit(0).text();
    assertEquals(
        text.substring(25, 56), levels.stateProperty().get().page().orElseThrow().marked());
  }

  @Test
  void documentsAreFoundByTheirTitleOnAnotherThreadAndTheChosenOneKeepsItsMark() {
    GranularityView view = FxToolkit.call(() -> new GranularityView(corpus, levels));
    FxToolkit.run(() -> levels.show(session, documents));
    FxToolkit.snapshot(view, 420, 800);
    ListView<?> list = PanelSamples.find(view, "document-choice", ListView.class);
    FxToolkit.run(() -> levels.choose("d3"));
    assertEquals(3, list.getSelectionModel().getSelectedIndex());
    assertEquals(List.of(3), found(view, " TEXT 3"));
    assertEquals(0, list.getSelectionModel().getSelectedIndex(), "where it stands among these");
    assertEquals(List.of(1), found(view, "harbour"));
    assertEquals(-1, list.getSelectionModel().getSelectedIndex());
    assertEquals("d3", levels.stateProperty().get().chosen().orElseThrow().id());
    assertEquals(List.of(), found(view, "no such title"));
    assertEquals(List.of(0, 1, 2, 3, 4), found(view, ""));
    assertEquals(3, list.getSelectionModel().getSelectedIndex());
    FxToolkit.run(() -> list.getSelectionModel().select(1));
    assertEquals("d1", levels.stateProperty().get().chosen().orElseThrow().id());
  }

  /// Numbers of the documents that are listed after these words were typed.
  private static List<Integer> found(GranularityView view, String words) {
    ListView<?> list = PanelSamples.find(view, "document-choice", ListView.class);
    CompletableFuture<List<Integer>> found = new CompletableFuture<>();
    FxToolkit.run(
        () -> {
          list.itemsProperty()
              .addListener(
                  observed ->
                      found.complete(
                          list.getItems().stream()
                              .map(LevelState.DocumentChoice.class::cast)
                              .map(choice -> Integer.parseInt(choice.id().substring(1)))
                              .toList()));
          PanelSamples.find(view, "document-search", TextField.class).setText(words);
        });
    List<Integer> numbers = found.join();
    FxToolkit.settle();
    return numbers;
  }

  @Test
  void hidesALevelButKeepsTheRanks() {
    levels.show(session, documents);
    levels.choose("d0");
    levels.show(comparison());
    levels.show(new Granularity.Sentence(), false);
    LevelState.Answer.Shown shown =
        assertInstanceOf(LevelState.Answer.Shown.class, levels.stateProperty().get().answer());
    assertEquals(List.of(2, 3), shown.rows().stream().map(LevelState.Row::rank).toList());
  }

  @Test
  void dropsAnAnswerAboutAnotherDocument() {
    levels.show(session, documents);
    levels.choose("d1");
    levels.show(comparison());
    assertInstanceOf(LevelState.Answer.Nothing.class, levels.stateProperty().get().answer());
  }

  @Test
  void namesModelAndQuestionAndWhatWasCutOff() {
    GranularityView view = FxToolkit.call(() -> new GranularityView(corpus, levels));
    FxToolkit.run(
        () -> {
          levels.show(session, documents);
          levels.choose("d0");
          levels.compare("what turns?");
          levels.show(comparison());
        });
    assertEquals(
        "“what turns?” with all-minilm-l6-v2: 3 / 3 pieces shown, nearest first.",
        shownAnswer().summary());
    assertEquals(
        List.of(
            "The model saw 64 of 90 tokens of the question: its end has no part in these cosines.",
            "One piece is longer than the model takes: its end has no part in its cosine."),
        shownAnswer().notes());
    assertTrue(shownAnswer().rows().get(1).excerpt().startsWith("[end not read] Before comes"));
    assertTrue(shownAnswer().rows().get(0).excerpt().startsWith("The harbour light"));
    FxToolkit.snapshot(view, 900, 500);
    assertEquals(3, PanelSamples.find(view, "level-notes", VBox.class).getChildren().size());
    PanelSamples.paint(view, "granularity-cut", 1200, 400);
  }

  @Test
  void forgetsTheCosinesOfAnotherModel() {
    levels.show(session, documents);
    levels.choose("d0");
    levels.compare("what turns?");
    levels.show(comparison());
    levels.show(underAnotherModel(), documents);
    assertInstanceOf(LevelState.Answer.Nothing.class, answer());
    levels.show(new Granularity.Sentence(), false);
    assertInstanceOf(LevelState.Answer.Nothing.class, answer());
    levels.compare("what turns?");
    levels.show(underAnotherModel(), documents);
    assertInstanceOf(LevelState.Answer.Loading.class, answer(), "the same model asks for no end");
    assertEquals(List.of("d0: what turns?"), asked);
    levels.show(session, documents);
    assertEquals(List.of(), asked, "the open question is taken back");
    assertInstanceOf(LevelState.Answer.Nothing.class, answer());
  }

  @Test
  void endsAStoppedComparisonAndKeepsTheProblemsOfOtherDocumentsAway() {
    ProblemReport report = new ProblemReport("Nothing.", "No model.", "Fetch it.");
    levels.show(session, documents);
    levels.choose("d0");
    levels.compare("what turns?");
    levels.choose("d1");
    levels.fail("d0", report);
    levels.cancelled("d0");
    assertInstanceOf(LevelState.Answer.Nothing.class, answer());
    levels.compare("what turns?");
    levels.cancelled("d1");
    LevelState.Answer.Nothing stopped = assertInstanceOf(LevelState.Answer.Nothing.class, answer());
    assertTrue(stopped.sentence().startsWith("The comparison was stopped."), stopped.sentence());
    levels.fail("d1", report);
    assertInstanceOf(LevelState.Answer.Problem.class, answer());
  }

  @Test
  void saysWhatWillBeEmbeddedBeforeItIs() {
    corpus.show(session);
    corpus.want(new Granularity.Paragraph());
    CorpusCutState state = corpus.stateProperty().get();
    assertTrue(state.announcement().startsWith("5 documents will be cut (paragraph)"));
    assertTrue(state.announcement().contains("all-minilm-l6-v2"));
    corpus.embed();
    assertEquals(List.of("embed paragraph"), asked);
  }

  @Test
  void embedsNothingTwiceAndNoBrokenWindow() {
    corpus.show(session);
    corpus.want(new Granularity.WholeDocument());
    assertFalse(corpus.stateProperty().get().canEmbed());
    corpus.wantWindow(16, 8);
    assertFalse(corpus.stateProperty().get().canEmbed());
    corpus.embed();
    assertEquals(List.of(), asked);
  }

  @Test
  void remembersThatTheNumbersMakeNoWindow() {
    corpus.show(session);
    corpus.want(new Granularity.Paragraph());
    corpus.wantWindow(16, 16);
    corpus.show(session);
    corpus.embedding(false);
    assertFalse(corpus.stateProperty().get().canEmbed());
    assertTrue(corpus.stateProperty().get().announcement().startsWith("A window needs at least 8"));
    corpus.embed();
    assertEquals(List.of(), asked);
    corpus.wantWindow(16, 4);
    assertTrue(corpus.stateProperty().get().canEmbed());
  }

  @Test
  void takesARefusedSecondSpaceBack() {
    GranularityView view = FxToolkit.call(() -> new GranularityView(corpus, levels));
    FxToolkit.run(() -> corpus.show(PanelSamples.withASpaceMore(session)));
    FxToolkit.snapshot(view, 900, 500);
    ComboBox<?> second = PanelSamples.find(view, "second-space", ComboBox.class);
    FxToolkit.run(() -> second.getSelectionModel().select(2));
    assertEquals(List.of("show [1, 2]"), asked);
    assertEquals(2, second.getSelectionModel().getSelectedIndex());
    FxToolkit.run(() -> corpus.spacesAnswered(List.of(1L, 2L)));
    assertEquals(0, second.getSelectionModel().getSelectedIndex(), "nothing else is on the map");
    FxToolkit.run(() -> second.getSelectionModel().select(2));
    assertEquals(List.of("show [1, 2]", "show [1, 2]"), asked, "it can be asked for again");
  }
}
