package io.semascope.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFingerprint;
import io.semascope.model.Purpose;
import io.semascope.model.Token;
import io.semascope.model.Tokenization;
import io.semascope.probe.Activations;
import io.semascope.probe.CosineBreakdown;
import io.semascope.probe.DimensionEnds;
import io.semascope.probe.DimensionStatistics;
import io.semascope.problem.ProblemReport;
import io.semascope.session.SessionState;
import io.semascope.session.UnitInspection;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.probe.TextState.Kind;
import io.semascope.ui.probe.TextState.Part;
import io.semascope.ui.state.Selection;
import io.semascope.vector.DenseVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InspectorViewTest {
  private static final Optional<ModelDescriptor> MODEL =
      Optional.of(new FakeEmbeddingModel("fake", 32, 12).descriptor());

  private final List<Integer> asked = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private final InspectorViewModel model =
      new InspectorViewModel(
          new InspectorActions() {
            @Override
            public void tokens(String text) {
              cut.add(text);
            }

            @Override
            public void dimension(int dimension) {
              asked.add(dimension);
            }
          },
          new Selection());

  private final SessionState session = PanelSamples.session(30);
  private final VectorSpace space = session.space().orElseThrow();

  @BeforeAll
  static void startToolkit() {
    FxToolkit.start();
  }

  private UnitInspection inspection() {
    DimensionStatistics statistics = DimensionStatistics.of(space.vectors(), new Cancellation());
    return new UnitInspection(
        space.unit(0), Activations.of(space.vectors().row(0), statistics), statistics);
  }

  @Test
  void strikesOutWhatTheVectorNeverSaw() {
    model.text().show(space.unit(0), session, MODEL);
    TextState.Shown shown =
        assertInstanceOf(TextState.Shown.class, model.text().stateProperty().get());
    String text = space.unit(0).text();
    assertEquals(
        List.of(new Part(text.substring(0, 40), Kind.OWN), new Part(text.substring(40), Kind.LOST)),
        shown.parts());
    assertTrue(shown.notes().getFirst().startsWith("The model saw 12 of 20 tokens."));
  }

  @Test
  void showsTheBeginningOfAMegabyteAndSaysSo() {
    model.text().show(new TypedText("big", "x".repeat(1_000_000)), session, MODEL);
    TextState.Shown shown =
        assertInstanceOf(TextState.Shown.class, model.text().stateProperty().get());
    assertEquals(TextViewModel.LARGEST_TEXT, shown.parts().getFirst().text().length());
    assertEquals(
        "Only the first 20,000 of 1,000,000 characters are shown.", shown.notes().getFirst());
  }

  @Test
  void marksSpecialTokens() {
    model.text().show(space.unit(1), session, MODEL);
    model.text().askTokens();
    assertEquals(List.of(space.unit(1).text()), cut);
    InspectorView view = FxToolkit.call(() -> new InspectorView(model));
    FxToolkit.run(
        () ->
            model
                .text()
                .showTokens(
                    new Tokenization(
                        List.of(
                            new Token(101, "[CLS]", new Span(0, 0), true),
                            new Token(7, "before", new Span(0, 6), false),
                            new Token(8, "##hand", new Span(6, 9), false),
                            new Token(102, "[SEP]", new Span(0, 0), true)),
                        3)));
    TextState.Shown shown =
        assertInstanceOf(TextState.Shown.class, model.text().stateProperty().get());
    TextState.Tokens.Shown tokens = assertInstanceOf(TextState.Tokens.Shown.class, shown.tokens());
    assertTrue(tokens.chips().getFirst().special());
    assertEquals(
        List.of(false, false, true, false),
        tokens.chips().stream().map(TextState.TokenChip::lost).toList(),
        "the special token behind the text is kept in place of the text's last one");
    PanelSamples.paint(view, "inspector-text");
  }

  private TextState.Tokens tokens() {
    return assertInstanceOf(TextState.Shown.class, model.text().stateProperty().get()).tokens();
  }

  @Test
  void dropsTheTokensOfAnotherModelAndKeepsThoseOfTheSame() {
    model.text().show(space.unit(1), session, MODEL);
    model.text().showTokens(new Tokenization(List.of(), 2));
    model.text().show(space.unit(1), session, MODEL);
    assertInstanceOf(TextState.Tokens.Shown.class, tokens());
    SpaceOrigin other = new SpaceOrigin.FromModel("other", new ModelFingerprint("b".repeat(64)));
    VectorSpace anew = new VectorSpace(other, space.units(), space.vectors(), 1);
    model.text().show(space.unit(1), PanelSamples.session(session.documents(), anew), MODEL);
    assertInstanceOf(TextState.Tokens.NotAsked.class, tokens());
  }

  @Test
  void tokensThatNoModelHereCanTellAreNotOffered() {
    InspectorView view = FxToolkit.call(() -> new InspectorView(model));
    Button button =
        FxToolkit.call(
            () -> {
              model.text().show(space.unit(1), session, MODEL);
              new Scene(view, 400, 600);
              view.applyCss();
              view.layout();
              return (Button) view.lookup("#show-tokens");
            });
    assertFalse(button.isDisabled(), "a model that is known is loaded when it is needed");
    FxToolkit.run(() -> model.text().show(space.unit(2), session, Optional.empty()));
    assertTrue(button.isDisabled());
    String why = button.getAccessibleHelp();
    assertTrue(why.endsWith("is not known here."), why);
    Node note = FxToolkit.call(() -> button.getParent().getChildrenUnmodifiable().getLast());
    assertEquals(why, ((Labeled) note).getText());
    SpaceOrigin file = new SpaceOrigin.Imported("a.npy", new ModelFingerprint("b".repeat(64)));
    VectorSpace imported = new VectorSpace(file, space.units(), space.vectors(), 1);
    SessionState other = PanelSamples.session(session.documents(), imported);
    FxToolkit.run(() -> model.text().show(space.unit(1), other, Optional.empty()));
    assertTrue(button.getAccessibleHelp().contains("read from a file (a.npy)"));
    FxToolkit.run(() -> model.text().show(space.unit(1), session, MODEL));
    assertFalse(button.isDisabled());
  }

  @Test
  void offersTheTokensAgainWhenTheQuestionWasDropped() {
    model.text().show(space.unit(1), session, MODEL);
    model.text().askTokens();
    assertInstanceOf(TextState.Tokens.Loading.class, tokens());
    model.text().show(space.unit(1), session, MODEL);
    assertInstanceOf(TextState.Tokens.NotAsked.class, tokens());
  }

  private TextState.Shown shownText() {
    return assertInstanceOf(TextState.Shown.class, model.text().stateProperty().get());
  }

  @Test
  void saysThatTheEndOfATypedTextMayBeLostAndStrikesItOutOnceItsTokensAreKnown() {
    TypedText typed =
        new TypedText("t1", "one two three four five six seven eight nine ten eleven");
    model.text().show(typed, session, MODEL);
    assertTrue(shownText().notes().getFirst().contains("is not kept"), "it may be too long");
    Tokenization tokens =
        new FakeEmbeddingModel("fake", 32, 12).tokenize(typed.text(), Purpose.DOCUMENT);
    model.text().showTokens(tokens);
    assertEquals(
        List.of("The model saw 12 of 13 tokens. The struck-out end never reached the vector."),
        shownText().notes());
    assertEquals(List.of(Kind.OWN, Kind.LOST), kinds());
    assertEquals("eleven", shownText().parts().getLast().text());
    model.text().show(new TypedText("t2", "a"), session, MODEL);
    assertEquals(List.of(), shownText().notes(), "one letter is never too long");
    assertEquals(List.of(Kind.OWN), kinds());
  }

  private List<Kind> kinds() {
    return shownText().parts().stream().map(Part::kind).toList();
  }

  @Test
  void saysWhichPromptTheTokensOfATypedTextHaveWhenItMatters() {
    ModelDescriptor plain = MODEL.orElseThrow();
    ModelDescriptor prompted =
        new ModelDescriptor(
            plain.id(),
            plain.title(),
            plain.licence(),
            plain.kind(),
            plain.dimension(),
            plain.maxTokens(),
            plain.pooling(),
            plain.normalised(),
            plain.output(),
            Map.of(Purpose.QUERY, "query: "),
            plain.matryoshkaSizes(),
            plain.oneTextPerCall(),
            plain.requiresConsent(),
            plain.minimumRuntime(),
            plain.cautions(),
            plain.files());
    assertEquals(false, summaryFor(new TypedText("t1", "word"), plain).contains("document"));
    assertEquals(true, summaryFor(new TypedText("t1", "word"), prompted).contains("of a document"));
    assertEquals(false, summaryFor(space.unit(1), prompted).contains("document"));
  }

  private String summaryFor(TextUnit unit, ModelDescriptor descriptor) {
    model.text().show(unit, session, Optional.of(descriptor));
    model.text().showTokens(new Tokenization(List.of(), 12));
    return assertInstanceOf(TextState.Tokens.Shown.class, tokens()).summary();
  }

  @Test
  void barsAddUpToTheCosine() {
    CosineBreakdown breakdown = CosineBreakdown.of(space.vectors().row(0), space.vectors().row(1));
    model.cosine().show("Text 0", "Text 1", breakdown);
    CosineState.Shown shown =
        assertInstanceOf(CosineState.Shown.class, model.cosine().stateProperty().get());
    assertEquals(CosineViewModel.USUAL_COUNT + 1, shown.bars().size());
    assertEquals(breakdown.cosine(), shown.bars().getLast().sum(), 1e-9);
    assertEquals("other 372", shown.bars().getLast().name());
    assertTrue(shown.bars().getLast().cut(), "the rest is longer than any single part here");
    InspectorView view = FxToolkit.call(() -> new InspectorView(model));
    FxToolkit.run(view::showCosine);
    PanelSamples.paint(view, "inspector-cosine");
  }

  @Test
  void showsNoRestWhenEveryDimensionHasABar() {
    model.cosine().show("a", "b", CosineBreakdown.of(DenseVector.of(3, 4), DenseVector.of(4, -3)));
    CosineState.Shown shown =
        assertInstanceOf(CosineState.Shown.class, model.cosine().stateProperty().get());
    assertEquals(2, shown.bars().size());
    assertEquals(0, shown.bars().getLast().sum(), 1e-12);
  }

  @Test
  void picksADimensionByKeyboardAndShowsItsEnds() {
    InspectorView view = FxToolkit.call(() -> new InspectorView(model));
    FxToolkit.run(
        () -> {
          model.vector().show("Text 0", inspection());
          view.showVector();
        });
    FxToolkit.snapshot(view, 420, 800);
    VectorStrip strip = PanelSamples.find(view, "vector-strip", VectorStrip.class);
    PanelSamples.press(strip, KeyCode.RIGHT, false);
    PanelSamples.press(strip, KeyCode.DOWN, false);
    PanelSamples.press(strip, KeyCode.ENTER, false);
    assertEquals(List.of(48), asked);
    FxToolkit.run(() -> model.vector().showEnds(DimensionEnds.of(space, 48, 5), session));
    VectorState.Shown shown =
        assertInstanceOf(VectorState.Shown.class, model.vector().stateProperty().get());
    VectorState.Ends.Shown ends = assertInstanceOf(VectorState.Ends.Shown.class, shown.ends());
    assertEquals(5, ends.highest().size());
    PanelSamples.paint(view, "inspector-vector");
  }

  @Test
  void dropsTheEndsOfADimensionThatIsNoLongerPicked() {
    model.vector().show("Text 0", inspection());
    model.vector().pick(3);
    model.vector().showEnds(DimensionEnds.of(space, 4, 5), session);
    VectorState.Shown shown =
        assertInstanceOf(VectorState.Shown.class, model.vector().stateProperty().get());
    assertInstanceOf(VectorState.Ends.Loading.class, shown.ends());
  }

  @Test
  void asksAgainForTheEndsThatCouldNotBeFound() {
    model.vector().show("Text 0", inspection());
    model.vector().pick(3);
    model.vector().pick(3);
    assertEquals(List.of(3), asked, "the answer is still awaited");
    model.vector().failEnds(new ProblemReport("No ends.", "Broken.", "Try again."));
    model.vector().pick(3);
    assertEquals(List.of(3, 3), asked);
    VectorState.Shown shown =
        assertInstanceOf(VectorState.Shown.class, model.vector().stateProperty().get());
    assertInstanceOf(VectorState.Ends.Loading.class, shown.ends());
  }
}
