package io.semascope.ui.neighbour;

import io.semascope.neighbour.Neighbour;
import io.semascope.probe.PairDistribution;
import io.semascope.probe.ScoreMeaning;
import io.semascope.problem.ProblemReport;
import io.semascope.session.NeighbourAnswer;
import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.text.TextBoundary;
import io.semascope.text.TextUnit;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.CategoryColours;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The neighbours of the selected text as a list of lines. FX thread only.
///
/// The window asks for neighbours whenever the selection, its measure or its count changes, and calls `show` or `fail`, before that `loading` when the answer
/// is not there at once.
public final class NeighbourViewModel {
  /// Lengths this near to 1 count as 1: float32 vectors scaled to length 1 come back within a few 1e-7.
  private static final double UNIT_LENGTH_TOLERANCE = 1e-4;

  private static final int EXCERPT_CHARACTERS = 400;

  private static final NeighbourState NOTHING =
      new NeighbourState.Nothing("Click a point or a text to see which texts are nearest to it.");

  private final Selection selection;
  private final ReadOnlyObjectWrapper<NeighbourState> state = new ReadOnlyObjectWrapper<>(NOTHING);

  /// @param selection says by which measure and how many neighbours are wanted, and takes what is pointed at and chosen
  public NeighbourViewModel(Selection selection) {
    this.selection = selection;
  }

  public ReadOnlyObjectProperty<NeighbourState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  Selection selection() {
    return selection;
  }

  /// No text is selected.
  public void clear() {
    state.set(NOTHING);
  }

  /// The neighbours of the text with this label are being looked for.
  public void loading(String label) {
    state.set(new NeighbourState.Loading(label));
  }

  public void fail(ProblemReport report) {
    state.set(new NeighbourState.Problem(report));
  }

  /// Shows an answer; names and categories come from `session`.
  public void show(
      String label, NeighbourAnswer answer, SessionState session, CategoryColours colours) {
    PairDistribution pairs = answer.pairs();
    Similarity similarity = answer.list().similarity();
    NeighbourBar.Axis axis = NeighbourBar.Axis.of(similarity, answer.list().neighbours(), pairs);
    List<NeighbourRow> rows = new ArrayList<>();
    for (ScoreMeaning meaning : answer.meanings()) {
      TextUnit unit = answer.space().unit(meaning.neighbour().row());
      double value = meaning.neighbour().value();
      NeighbourRow.Score score =
          new NeighbourRow.Score(
              value,
              NumberFormats.score(value),
              ScoreWords.full(meaning, answer),
              ScoreWords.meaning(meaning, pairs),
              axis.bar(value));
      rows.add(
          new NeighbourRow(
              rows.size() + 1,
              unit.id(),
              session.label(unit),
              category(session.category(unit), colours),
              excerpt(unit.text()),
              score));
    }
    state.set(new NeighbourState.Shown(label, answer.searched(), rows, notes(answer, axis)));
  }

  private static NeighbourRow.Category category(String name, CategoryColours colours) {
    int entry = colours.indexOf(name);
    return new NeighbourRow.Category(
        name, colours.symbol(entry, false), colours.symbol(entry, true));
  }

  private static List<String> notes(NeighbourAnswer answer, NeighbourBar.Axis axis) {
    List<String> notes = new ArrayList<>();
    notes.add(SearchWords.of(answer));
    notes.addAll(answer.report().notes());
    notes.add(ScoreWords.background(answer));
    notes.add(ScoreWords.axis(axis, answer.list().similarity()));
    if (allOfLengthOne(answer)) {
      notes.add(
          "This text and all neighbours shown have the length 1: among them dot product equals"
              + " cosine, and the distance gives the same order.");
    }
    return notes;
  }

  private static boolean allOfLengthOne(NeighbourAnswer answer) {
    VectorSpace space = answer.space();
    return isOne(answer.query().norm())
        && answer.list().neighbours().stream()
            .mapToInt(Neighbour::row)
            .allMatch(row -> isOne(space.vectors().norm(row)));
  }

  private static boolean isOne(double length) {
    return Math.abs(length - 1) <= UNIT_LENGTH_TOLERANCE;
  }

  private static String excerpt(String text) {
    if (text.length() <= EXCERPT_CHARACTERS) {
      return text;
    }
    return new TextBoundary(text).beginning(EXCERPT_CHARACTERS) + "…";
  }

  /// Selects the neighbour, whose own neighbours are shown next.
  void walk(NeighbourRow row) {
    selection.select(List.of(row.unitId()));
  }

  /// Selects the neighbour beside what is selected, or takes it away again, so that the two can be compared.
  void add(NeighbourRow row) {
    selection.toggle(List.of(row.unitId()));
  }

  void highlight(Optional<NeighbourRow> row) {
    selection.hover(row.map(NeighbourRow::unitId));
  }
}
