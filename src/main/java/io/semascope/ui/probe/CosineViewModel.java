package io.semascope.ui.probe;

import io.semascope.probe.CosineBreakdown;
import io.semascope.probe.CosineBreakdown.Contribution;
import io.semascope.problem.ProblemReport;
import io.semascope.ui.theme.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The cosine of two selected units, dimension by dimension. FX thread only.
public final class CosineViewModel {
  static final int USUAL_COUNT = 12;
  static final int LARGEST_COUNT = 60;

  private static final CosineState NOTHING =
      new CosineState.Nothing(
          "Select two texts to see how their cosine comes about: click one, Shift+click another.");

  private final ReadOnlyObjectWrapper<CosineState> state = new ReadOnlyObjectWrapper<>(NOTHING);
  private int count = USUAL_COUNT;
  private Optional<Pair> pair = Optional.empty();

  private record Pair(CosineState.Labels labels, CosineBreakdown breakdown) {}

  private record Named(String name, String details) {}

  CosineViewModel() {}

  public ReadOnlyObjectProperty<CosineState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Fewer or more than two texts are selected.
  public void clear() {
    pair = Optional.empty();
    state.set(NOTHING);
  }

  public void loading() {
    state.set(new CosineState.Loading());
  }

  public void fail(ProblemReport report) {
    state.set(new CosineState.Problem(report));
  }

  public void show(String labelA, String labelB, CosineBreakdown breakdown) {
    pair = Optional.of(new Pair(new CosineState.Labels(labelA, labelB), breakdown));
    refresh();
  }

  /// How many single dimensions are shown, clamped to what the panel can hold.
  void chooseCount(int wanted) {
    count = Math.clamp(wanted, 1, LARGEST_COUNT);
    refresh();
  }

  private void refresh() {
    pair.ifPresent(shown -> state.set(state(shown, count)));
  }

  private static CosineState state(Pair pair, int count) {
    CosineBreakdown breakdown = pair.breakdown();
    CosineBreakdown.Top top = breakdown.top(count);
    double scale =
        top.largest().stream().mapToDouble(part -> Math.abs(part.value())).max().orElse(1);
    List<CosineState.Bar> bars = new ArrayList<>();
    double sum = 0;
    for (Contribution part : top.largest()) {
      sum += part.value();
      String details =
          "%s × %s, divided by both lengths"
              .formatted(NumberFormats.value(part.a()), NumberFormats.value(part.b()));
      bars.add(bar(new Named(String.valueOf(part.dimension()), details), part.value(), sum, scale));
    }
    if (top.restCount() > 0) {
      String name = "other %s".formatted(NumberFormats.count(top.restCount()));
      bars.add(
          bar(
              new Named(name, "sum of all smaller contributions"),
              top.rest(),
              sum + top.rest(),
              scale));
    }
    return new CosineState.Shown(
        pair.labels(),
        new CosineState.Facts(
            breakdown.normA(),
            breakdown.normB(),
            breakdown.dot(),
            breakdown.angleDegrees(),
            breakdown.cosine()),
        bars);
  }

  private static CosineState.Bar bar(Named named, double value, double sum, double scale) {
    double length = scale > 0 ? value / scale : 0;
    return new CosineState.Bar(
        named.name(),
        named.details(),
        value,
        sum,
        Math.clamp(length, -1.0, 1.0),
        Math.abs(length) > 1);
  }
}
