package io.semascope.ui.projection;

import io.semascope.neighbour.GraphSearch;
import io.semascope.ui.theme.ChoiceNames;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;

/// How the neighbours of a map are looked for: automatic, exact, or approximate with a recall that is wanted.
final class GraphSearchBox extends ChoiceBox<GraphSearch> {
  static final String NAME = "Neighbours";
  static final String TIP =
      String.format(
          Locale.ROOT,
          "How the nearest texts of each text are looked for: automatic is exact below %,d texts"
              + " and approximate from there on; below %,d all are exact, which takes no longer"
              + " there",
          GraphSearch.MANY_ROWS,
          GraphSearch.FEWEST_FOR_APPROXIMATE);

  GraphSearchBox(String id) {
    setId(id);
    setAccessibleText("How neighbours are looked for");
    setTooltip(new Tooltip(TIP));
    getItems()
        .addAll(
            new GraphSearch.Automatic(),
            new GraphSearch.Exact(),
            new GraphSearch.Approximate(0.90),
            new GraphSearch.Approximate(0.95),
            new GraphSearch.Approximate(0.99));
    setConverter(new ChoiceNames<>(GraphSearchBox::name));
    setValue(new GraphSearch.Automatic());
  }

  private static String name(GraphSearch search) {
    return switch (search) {
      case GraphSearch.Automatic automatic -> "Automatic";
      case GraphSearch.Exact exact -> "Exact";
      case GraphSearch.Approximate approximate ->
          "Approximate, recall %s wanted".formatted(recall(approximate.wantedRecall()));
    };
  }

  /// At least two digits, and all there are.
  private static String recall(double wanted) {
    String two = String.format(Locale.ROOT, "%.2f", wanted);
    return Double.parseDouble(two) == wanted ? two : String.valueOf(wanted);
  }

  /// Shows this search; one that a map made elsewhere had is added to the choices.
  void fill(GraphSearch search) {
    if (!getItems().contains(search)) {
      getItems().add(search);
    }
    setValue(search);
  }
}
