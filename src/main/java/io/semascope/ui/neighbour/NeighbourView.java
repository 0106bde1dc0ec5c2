package io.semascope.ui.neighbour;

import atlantafx.base.theme.Styles;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.ui.theme.NumberInput;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.ProblemBox;
import io.semascope.ui.theme.Theme;
import io.semascope.vector.Similarity;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panel of the nearest texts. Arrow keys move and highlight, Enter or a click walks on.
public final class NeighbourView extends VBox {
  /// Longer lists are read in an export, not on a screen.
  private static final int LARGEST_COUNT = 200;

  /// In pixels, as the next two: three neighbours in a narrow panel.
  private static final double FEW_ROWS = 194;

  private static final double ONE_ROW = 70;
  private static final double ONE_NOTE = 18;

  private final NeighbourViewModel model;
  private final ListView<NeighbourRow> table = new ListView<>();
  private final Label title = new Label();
  private final FittedName titleText = new FittedName(title);
  private final Label searched = new Label();
  private final VBox notes = new VBox(2);
  private final ScrollPane scrolled = new ScrollPane(notes);
  private final VBox controls = new VBox(6);
  private final StackPane body = new StackPane();

  public NeighbourView(NeighbourViewModel model) {
    this.model = model;
    setId("neighbour-panel");
    PanelStyle.putOn(this);
    title.getStyleClass().addAll(Styles.TEXT_BOLD, "panel-title");
    title.setId("neighbour-title");
    notes.setId("neighbour-notes");
    prepareTable();
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setPrefHeight(FEW_ROWS);
    body.setMinHeight(ONE_ROW);
    prepareNotes();
    prepareControls();
    getChildren().addAll(title, controls, body, scrolled);
    // Also an answer that is the same as the one before: it may be to another question.
    model.stateProperty().addListener(observed -> show(model.stateProperty().get()));
    show(model.stateProperty().get());
  }

  /// The explanation gives way to the list where there is little room for both, and is scrolled then.
  @Override
  protected void layoutChildren() {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double left = getHeight() - snappedTopInset() - snappedBottomInset() - FEW_ROWS;
    for (Node part : List.of(title, controls)) {
      left -= part.prefHeight(width);
    }
    left -= (getChildren().size() - 1) * getSpacing();
    double whole = Math.max(ONE_NOTE, notes.prefHeight(width) + 2);
    scrolled.setPrefHeight(Math.clamp(left, ONE_NOTE, whole));
    super.layoutChildren();
  }

  private void prepareNotes() {
    scrolled.setId("neighbour-notes-scroll");
    scrolled.setAccessibleText("What the numbers mean");
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolled.setMinHeight(ONE_NOTE);
  }

  private void prepareControls() {
    Selection selection = model.selection();
    ComboBox<Similarity> metric = new ComboBox<>();
    metric.setId("metric-choice");
    metric.setAccessibleText("How texts are compared");
    metric.getItems().setAll(Similarity.values());
    metric.setConverter(new ChoiceNames<>(NeighbourView::name));
    metric.setTooltip(
        new Tooltip(
            "Cosine: the angle alone. Dot product: angle and lengths. Euclidean: the distance."));
    metric.setMinWidth(100);
    metric.setOnAction(event -> selection.compareBy(metric.getValue()));
    Spinner<Integer> count = new Spinner<>(1, LARGEST_COUNT, selection.neighbourCount().get());
    count.setId("neighbour-count");
    count.setAccessibleText("How many neighbours");
    NumberInput.forgive(count);
    count.setPrefWidth(84);
    count.setMinWidth(84);
    count.valueProperty().addListener(observed -> selection.askFor(count.getValue()));
    selection.similarity().subscribe(metric::setValue);
    selection.neighbourCount().subscribe(wanted -> count.getValueFactory().setValue(wanted));
    Label by = new Label("by");
    by.getStyleClass().add(Styles.TEXT_MUTED);
    by.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(6, count, by, metric);
    row.setAlignment(Pos.CENTER_LEFT);
    IndexChoice searching = new IndexChoice(selection);
    searching.getChildren().add(onlyShown());
    controls.getChildren().addAll(row, searching);
  }

  private Node onlyShown() {
    CheckBox only = new CheckBox("Only what is shown");
    only.setId("neighbours-only-shown");
    only.setAccessibleText(
        "Search only the texts that the legend and the words above the list show");
    only.setTooltip(
        new Tooltip(
            "Searches only the texts that the legend and the words above the list of texts show."
                + " As many as wanted are found when so many are shown."));
    only.setMinWidth(Region.USE_PREF_SIZE);
    only.setOnAction(event -> model.selection().searchOnlyShown(only.isSelected()));
    model.selection().onlyShown().subscribe(only::setSelected);
    searched.setId("neighbours-searched");
    searched.getStyleClass().add(Styles.TEXT_MUTED);
    searched.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, only, searched);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void prepareTable() {
    table.setId("neighbour-table");
    table.setAccessibleText(
        "Nearest texts, nearest first. Enter selects, Shift+Enter adds for comparison.");
    table.getStyleClass().addAll(Styles.DENSE, Theme.REPAINTED);
    table.setCellFactory(list -> new NeighbourCell(model));
    table.setOnKeyPressed(
        event -> {
          NeighbourRow row = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            event.consume();
            if (event.isShiftDown() || event.isShortcutDown()) {
              model.add(row);
            } else {
              model.walk(row);
            }
          }
        });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (table.isFocused()) {
                model.highlight(Optional.ofNullable(row));
              }
            });
    table
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused && table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
              }
            });
  }

  private void show(NeighbourState state) {
    notes.getChildren().clear();
    showSearched();
    switch (state) {
      case NeighbourState.Nothing nothing -> {
        titleText.show("Nearest texts");
        body.getChildren().setAll(PanelStyle.sentence(nothing.sentence()));
      }
      case NeighbourState.Loading loading -> {
        near(loading.label());
        Node turning = PanelStyle.waiting("Looking for the nearest texts");
        // The old lines stay, dimmed, so that the keyboard keeps its place while walking.
        table.setOpacity(0.4);
        if (body.getChildren().contains(table)) {
          body.getChildren().setAll(table, turning);
        } else {
          body.getChildren().setAll(turning);
        }
      }
      case NeighbourState.Problem problem -> {
        titleText.show("Nearest texts");
        ProblemBox box = new ProblemBox(problem.report());
        StackPane.setAlignment(box, Pos.TOP_LEFT);
        body.getChildren().setAll(box);
      }
      case NeighbourState.Shown shown -> showRows(shown);
    }
  }

  private void near(String label) {
    titleText.show("Near “" + label + "”");
  }

  /// Among how many texts the search was, while a person narrows it.
  private void showSearched() {
    Optional<SearchedTexts> texts =
        model.stateProperty().get() instanceof NeighbourState.Shown shown
                && model.selection().onlyShown().get()
            ? Optional.of(shown.searched())
            : Optional.empty();
    String words = texts.map(SearchWords::searched).orElse("");
    searched.setText(texts.map(some -> NumberFormats.part(some.letIn(), some.all())).orElse(""));
    searched.setAccessibleText(words);
    searched.setTooltip(words.isEmpty() ? null : new Tooltip(words));
    searched.setManaged(texts.isPresent());
  }

  private void showRows(NeighbourState.Shown shown) {
    near(shown.label());
    boolean wasFocused = table.isFocused();
    table.setOpacity(1);
    table.getItems().setAll(shown.rows());
    if (shown.rows().isEmpty()) {
      body.getChildren().setAll(PanelStyle.sentence(SearchWords.nothing(shown.searched())));
    } else if (!body.getChildren().equals(List.of(table))) {
      // A table that is put where it is already would be styled anew, line by line.
      body.getChildren().setAll(table);
    }
    if (wasFocused) {
      table.requestFocus();
      table.getSelectionModel().selectFirst();
    }
    for (String note : shown.notes()) {
      notes.getChildren().add(PanelStyle.note(note));
    }
  }

  private static String name(Similarity similarity) {
    return switch (similarity) {
      case COSINE -> "cosine";
      case DOT -> "dot product";
      case EUCLIDEAN -> "Euclidean distance";
    };
  }
}
