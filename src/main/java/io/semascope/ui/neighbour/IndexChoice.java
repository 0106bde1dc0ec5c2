package io.semascope.ui.neighbour;

import atlantafx.base.theme.Styles;
import io.semascope.session.index.SearchMethod;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.NumberInput;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How neighbours are searched, with the dial of an approximate search beside it, below where there is no room.
final class IndexChoice extends FlowPane {
  /// Enough for `Exact`, so that there is room beside it in a narrow panel; the other names take what they need.
  private static final double EXACT_WIDTH = 112;

  private final Selection selection;
  private final ComboBox<SearchMethod> method = new ComboBox<>();
  private final Label dialName = new Label();
  private final Spinner<Integer> dial = new Spinner<>();
  private final HBox turned = new HBox(6, dialName, dial);
  private boolean showing;

  IndexChoice(Selection selection) {
    super(8, 6);
    setRowValignment(VPos.CENTER);
    this.selection = selection;
    turned.setAlignment(Pos.CENTER_LEFT);
    method.setId("index-choice");
    method.setAccessibleText("How neighbours are searched");
    method.setConverter(new ChoiceNames<>(IndexChoice::name));
    method.setTooltip(
        new Tooltip(
            "Exact compares every text. An approximate index is sooner in large spaces and may"
                + " miss some; how many is measured and said below. Scores are exact either way."));
    method.setMinWidth(Region.USE_PREF_SIZE);
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
    getChildren().addAll(method, turned);
    selection.searchMethod().subscribe(this::show);
  }

  private void show(SearchMethod now) {
    showing = true;
    method.getItems().setAll(choices(now));
    method.setValue(now);
    method.setPrefWidth(now instanceof SearchMethod.Exact ? EXACT_WIDTH : Region.USE_COMPUTED_SIZE);
    switch (now) {
      case SearchMethod.Exact exact -> showDial(false);
      case SearchMethod.Approximate some -> {
        dialName.setText(dialName(some));
        dial.setAccessibleText(explained(some));
        dial.setTooltip(new Tooltip(explained(some) + ": more find more and take longer."));
        setRange(some.least(), some.most(), step(some));
        dial.getValueFactory().setValue(some.dial());
        showDial(true);
      }
    }
    showing = false;
  }

  private void showDial(boolean shown) {
    dial.setVisible(shown);
    turned.setVisible(shown);
    turned.setManaged(shown);
  }

  private void setRange(int least, int most, int step) {
    if (dial.getValueFactory() instanceof SpinnerValueFactory.IntegerSpinnerValueFactory range) {
      range.setMax(most);
      range.setMin(least);
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
      case SearchMethod.Approximate some -> selection.searchBy(some.withDial(dial.getValue()));
    }
  }

  /// One of each, the present one with its dial as it stands.
  private static List<SearchMethod> choices(SearchMethod now) {
    return SearchMethod.usual().stream()
        .map(usual -> usual.getClass().equals(now.getClass()) ? now : usual)
        .toList();
  }

  private static String name(SearchMethod method) {
    return switch (method) {
      case SearchMethod.Exact exact -> "Exact";
      case SearchMethod.Hnsw hnsw -> "HNSW (approximate)";
      case SearchMethod.Binary binary -> "Bits first (approximate)";
    };
  }

  private static String dialName(SearchMethod.Approximate method) {
    return switch (method) {
      case SearchMethod.Hnsw hnsw -> "breadth";
      case SearchMethod.Binary binary -> "oversampling";
    };
  }

  private static String explained(SearchMethod.Approximate method) {
    return switch (method) {
      case SearchMethod.Hnsw hnsw -> "Candidates the search keeps";
      case SearchMethod.Binary binary ->
          "How many times as many texts as wanted are compared by their values, not their bits";
    };
  }

  private static int step(SearchMethod.Approximate method) {
    return switch (method) {
      case SearchMethod.Hnsw hnsw -> 20;
      case SearchMethod.Binary binary -> 1;
    };
  }
}
