package io.semascope.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.ModelFingerprint;
import io.semascope.model.Truncation;
import io.semascope.neighbour.NeighbourList;
import io.semascope.session.PlacedText;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TypedText;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import io.semascope.ui.state.Selection;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComposeViewTest {
  private final List<TypedRequest> placed = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final ComposeViewModel model =
      new ComposeViewModel(
          new ComposeActions() {
            @Override
            public void place(TypedRequest request) {
              placed.add(request);
            }

            @Override
            public void cancel() {}

            @Override
            public void remove(String unitId) {
              removed.add(unitId);
            }
          },
          new Selection());

  @BeforeAll
  static void startToolkit() {
    FxToolkit.start();
  }

  @Test
  void placesByEnterAndBreaksLinesByShiftEnter() {
    ComposeView view = FxToolkit.call(() -> new ComposeView(model));
    FxToolkit.run(() -> model.show(PanelSamples.session(5), Optional.empty()));
    FxToolkit.snapshot(view, 420, 800);
    TextArea field = PanelSamples.find(view, "compose-field", TextArea.class);
    FxToolkit.run(() -> field.appendText("one"));
    PanelSamples.press(field, KeyCode.ENTER, true);
    FxToolkit.run(() -> field.appendText("two"));
    PanelSamples.press(field, KeyCode.ENTER, false);
    assertEquals(List.of("one\ntwo"), placed.stream().map(TypedRequest::text).toList());
    PanelSamples.press(field, KeyCode.ENTER, false);
    assertEquals(1, placed.size(), "a second text waits for the first");
    PanelSamples.paint(view, "compose-busy");
  }

  @Test
  void cutsATypedTextAtEveryGranularity() {
    ComposeView view = FxToolkit.call(() -> new ComposeView(model));
    FxToolkit.run(() -> model.show(PanelSamples.session(5), Optional.empty()));
    FxToolkit.snapshot(view, 420, 800);
    ComboBox<?> cut = PanelSamples.find(view, "compose-granularity", ComboBox.class);
    TextArea field = PanelSamples.find(view, "compose-field", TextArea.class);
    for (int i = 0; i < cut.getItems().size(); i++) {
      int choice = i;
      FxToolkit.run(() -> cut.getSelectionModel().select(choice));
      FxToolkit.run(() -> field.setText("some words"));
      PanelSamples.press(field, KeyCode.ENTER, false);
      FxToolkit.run(model::cancelled);
    }
    Set<Class<?>> asked =
        placed.stream()
            .map(request -> request.granularity().getClass())
            .collect(Collectors.toSet());
    assertEquals(Set.of(Granularity.class.getPermittedSubclasses()), asked);
  }

  @Test
  void refusesBlankTextInThreeSentences() {
    model.show(PanelSamples.session(5), Optional.empty());
    model.place(" \n ");
    assertInstanceOf(ComposeState.Step.Failed.class, model.stateProperty().get().step());
    assertEquals(List.of(), placed);
  }

  @Test
  void isClosedWithoutAModelAndSaysWhy() {
    SessionState made = PanelSamples.session(2);
    VectorSpace imported =
        new VectorSpace(
            new SpaceOrigin.Imported("rows.npy", new ModelFingerprint("b".repeat(64))),
            made.space().orElseThrow().units(),
            made.space().orElseThrow().vectors(),
            1);
    model.show(PanelSamples.session(Map.of(), imported), Optional.empty());
    ComposeState.Entry.Closed closed =
        assertInstanceOf(ComposeState.Entry.Closed.class, model.stateProperty().get().entry());
    assertTrue(closed.reason().contains("rows.npy"));
    model.place("a text");
    assertEquals(List.of(), placed);
  }

  @Test
  void showsTheEndTheModelNeverSaw() {
    model.show(
        PanelSamples.session(
            Map.of(),
            new VectorSpace(
                PanelSamples.MADE,
                List.of(new TypedText("t1", "seen and lost")),
                PanelSamples.vectors(1),
                1)),
        Optional.empty());
    ComposeView view = FxToolkit.call(() -> new ComposeView(model));
    FxToolkit.run(
        () ->
            model.placed(
                new PlacedText(
                    List.of("t1"),
                    new NeighbourList(Similarity.COSINE, List.of(), true),
                    List.of(new Truncation(0, 400, 256, new Span(5, 13))),
                    List.of(0))));
    ComposeState.Step.Placed step =
        assertInstanceOf(ComposeState.Step.Placed.class, model.stateProperty().get().step());
    assertEquals("and lost", step.cutOffs().getFirst().tail());
    assertEquals(
        "The model's vocabulary has nothing of the text: its vector says nothing of its meaning,"
            + " nor does its place.",
        step.cutOffs().getLast().sentence());
    PanelSamples.paint(view, "compose-cut");
  }

  @Test
  void listsTypedTextsNewestFirst() {
    model.show(PanelSamples.session(2), Optional.empty());
    assertEquals(
        List.of("t2", "t1"),
        model.stateProperty().get().texts().stream().map(ComposeState.TypedRow::unitId).toList());
    model.remove(model.stateProperty().get().texts().getFirst());
    assertEquals(List.of("t2"), removed);
  }

  @Test
  void forgetsWhatWasPlacedOnAnotherMap() {
    SessionState session = PanelSamples.session(5);
    model.show(session, Optional.empty());
    model.placed(
        new PlacedText(
            List.of("t1"),
            new NeighbourList(Similarity.COSINE, List.of(), true),
            List.of(),
            List.of()));
    model.show(PanelSamples.withASpaceMore(session), Optional.empty());
    assertInstanceOf(ComposeState.Step.Placed.class, model.stateProperty().get().step());
    model.show(PanelSamples.withASpaceMore(session, List.of(2L)), Optional.empty());
    assertInstanceOf(ComposeState.Step.Idle.class, model.stateProperty().get().step());
    model.show(session, Optional.empty());
    assertInstanceOf(ComposeState.Step.Idle.class, model.stateProperty().get().step());
  }
}
