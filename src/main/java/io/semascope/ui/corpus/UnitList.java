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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// All texts of the space, with a filter. What is filtered away is counted, never silently gone.
public final class UnitList extends VBox {
  private static final double ROW_HEIGHT = 42;
  private static final int FOLLOWS_EVERY_KEY = 5_000;

  private final Selection selection;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> shown = new FilteredList<>(rows);
  private final ListView<Row> list = new ListView<>(shown);
  private final CustomTextField filter = new CustomTextField();
  private final PauseTransition typingPause = new PauseTransition(Duration.millis(200));
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
    typingPause.setOnFinished(event -> applyFilter());
    filter.textProperty().addListener(observed -> filterSoon());
    count.setId("unit-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    HBox head = new HBox(8, filter, count);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(filter, Priority.ALWAYS);
    list.setId("unit-list");
    list.setAccessibleText("Texts of the space. Shift+Enter compares with the one before.");
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            selection.joinPrevious();
            event.consume();
          }
        });
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

  /// A short list follows every key; a long one waits until the typing pauses.
  private void filterSoon() {
    if (rows.size() <= FOLLOWS_EVERY_KEY) {
      applyFilter();
    } else {
      typingPause.playFromStart();
    }
  }

  private void applyFilter() {
    String words = filter.getText().strip();
    Pattern wanted =
        Pattern.compile(words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    following = true;
    shown.setPredicate(row -> words.isEmpty() || row.matches(wanted));
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
  private record Row(String id, String label, String category, String text) {
    static Row of(TextUnit unit, SessionState state) {
      return new Row(unit.id(), state.label(unit), state.category(unit), unit.text());
    }

    boolean matches(Pattern wanted) {
      return Stream.of(label, category, id, text).anyMatch(part -> wanted.matcher(part).find());
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
      addEventFilter(MouseEvent.MOUSE_PRESSED, this::addOrSelect);
      setOnMouseEntered(
          event -> {
            if (getItem() != null) {
              selection.hover(Optional.of(getItem().id()));
            }
          });
      setOnMouseExited(event -> selection.hover(Optional.empty()));
    }

    /// With Shift or the shortcut key a second text joins the first instead of taking its place.
    private void addOrSelect(MouseEvent event) {
      Row row = getItem();
      if (row != null && (event.isShiftDown() || event.isShortcutDown())) {
        selection.toggle(List.of(row.id()));
        event.consume();
      }
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
