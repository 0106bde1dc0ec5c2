package io.semascope.ui.neighbour;

import atlantafx.base.theme.Styles;
import io.semascope.session.index.SearchMethod;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.NumberInput;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How neighbours are searched, with the dial of an approximate search beside it.
final class IndexChoice extends HBox {
  private final Selection selection;
  private final ComboBox<SearchMethod> method = new ComboBox<>();
  private final Label dialName = new Label();
  private final Spinner<Integer> dial = new Spinner<>();
  private boolean showing;

  IndexChoice(Selection selection) {
    super(6);
    this.selection = selection;
    setAlignment(Pos.CENTER_LEFT);
    method.setId("index-choice");
    method.setAccessibleText("How neighbours are searched");
    method.setConverter(new ChoiceNames<>(IndexChoice::name));
    method.setTooltip(
        new Tooltip(
            "Exact compares every text. An approximate index is sooner in large spaces and may"
                + " miss some; how many is measured and said below. Scores are exact either way."));
    method.setMinWidth(100);
    method.setOnAction(event -> choose());
    dial.setId("index-dial");
    dial.setPrefWidth(96);
    dial.setMinWidth(96);
    dial.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, 1));
    NumberInput.forgive(dial);
    dial.valueProperty().addListener(observed -> turn());
    dialName.getStyleClass().add(Styles.TEXT_MUTED);
    dialName.setMinWidth(Region.USE_PREF_SIZE);
    dialName.setLabelFor(dial);
    getChildren().addAll(method, dialName, dial);
    selection.searchMethod().subscribe(this::show);
  }

  private void show(SearchMethod now) {
    showing = true;
    method.getItems().setAll(choices(now));
    method.setValue(now);
    switch (now) {
      case SearchMethod.Exact exact -> showDial(false);
      case SearchMethod.Hnsw(int breadth) -> {
        dialName.setText("breadth");
        dial.setAccessibleText("Candidates the search keeps");
        dial.setTooltip(
            new Tooltip("Candidates the search keeps: more find more and take longer."));
        setRange(SearchMethod.Hnsw.MOST_BREADTH, 20);
        dial.getValueFactory().setValue(breadth);
        showDial(true);
      }
    }
    showing = false;
  }

  private void showDial(boolean shown) {
    for (Region part : List.of(dialName, dial)) {
      part.setVisible(shown);
      part.setManaged(shown);
    }
  }

  private void setRange(int most, int step) {
    if (dial.getValueFactory() instanceof SpinnerValueFactory.IntegerSpinnerValueFactory range) {
      range.setMax(most);
      range.setAmountToStepBy(step);
    }
  }

  private void choose() {
    if (!showing && method.getValue() != null) {
      selection.searchBy(method.getValue());
    }
  }

  private void turn() {
    if (showing || dial.getValue() == null) {
      return;
    }
    switch (selection.searchMethod().get()) {
      case SearchMethod.Exact exact -> {}
      case SearchMethod.Hnsw hnsw -> selection.searchBy(new SearchMethod.Hnsw(dial.getValue()));
    }
  }

  /// One of each, the present one with its dial as it stands.
  private static List<SearchMethod> choices(SearchMethod now) {
    return switch (now) {
      case SearchMethod.Exact exact ->
          List.of(exact, new SearchMethod.Hnsw(SearchMethod.Hnsw.USUAL_BREADTH));
      case SearchMethod.Hnsw hnsw -> List.of(new SearchMethod.Exact(), hnsw);
    };
  }

  private static String name(SearchMethod method) {
    return switch (method) {
      case SearchMethod.Exact exact -> "Exact";
      case SearchMethod.Hnsw hnsw -> "HNSW (approximate)";
    };
  }
}
