package io.semascope.ui.probe;

import io.semascope.probe.Activations.Activation;
import io.semascope.probe.DimensionEnds;
import io.semascope.problem.ProblemReport;
import io.semascope.session.SessionState;
import io.semascope.session.UnitInspection;
import io.semascope.ui.probe.VectorState.EndRow;
import io.semascope.ui.probe.VectorState.Ends;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.NumberFormats;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// All values of the selected unit's vector and the ends of one dimension. FX thread only.
public final class VectorViewModel {
  /// Rows of the table of unusual values.
  static final int STRONGEST = 20;

  private static final VectorState NOTHING =
      new VectorState.Nothing("Click a point or a text to look into its vector.");

  private final InspectorActions actions;
  private final Selection selection;
  private final ReadOnlyObjectWrapper<VectorState> state = new ReadOnlyObjectWrapper<>(NOTHING);

  VectorViewModel(InspectorActions actions, Selection selection) {
    this.actions = actions;
    this.selection = selection;
  }

  public ReadOnlyObjectProperty<VectorState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public void clear() {
    state.set(NOTHING);
  }

  public void loading() {
    state.set(new VectorState.Loading());
  }

  public void fail(ProblemReport report) {
    state.set(new VectorState.Problem(report));
  }

  public void show(String label, UnitInspection inspection) {
    List<Activation> values = inspection.activations().byDimension();
    double largest =
        values.stream()
            .mapToDouble(activation -> Math.abs(activation.value()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    state.set(
        new VectorState.Shown(
            label,
            values,
            largest > 0 ? largest : 1,
            inspection.activations().strongest(STRONGEST),
            OptionalInt.empty(),
            new Ends.NotAsked()));
  }

  /// Shows the ends of a dimension when it is still the picked one.
  public void showEnds(DimensionEnds ends, SessionState session) {
    if (state.get() instanceof VectorState.Shown shown
        && shown.picked().equals(OptionalInt.of(ends.dimension()))) {
      state.set(
          with(
              shown,
              shown.picked(),
              new Ends.Shown(rows(ends.highest(), session), rows(ends.lowest(), session))));
    }
  }

  private static List<EndRow> rows(List<DimensionEnds.End> ends, SessionState session) {
    return ends.stream()
        .map(end -> new EndRow(end.unit().id(), session.label(end.unit()), end.value()))
        .toList();
  }

  public void failEnds(ProblemReport report) {
    if (state.get() instanceof VectorState.Shown shown) {
      state.set(with(shown, shown.picked(), new Ends.Failed(report)));
    }
  }

  private static VectorState with(VectorState.Shown shown, OptionalInt picked, Ends ends) {
    return new VectorState.Shown(
        shown.label(), shown.values(), shown.scale(), shown.strongest(), picked, ends);
  }

  /// Asks for the ends of a dimension, again when they could not be found; one that the vector does not have is ignored.
  void pick(int dimension) {
    if (state.get() instanceof VectorState.Shown shown
        && dimension >= 0
        && dimension < shown.values().size()
        && (!shown.picked().equals(OptionalInt.of(dimension))
            || shown.ends() instanceof Ends.Failed)) {
      state.set(with(shown, OptionalInt.of(dimension), new Ends.Loading()));
      actions.dimension(dimension);
    }
  }

  void select(EndRow row) {
    selection.select(List.of(row.unitId()));
  }

  void highlight(Optional<EndRow> row) {
    selection.hover(row.map(EndRow::unitId));
  }

  /// One value in words: `dimension 17 · value 0.0812 · mean 0.0031 · spread 0.0450 · z +1.74`.
  static String words(Activation activation) {
    // The name and its number stay on one line.
    return "dimension\u00a0%d · value\u00a0%s · mean\u00a0%s · spread\u00a0%s · z\u00a0%s"
        .formatted(
            activation.dimension(),
            NumberFormats.value(activation.value()),
            NumberFormats.value(activation.mean()),
            NumberFormats.value(activation.standardDeviation()),
            zScore(activation));
  }

  static String zScore(Activation activation) {
    return activation.zScore().isPresent()
        ? NumberFormats.signed(activation.zScore().getAsDouble())
        : "none: all texts have this value";
  }
}
