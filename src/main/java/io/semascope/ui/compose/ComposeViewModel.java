package io.semascope.ui.compose;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.Purpose;
import io.semascope.model.Truncation;
import io.semascope.problem.ProblemReport;
import io.semascope.session.PlacedText;
import io.semascope.session.SessionState;
import io.semascope.session.TypedRequest;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import io.semascope.text.TextBoundary;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.compose.ComposeState.CutOff;
import io.semascope.ui.compose.ComposeState.Entry;
import io.semascope.ui.compose.ComposeState.Step;
import io.semascope.ui.compose.ComposeState.TypedRow;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.NumberFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a person types, how it is to be taken, and what became of it. FX thread only.
///
/// The window calls `show` at every new session state, and `placing`, `placed` or `fail` while a text is on its way.
public final class ComposeViewModel {
  /// More lines than this are no list to look through; the newest stay.
  private static final int LISTED_TEXTS = 200;

  private static final int TAIL_CHARACTERS = 300;

  private final ComposeActions actions;
  private final Selection selection;
  private final ReadOnlyObjectWrapper<ComposeState> state =
      new ReadOnlyObjectWrapper<>(
          new ComposeState(
              new Entry.Closed("Open a workspace or import some texts first."),
              new Granularity.WholeDocument(),
              Purpose.QUERY,
              false,
              new Step.Idle(),
              List.of(),
              0));
  private Optional<VectorSpace> space = Optional.empty();
  private Optional<PlacedText> lastPlaced = Optional.empty();
  private Ground ground = new Ground(Optional.empty(), List.of());

  public ComposeViewModel(ComposeActions actions, Selection selection) {
    this.actions = actions;
    this.selection = selection;
  }

  public ReadOnlyObjectProperty<ComposeState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Shows the present space; `model` is the one that made it, empty when it is not known here.
  public void show(SessionState session, Optional<ModelDescriptor> model) {
    if (!ground(session).equals(ground)) {
      ground = ground(session);
      forgetPlaced();
    }
    space = session.space();
    List<TypedRow> texts = new ArrayList<>();
    int typed = 0;
    List<TextUnit> units = space.map(VectorSpace::units).orElse(List.of());
    // Typed texts are the last rows, so nothing before them is looked at.
    for (int row = units.size() - 1; row >= 0 && units.get(row) instanceof TypedText; row--) {
      if (typed++ < LISTED_TEXTS) {
        texts.add(new TypedRow(units.get(row).id(), session.label(units.get(row))));
      }
    }
    ComposeState now = state.get();
    boolean promptsDiffer = model.map(ModelDescriptor::promptsDiffer).orElse(false);
    state.set(
        new ComposeState(
            entry(session),
            now.granularity(),
            now.purpose(),
            promptsDiffer,
            step(now.step()),
            texts,
            typed - texts.size()));
  }

  /// What a text was placed on: a workspace, and the spaces of it that are shown.
  private record Ground(Optional<Path> workspace, List<Long> spaceIds) {}

  private static Ground ground(SessionState session) {
    return new Ground(session.workspaceFile(), session.shownSpaceIds());
  }

  private void forgetPlaced() {
    lastPlaced = Optional.empty();
    if (state.get().step() instanceof Step.Placed) {
      setStep(new Step.Idle());
    }
  }

  private static Entry entry(SessionState session) {
    if (session.space().isEmpty()) {
      return new Entry.Closed("Open a workspace or import some texts first.");
    }
    return switch (session.space().get().origin()) {
      case SpaceOrigin.FromModel made -> new Entry.Open();
      case SpaceOrigin.Imported imported ->
          new Entry.Closed(
              "Nothing can be typed here: these vectors were read from “"
                  + imported.name()
                  + "” without their model. Embed the texts with a model first.");
    };
  }

  /// A placed text's pieces may reach the shown space after the answer; then its cut-off tail can be read.
  private Step step(Step now) {
    return switch (now) {
      case Step.Placed placed -> lastPlaced.map(this::placedStep).orElse(placed);
      case Step.Idle idle -> idle;
      case Step.Busy busy -> busy;
      case Step.Failed failed -> failed;
    };
  }

  /// A text is on its way.
  public void placing(String stage) {
    setStep(new Step.Busy(stage));
  }

  public void placed(PlacedText placed) {
    lastPlaced = Optional.of(placed);
    setStep(placedStep(placed));
  }

  public void fail(ProblemReport report) {
    setStep(new Step.Failed(report));
  }

  /// The person stopped it.
  public void cancelled() {
    setStep(new Step.Idle());
  }

  private Step placedStep(PlacedText placed) {
    int pieces = placed.unitIds().size();
    return new Step.Placed(
        pieces == 1
            ? "Placed on the map."
            : "Placed on the map as " + NumberFormats.count(pieces) + " pieces.",
        Stream.concat(
                placed.truncations().stream().map(cut -> cutOff(placed, cut)),
                placed.unknown().stream().map(index -> unknown(placed, index)))
            .toList());
  }

  private static CutOff unknown(PlacedText placed, int index) {
    return new CutOff(
        String.format(
            Locale.ROOT,
            "The model's vocabulary has nothing of %s: its vector says nothing of its meaning, nor"
                + " does its place.",
            name(placed, index)),
        "");
  }

  private static String name(PlacedText placed, int index) {
    return placed.unitIds().size() == 1 ? "the text" : "piece " + (index + 1);
  }

  private CutOff cutOff(PlacedText placed, Truncation cut) {
    String sentence =
        String.format(
            Locale.ROOT,
            "The model saw %,d of %,d tokens of %s. This end never reached its vector:",
            cut.keptTokens(),
            cut.tokens(),
            name(placed, cut.index()));
    return new CutOff(sentence, tail(text(placed.unitIds().get(cut.index())), cut));
  }

  private Optional<String> text(String unitId) {
    if (space.isEmpty()) {
      return Optional.empty();
    }
    VectorSpace shown = space.get();
    return shown.rowOf(unitId).stream().mapToObj(row -> shown.unit(row).text()).findFirst();
  }

  private static String tail(Optional<String> text, Truncation cut) {
    if (text.isEmpty() || cut.lost().end() > text.get().length()) {
      return "";
    }
    String lost = cut.lost().of(text.get()).strip();
    if (lost.length() <= TAIL_CHARACTERS) {
      return lost;
    }
    return String.format(
        Locale.ROOT,
        "%s… (%,d characters in all)",
        new TextBoundary(lost).beginning(TAIL_CHARACTERS),
        lost.length());
  }

  private void setStep(Step step) {
    ComposeState now = state.get();
    state.set(
        new ComposeState(
            now.entry(),
            now.granularity(),
            now.purpose(),
            now.promptsDiffer(),
            step,
            now.texts(),
            now.hiddenTexts()));
  }

  void choose(Granularity granularity) {
    ComposeState now = state.get();
    state.set(
        new ComposeState(
            now.entry(),
            granularity,
            now.purpose(),
            now.promptsDiffer(),
            now.step(),
            now.texts(),
            now.hiddenTexts()));
  }

  void choose(Purpose purpose) {
    ComposeState now = state.get();
    state.set(
        new ComposeState(
            now.entry(),
            now.granularity(),
            purpose,
            now.promptsDiffer(),
            now.step(),
            now.texts(),
            now.hiddenTexts()));
  }

  /// Asks for the text to be placed. Does nothing while another is on its way or the space takes no text. Returns whether it was asked for.
  boolean place(String text) {
    ComposeState now = state.get();
    if (!(now.entry() instanceof Entry.Open) || now.step() instanceof Step.Busy) {
      return false;
    }
    if (text.isBlank()) {
      fail(
          new ProblemReport(
              "Nothing was placed.",
              "The field holds no letter, digit or sign.",
              "Type a word or a sentence, then press Enter."));
      return false;
    }
    placing("embedding the text");
    actions.place(new TypedRequest(text, now.granularity(), now.purpose()));
    return true;
  }

  void cancel() {
    actions.cancel();
  }

  void remove(TypedRow row) {
    actions.remove(row.unitId());
  }

  void select(TypedRow row) {
    selection.select(List.of(row.unitId()));
  }

  void highlight(Optional<TypedRow> row) {
    selection.hover(row.map(TypedRow::unitId));
  }
}
