package io.semascope.ui.corpus;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.semascope.session.SessionState;
import io.semascope.space.VectorSpace;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.ui.state.Selection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// All texts of the space, with a filter. What is filtered away is counted, never silently gone.
public final class UnitList extends VBox {
  private static final double ROW_HEIGHT = 42;

  private final Selection selection;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> shown = new FilteredList<>(rows);
  private final ListView<Row> list = new ListView<>(shown);
  private final CustomTextField filter = new CustomTextField();
  private final Label count = new Label();
  private final Label nothing = new Label("No texts yet.");
  private Optional<VectorSpace> space = Optional.empty();
  private Map<String, Document> documents = Map.of();
  private boolean following;

  public UnitList(Selection selection) {
    this.selection = selection;
    setId("unit-panel");
    setSpacing(6);
    filter.setId("unit-filter");
    filter.setPromptText("Filter texts");
    filter.setAccessibleText("Filter texts by their words, name or category");
    filter.setLeft(new FontIcon(Material2MZ.SEARCH));
    filter.textProperty().addListener(observed -> applyFilter());
    count.setId("unit-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    HBox head = new HBox(8, filter, count);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(filter, Priority.ALWAYS);
    list.setId("unit-list");
    list.setAccessibleText("Texts of the space");
    list.setCellFactory(view -> new UnitCell());
    list.setPlaceholder(nothing);
    // Rows of one height are found exactly when the list is scrolled to one.
    list.setFixedCellSize(ROW_HEIGHT);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((observed, before, now) -> picked(now));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setMinHeight(60);
    getChildren().addAll(head, list);
    selection.selected().addListener((observed, before, now) -> follow());
  }

  /// Shows the units of a new state. FX thread.
  public void show(SessionState state) {
    if (space.equals(state.space()) && documents.equals(state.documents())) {
      return;
    }
    space = state.space();
    documents = state.documents();
    following = true;
    rows.setAll(
        state.space().stream()
            .flatMap(space -> space.units().stream())
            .map(unit -> Row.of(unit, state))
            .toList());
    following = false;
    applyFilter();
    follow();
  }

  private void applyFilter() {
    String words = filter.getText().strip().toLowerCase(Locale.ROOT);
    following = true;
    shown.setPredicate(row -> words.isEmpty() || row.matches(words));
    following = false;
    nothing.setText(rows.isEmpty() ? "No texts yet." : "No text matches the filter.");
    count.setText(String.format(Locale.ROOT, "%,d / %,d", shown.size(), rows.size()));
    follow();
  }

  private void picked(Row row) {
    if (!following && row != null) {
      selection.select(List.of(row.id()));
    }
  }

  /// Moves the list's own selection to what was selected elsewhere.
  private void follow() {
    following = true;
    Optional<String> wanted = selection.inspected();
    int index = -1;
    for (int i = 0; i < shown.size() && wanted.isPresent(); i++) {
      if (shown.get(i).id().equals(wanted.get())) {
        index = i;
        break;
      }
    }
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != index) {
      list.getSelectionModel().clearAndSelect(index);
      bringSelectedIntoView();
    }
    following = false;
  }

  /// Scrolls to the selected text.
  public void bringSelectedIntoView() {
    int index = list.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      list.scrollTo(Math.max(0, index - 3));
    }
  }

  /// One line of the list.
  private record Row(String id, String label, String category, String words) {
    private static final int SEARCHED = 4_000;

    static Row of(TextUnit unit, SessionState state) {
      String text = unit.text();
      String label = state.label(unit);
      String category = state.category(unit);
      String words =
          (unit.id()
                  + " "
                  + label
                  + " "
                  + category
                  + " "
                  + text.substring(0, Math.min(text.length(), SEARCHED)))
              .toLowerCase(Locale.ROOT);
      return new Row(unit.id(), label, category, words);
    }

    boolean matches(String wanted) {
      return words.contains(wanted);
    }
  }

  private final class UnitCell extends ListCell<Row> {
    private final Label label = new Label();
    private final Label category = new Label();
    private final VBox box = new VBox(label, category);

    UnitCell() {
      category.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      box.setMinWidth(0);
      box.setPrefWidth(1);
      setOnMouseEntered(
          event -> {
            if (getItem() != null) {
              selection.hover(Optional.of(getItem().id()));
            }
          });
      setOnMouseExited(event -> selection.hover(Optional.empty()));
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      label.setText(row.label());
      category.setText(row.category().isEmpty() ? row.id() : row.category());
      setGraphic(box);
    }
  }
}
