package io.semascope.ui.probe;

import atlantafx.base.theme.Styles;
import io.semascope.probe.Activations.Activation;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.TextWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The table of the most unusual values. Every column is as wide as its longest number; where that is more than there is room for, the last columns are
/// left out, and a line says so: half a number would be another number.
final class UnusualValues extends VBox {
  private static final String FONT = "active-dimensions";
  private static final double ROW_HEIGHT = 26;

  /// Dimension, z and value stay.
  private static final int NEEDED = 3;

  private static final int ROWS_BEFORE_SCROLLING = 8;

  /// Left and right of a number, as in panels.css, and a pixel for rounding.
  private static final double AROUND = 7;

  private final TableView<Activation> table = new TableView<>();

  private final Label leftOut = PanelStyle.note("");

  /// Has the font of the table's numbers, and shows nothing.
  private final Text sample = new Text();

  private double room = Double.MAX_VALUE;

  /// @param picked told the dimension of a clicked row
  UnusualValues(IntConsumer picked) {
    table.setId("active-dimensions");
    table.setAccessibleText("Most unusual values. Enter shows both ends of a dimension.");
    table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED, FONT);
    table.setFixedCellSize(ROW_HEIGHT);
    table.setPrefHeight(ROW_HEIGHT * (ROWS_BEFORE_SCROLLING + 1.4));
    addColumns();
    table.setColumnResizePolicy(
        features -> {
          room = features.getContentWidth();
          share();
          return true;
        });
    sample.fontProperty().subscribe(this::share);
    table.setOnMouseClicked(event -> pick(picked));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            pick(picked);
          }
        });
    Node unseen = new Group(sample);
    unseen.setManaged(false);
    setSpacing(4);
    sample.getStyleClass().add(FONT);
    leftOut.setId("left-out-columns");
    getChildren().addAll(unseen, leftOut, table);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  private void addColumns() {
    ObservableList<TableColumn<Activation, ?>> columns = table.getColumns();
    columns.add(column("dim.", 36, row -> String.valueOf(row.dimension())));
    columns.add(
        column(
            "z",
            44,
            row ->
                row.zScore().isPresent() ? NumberFormats.signed(row.zScore().getAsDouble()) : "–"));
    columns.add(column("value", 46, row -> NumberFormats.value(row.value())));
    columns.add(column("mean", 46, row -> NumberFormats.value(row.mean())));
    columns.add(column("spread", 52, row -> NumberFormats.value(row.standardDeviation())));
  }

  /// @param title its width is what a column has at least
  private static TableColumn<Activation, String> column(
      String title, double titleWidth, Function<Activation, String> text) {
    TableColumn<Activation, String> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setResizable(false);
    column.setMinWidth(titleWidth);
    column.getStyleClass().add("number-column");
    return column;
  }

  /// Shows these rows.
  void show(List<Activation> rows) {
    table.getItems().setAll(rows);
    share();
  }

  /// To each column the width of its longest number, and an equal part of what is left.
  private void share() {
    Map<TableColumn<Activation, ?>, Double> widths = fitting();
    double left = room - widths.values().stream().mapToDouble(Double::doubleValue).sum();
    double more = room == Double.MAX_VALUE ? 0 : Math.max(0, Math.floor(left / widths.size()));
    List<String> names = new ArrayList<>();
    for (TableColumn<Activation, ?> column : table.getColumns()) {
      Optional<Double> width = Optional.ofNullable(widths.get(column));
      width.ifPresent(needed -> column.setPrefWidth(needed + more));
      column.setVisible(width.isPresent());
      if (width.isEmpty()) {
        names.add(column.getText());
      }
    }
    leftOut.setText(
        names.isEmpty()
            ? ""
            : "No room here for: %s. Click a row to read it below."
                .formatted(String.join(", ", names)));
    leftOut.setVisible(!names.isEmpty());
    leftOut.setManaged(!names.isEmpty());
  }

  /// From the first column on as many as there is room for, at least what cannot be left out.
  private Map<TableColumn<Activation, ?>, Double> fitting() {
    Map<TableColumn<Activation, ?>, Double> widths = new LinkedHashMap<>();
    double sum = 0;
    for (TableColumn<Activation, ?> column : table.getColumns()) {
      double width = longest(column);
      sum += width;
      if (sum > room && widths.size() >= NEEDED) {
        return widths;
      }
      widths.put(column, width);
    }
    return widths;
  }

  private double longest(TableColumn<Activation, ?> column) {
    Font font = sample.getFont();
    double longest = column.getMinWidth();
    for (Activation row : table.getItems()) {
      String number = String.valueOf(column.getCellData(row));
      longest = Math.max(longest, TextWidth.of(number, font) + AROUND);
    }
    return longest;
  }

  private void pick(IntConsumer picked) {
    Activation row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      picked.accept(row.dimension());
    }
  }
}
