package io.semascope.ui.corpus;

import atlantafx.base.theme.Styles;
import io.semascope.corpus.ReadOptions;
import io.semascope.corpus.TablePreview;
import io.semascope.problem.ProblemException;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks how files are to be read before they are imported: columns of a table, lines or files as documents, granularity.
public final class ImportForm extends VBox {
  private static final String AUTOMATIC = "(automatic)";

  private final List<Path> inputs;
  private final ComboBox<String> text = column("text-column");
  private final ComboBox<String> id = column("id-column");
  private final ComboBox<String> label = column("label-column");
  private final ComboBox<String> category = column("category-column");
  private final CheckBox onePerLine = new CheckBox("Each line is a document");
  private final ComboBox<String> granularity = new ComboBox<>();
  private final Label problem = new Label();

  /// @param inputs files or folders, at least one
  /// @param modelTitle the model that will embed them
  /// @param requests what happens when the person decides
  public ImportForm(List<Path> inputs, String modelTitle, Requests requests) {
    this.inputs = List.copyOf(inputs);
    setId("import-form");
    setSpacing(12);
    setPadding(new Insets(16));
    Label title = new Label(title());
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    granularity.setId("import-granularity");
    granularity.getItems().setAll("document", "paragraph", "sentence", "word", "window:64/16");
    granularity.setEditable(true);
    granularity.setValue("document");
    onePerLine.setId("one-per-line");
    problem.setId("import-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    Label model = new Label("Embedded with " + modelTitle + " on this machine.");
    model.getStyleClass().add(Styles.TEXT_MUTED);
    getChildren().addAll(title, reading(), cutting(), model, problem, buttons(requests));
  }

  private String title() {
    return inputs.size() == 1
        ? "Import " + inputs.getFirst().getFileName()
        : "Import " + inputs.size() + " files";
  }

  private Node reading() {
    List<Path> tables = inputs.stream().filter(TablePreview::isTable).toList();
    if (tables.isEmpty()) {
      return onePerLine;
    }
    try {
      return tableForm(TablePreview.of(tables.getFirst()));
    } catch (ProblemException e) {
      problem.setText(e.report().sentences());
      return new Region();
    }
  }

  private Node tableForm(TablePreview preview) {
    fill(text, preview, ReadOptions.Columns::text);
    fill(id, preview, ReadOptions.Columns::id);
    fill(label, preview, ReadOptions.Columns::label);
    fill(category, preview, ReadOptions.Columns::category);
    GridPane grid = new GridPane(10, 6);
    grid.addRow(0, named("Text", text), text, named("Id", id), id);
    grid.addRow(1, named("Label", label), label, named("Category", category), category);
    VBox form = new VBox(8, grid, previewTable(preview));
    for (String note : preview.notes()) {
      Label line = new Label(note);
      line.setWrapText(true);
      line.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      form.getChildren().add(line);
    }
    return form;
  }

  private static TableView<List<String>> previewTable(TablePreview preview) {
    TableView<List<String>> table = new TableView<>();
    table.setId("import-preview");
    table.setAccessibleText("The first rows of the table");
    table.setPrefHeight(190);
    for (int i = 0; i < preview.header().size(); i++) {
      int index = i;
      TableColumn<List<String>, String> shown = new TableColumn<>(preview.header().get(i));
      shown.setCellValueFactory(
          row ->
              new javafx.beans.property.ReadOnlyStringWrapper(
                  beginning(row.getValue().get(index))));
      shown.setSortable(false);
      shown.setPrefWidth(150);
      table.getColumns().add(shown);
    }
    table.getItems().setAll(preview.rows());
    return table;
  }

  private static String beginning(String value) {
    return value.length() > 200 ? value.substring(0, 200) + "…" : value;
  }

  private Node cutting() {
    HBox row = new HBox(8, named("Cut into", granularity), granularity);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  private Node buttons(Requests requests) {
    Button start = new Button("Import");
    start.setId("start-import");
    start.setDefaultButton(true);
    start.getStyleClass().add(Styles.ACCENT);
    start.setOnAction(event -> start(requests));
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-import");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> requests.cancel());
    return new HBox(8, start, cancel);
  }

  private void start(Requests requests) {
    try {
      requests.start(inputs, options(), Granularity.parse(granularity.getValue().strip()));
    } catch (IllegalArgumentException e) {
      problem.setText(
          "The texts were not imported. “"
              + granularity.getValue()
              + "” is no granularity. Choose one from the list, or window:N/M with N at least 8"
              + " tokens and M under half of N.");
    }
  }

  /// What the person chose.
  ReadOptions options() {
    ReadOptions options =
        ReadOptions.standard()
            .withColumns(
                new ReadOptions.Columns(chosen(text), chosen(id), chosen(label), chosen(category)));
    return onePerLine.isSelected()
        ? options.withSplit(ReadOptions.Split.DOCUMENT_PER_LINE)
        : options;
  }

  private static Optional<String> chosen(ComboBox<String> box) {
    return Optional.ofNullable(box.getValue()).filter(value -> !value.equals(AUTOMATIC));
  }

  private static void fill(
      ComboBox<String> box,
      TablePreview preview,
      Function<ReadOptions.Columns, Optional<String>> guess) {
    List<String> items = new ArrayList<>();
    items.add(AUTOMATIC);
    items.addAll(preview.header());
    box.getItems().setAll(items);
    box.setValue(guess.apply(preview.guess()).orElse(AUTOMATIC));
  }

  private static ComboBox<String> column(String cssId) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(cssId);
    box.setPrefWidth(170);
    return box;
  }

  private static Label named(String name, Node field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    return label;
  }

  /// What happens when the person decides.
  public interface Requests {
    void start(List<Path> inputs, ReadOptions options, Granularity granularity);

    void cancel();
  }
}
