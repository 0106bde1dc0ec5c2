package io.semascope.ui.probe;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.ui.theme.NumberInput;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.ProblemBox;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The *Cosine* tab: the formula with its numbers, the angle, and one bar for every large contribution.
final class CosineView extends ScrollPane {
  private final VBox content = new VBox(8);
  private final HBox countRow;

  CosineView(CosineViewModel model) {
    setId("inspector-cosine");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("tab-content");
    setContent(content);
    countRow = countRow(model);
    model.stateProperty().subscribe(this::show);
  }

  private static HBox countRow(CosineViewModel model) {
    Spinner<Integer> count =
        new Spinner<>(1, CosineViewModel.LARGEST_COUNT, CosineViewModel.USUAL_COUNT);
    count.setId("contribution-count");
    count.setAccessibleText("How many dimensions are shown one by one");
    NumberInput.forgive(count);
    count.setPrefWidth(84);
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.valueProperty().addListener(observed -> model.chooseCount(count.getValue()));
    HBox row = new HBox(6, new Label("Largest"), count, new Label("contributions"));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void show(CosineState state) {
    switch (state) {
      case CosineState.Nothing nothing ->
          content.getChildren().setAll(PanelStyle.sentence(nothing.sentence()));
      case CosineState.Loading loading ->
          content.getChildren().setAll(PanelStyle.waiting("Comparing two texts"));
      case CosineState.Problem problem ->
          content.getChildren().setAll(new ProblemBox(problem.report()));
      case CosineState.Shown shown ->
          content
              .getChildren()
              .setAll(
                  named("A", shown.labels().a()),
                  named("B", shown.labels().b()),
                  facts(shown.facts()),
                  formula(shown.facts()),
                  countRow,
                  bars(shown),
                  PanelStyle.note(
                      "Each bar is a·b of one dimension, divided by both lengths. Their sum is the"
                          + " cosine."));
    }
  }

  private static Node named(String letter, String label) {
    Label name = new Label(letter);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label();
    new FittedName(text).show(label);
    HBox row = new HBox(8, name, text);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  private static Node facts(CosineState.Facts facts) {
    GridPane grid = new GridPane(10, 2);
    grid.setId("cosine-facts");
    fact(grid, "length of A", NumberFormats.score(facts.normA()), facts.normA());
    fact(grid, "length of B", NumberFormats.score(facts.normB()), facts.normB());
    fact(grid, "dot product", NumberFormats.score(facts.dot()), facts.dot());
    fact(
        grid,
        "angle",
        String.format(Locale.ROOT, "%.2f°", facts.angleDegrees()),
        facts.angleDegrees());
    fact(grid, "cosine", NumberFormats.score(facts.cosine()), facts.cosine());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(8, grid, gap, new AngleDrawing(facts));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static void fact(GridPane grid, String name, String value, double full) {
    Label number = new Label(value);
    number.getStyleClass().add("number");
    number.setTooltip(new Tooltip(NumberFormats.full(full)));
    number.setMinWidth(Region.USE_PREF_SIZE);
    Label what = new Label(name);
    what.getStyleClass().add(Styles.TEXT_MUTED);
    what.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(number, HPos.RIGHT);
    grid.addRow(grid.getRowCount(), what, number);
  }

  private static Node formula(CosineState.Facts facts) {
    Label formula =
        PanelStyle.wrapped(
            "cosine = %s / (%s × %s) = %s"
                .formatted(
                    NumberFormats.score(facts.dot()),
                    NumberFormats.score(facts.normA()),
                    NumberFormats.score(facts.normB()),
                    NumberFormats.score(facts.cosine())));
    formula.setId("cosine-formula");
    return formula;
  }

  private static Node bars(CosineState.Shown shown) {
    GridPane grid = new GridPane(8, 1);
    grid.setId("contributions");
    grid.getColumnConstraints().addAll(column(Priority.NEVER), column(Priority.ALWAYS));
    grid.addRow(0, head("dimension"), head(""), head("part"), head("sum so far"));
    for (CosineState.Bar bar : shown.bars()) {
      Label name = new Label(bar.name());
      name.setMinWidth(Region.USE_PREF_SIZE);
      Tooltip details =
          new Tooltip(
              bar.details()
                  + (bar.cut() ? "\nThe bar is broken: it is longer than the scale." : ""));
      name.setTooltip(details);
      GridPane.setHalignment(name, HPos.RIGHT);
      SignedBar drawn = new SignedBar(bar);
      Tooltip.install(drawn, details);
      name.setAccessibleText(
          "dimension %s adds %s, sum %s"
              .formatted(
                  bar.name(), NumberFormats.score(bar.value()), NumberFormats.score(bar.sum())));
      grid.addRow(grid.getRowCount(), name, drawn, number(bar.value()), number(bar.sum()));
    }
    return grid;
  }

  private static ColumnConstraints column(Priority grow) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(grow);
    return column;
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }

  private static Label number(double value) {
    Label label = new Label(NumberFormats.score(value));
    label.getStyleClass().add("number");
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }
}
