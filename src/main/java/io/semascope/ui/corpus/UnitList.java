package io.semascope.ui.corpus;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.semascope.job.NewestOnly;
import io.semascope.session.SessionState;
import io.semascope.text.TextUnit;
import io.semascope.ui.state.FxBridge;
import io.semascope.ui.state.Selection;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.NumberFormats;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// All texts of the space, with a filter. What is filtered away is counted, never silently gone.
public final class UnitList extends VBox {
  private static final double ROW_HEIGHT = 42;
  private static final double LEAST = 60;
  private static final int FOLLOWS_EVERY_KEY = 5_000;

  private final Selection selection;
  private final ListView<TextUnit> list = new ListView<>();
  private final CustomTextField filter = new CustomTextField();
  private final PauseTransition typingPause = new PauseTransition(Duration.millis(200));
  private final Label count = new Label();
  private final Label nothing = new Label("No texts yet.");
  private final NewestOnly<UnitFilter.Question> worker =
      new NewestOnly<>(
          "text filter",
          question -> {
            UnitFilter found = UnitFilter.of(question);
            FxBridge.run(() -> takeLate(found));
          });
  private UnitFilter shown = UnitFilter.nothing();
  private UnitFilter.Question wanted = shown.question();
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
    list.setMinHeight(LEAST);
    // It takes what is left, and asks nobody to give way for more.
    list.setPrefHeight(LEAST);
    getChildren().addAll(head, list);
    selection.selected().addListener((observed, before, now) -> follow());
  }

  /// Shows the units of a new state. FX thread.
  @SuppressWarnings("ReferenceEquality")
  public void show(SessionState state) {
    boolean same =
        wanted.state().space().equals(state.space())
            && wanted.state().documents() == state.documents();
    if (!same) {
      wanted = new UnitFilter.Question(state, wanted.words());
      answer();
    }
  }

  /// A short list follows every key; a long one waits until the typing pauses.
  private void filterSoon() {
    if (wanted.units().size() <= FOLLOWS_EVERY_KEY) {
      applyFilter();
    } else {
      typingPause.playFromStart();
    }
  }

  private void applyFilter() {
    wanted = new UnitFilter.Question(wanted.state(), filter.getText().strip());
    answer();
    selection.filterBy(wanted.words());
  }

  /// At once where no text needs to be read; else they are read on another thread, and the list changes when it is done.
  private void answer() {
    if (wanted.words().isEmpty()) {
      take(UnitFilter.of(wanted));
    } else {
      count.setText("…");
      worker.ask(wanted);
    }
  }

  private void takeLate(UnitFilter found) {
    if (found.question().isSame(wanted)) {
      take(found);
    }
  }

  private void take(UnitFilter found) {
    shown = found;
    following = true;
    list.setItems(found.units());
    following = false;
    int all = found.question().units().size();
    nothing.setText(all == 0 ? "No texts yet." : "No text matches the filter.");
    // The whole count alone leaves the words in the empty field their room.
    boolean whole = found.question().words().isEmpty();
    count.setText(whole ? NumberFormats.count(all) : NumberFormats.part(found.units().size(), all));
    count.setAccessibleText(count.getText() + (whole ? " texts" : " texts match the filter"));
    follow();
  }

  private void picked(@Nullable TextUnit unit) {
    if (!following && unit != null) {
      selection.select(List.of(unit.id()));
    }
  }

  /// Moves the list's own selection to what was selected elsewhere.
  private void follow() {
    following = true;
    int index = selection.inspected().stream().mapToInt(shown::indexOf).findFirst().orElse(-1);
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

  private final class UnitCell extends ListCell<TextUnit> {
    private final Label label = new Label();
    private final FittedName name = new FittedName(label);
    private final Label category = new Label();
    private final FittedName group = new FittedName(category);
    private final VBox box = new VBox(label, category);

    UnitCell() {
      label.getStyleClass().add("unit-name");
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
      TextUnit unit = getItem();
      if (unit != null && (event.isShiftDown() || event.isShortcutDown())) {
        selection.toggle(List.of(unit.id()));
        event.consume();
      }
    }

    @Override
    protected void updateItem(TextUnit unit, boolean empty) {
      super.updateItem(unit, empty);
      setText(null);
      if (empty || unit == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      SessionState state = shown.question().state();
      String belongsTo = state.category(unit);
      String below = belongsTo.isEmpty() ? unit.id() : belongsTo;
      name.show(state.label(unit));
      group.show(below);
      setAccessibleText(state.label(unit) + ". " + below);
      setGraphic(box);
    }
  }
}
