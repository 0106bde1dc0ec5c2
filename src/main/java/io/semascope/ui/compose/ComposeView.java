package io.semascope.ui.compose;

import atlantafx.base.theme.Styles;
import io.semascope.model.Purpose;
import io.semascope.text.Granularity;
import io.semascope.ui.compose.ComposeState.CutOff;
import io.semascope.ui.compose.ComposeState.Entry;
import io.semascope.ui.compose.ComposeState.Step;
import io.semascope.ui.compose.ComposeState.TypedRow;
import io.semascope.ui.theme.ChoiceNames;
import io.semascope.ui.theme.PanelStyle;
import io.semascope.ui.theme.ProblemBox;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The field for one's own text: Enter places it, Shift+Enter begins a new line. Below it, what became of it and the texts typed before.
public final class ComposeView extends VBox {
  /// The pieces a typed text can be cut into; a window for a typed text is the one of the granularity panel.
  private static final List<Granularity> CUTS =
      List.of(
          new Granularity.WholeDocument(),
          new Granularity.Paragraph(),
          new Granularity.Sentence(),
          new Granularity.Word(),
          new Granularity.TokenWindow(8, 2),
          new Granularity.TokenWindow(16, 4),
          new Granularity.TokenWindow(32, 8),
          new Granularity.TokenWindow(64, 16));

  /// Enough for its longest word.
  private static final double PURPOSE_WIDTH = 116;

  /// Of the line that says what becomes of a text and of the one that says what became of it: nothing below moves between the two.
  private static final double OUTCOME_HEIGHT = 18;

  private static final double ROW_HEIGHT = 34;
  private static final int ROWS_BEFORE_SCROLLING = 6;

  private final ComposeViewModel model;
  private final TextArea field = new TextArea();
  private final Button place = new Button("Place");
  private final Button cancel = new Button("Cancel");
  private final ComboBox<Granularity> cut = new ComboBox<>();
  private final ComboBox<Purpose> purpose = new ComboBox<>();
  private final VBox outcome = new VBox(6);
  private final Label listTitle = new Label("Your texts");
  private final ListView<TypedRow> texts = new ListView<>();

  public ComposeView(ComposeViewModel model) {
    this.model = model;
    setId("compose-panel");
    PanelStyle.putOn(this);
    prepareField();
    prepareTexts();
    outcome.setId("compose-outcome");
    listTitle.getStyleClass().add(Styles.TEXT_BOLD);
    getChildren().addAll(field, controls(), outcome, listTitle, texts);
    model.stateProperty().subscribe(this::show);
  }

  private void prepareField() {
    field.setId("compose-field");
    field.setAccessibleText("Your text. Enter places it, Shift+Enter begins a new line.");
    field.setPromptText("Type a text, press Enter");
    field.setWrapText(true);
    field.setPrefRowCount(3);
    field.setMinHeight(72);
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() != KeyCode.ENTER) {
            return;
          }
          event.consume();
          if (event.isShiftDown()) {
            field.replaceSelection("\n");
          } else {
            place();
          }
        });
  }

  private Node controls() {
    place.setId("compose-place");
    place.getStyleClass().add(Styles.ACCENT);
    place.setMinWidth(Region.USE_PREF_SIZE);
    place.setTooltip(new Tooltip("Embed the text and show where it lands (Enter)"));
    place.setOnAction(event -> place());
    cancel.setId("compose-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> model.cancel());
    cut.setId("compose-granularity");
    cut.setAccessibleText("How the text is cut; every piece gets a vector");
    cut.setTooltip(new Tooltip("How the text is cut; every piece gets its own vector"));
    cut.getItems().setAll(CUTS);
    cut.setConverter(new ChoiceNames<>(ComposeView::name));
    cut.setOnAction(event -> model.choose(cut.getValue()));
    purpose.setId("compose-purpose");
    purpose.setAccessibleText("Whether the model takes the text as a query or as a document");
    purpose.setTooltip(new Tooltip("This model puts different words before queries and documents"));
    purpose.getItems().setAll(Purpose.values());
    purpose.setConverter(new ChoiceNames<>(ComposeView::name));
    purpose.setMinWidth(PURPOSE_WIDTH);
    purpose.setOnAction(event -> model.choose(purpose.getValue()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    cut.setPrefWidth(170);
    FlowPane choices = new FlowPane(6, 6, cut, purpose);
    choices.setPrefWrapLength(170);
    HBox buttons = new HBox(6, gap, cancel, place);
    buttons.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, choices, buttons);
  }

  private static String name(Granularity granularity) {
    return switch (granularity) {
      case Granularity.WholeDocument whole -> "as one text";
      case Granularity.Paragraph paragraph -> "by paragraph";
      case Granularity.Sentence sentence -> "by sentence";
      case Granularity.Word word -> "by word";
      case Granularity.TokenWindow window ->
          "by %d tokens, %d shared".formatted(window.tokens(), window.overlap());
    };
  }

  private static String name(Purpose purpose) {
    return switch (purpose) {
      case QUERY -> "query";
      case DOCUMENT -> "document";
    };
  }

  private void prepareTexts() {
    texts.setId("typed-texts");
    texts.setAccessibleText("Texts you typed. Enter selects, Delete removes.");
    texts.setFixedCellSize(ROW_HEIGHT);
    texts.setCellFactory(list -> new TypedCell(model));
    texts.setOnKeyPressed(
        event -> {
          TypedRow row = texts.getSelectionModel().getSelectedItem();
          if (row == null) {
            return;
          }
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.select(row);
          } else if (event.getCode() == KeyCode.DELETE) {
            event.consume();
            model.remove(row);
          }
        });
  }

  private void place() {
    if (model.place(field.getText())) {
      field.requestFocus();
    }
  }

  private void show(ComposeState state) {
    boolean busy = state.step() instanceof Step.Busy;
    boolean closed = state.entry() instanceof Entry.Closed;
    field.setDisable(closed);
    place.setDisable(closed || busy);
    cut.setDisable(closed || busy);
    purpose.setDisable(closed || busy);
    shown(cancel, busy);
    shown(purpose, state.promptsDiffer());
    cut.setValue(state.granularity());
    purpose.setValue(state.purpose());
    outcome.getChildren().clear();
    switch (state.entry()) {
      case Entry.Open open -> showStep(state.step());
      case Entry.Closed reason -> outcome.getChildren().add(PanelStyle.sentence(reason.reason()));
    }
    if (!texts.getItems().equals(state.texts())) {
      texts.getItems().setAll(state.texts());
    }
    int rows = Math.min(state.texts().size(), ROWS_BEFORE_SCROLLING);
    texts.setPrefHeight(rows * ROW_HEIGHT + 2);
    texts.setMinHeight(Math.min(rows, 2) * ROW_HEIGHT + 2);
    listTitle.setText(
        state.hiddenTexts() == 0
            ? "Your texts"
            : "Your texts (the newest %,d; %,d older ones are not listed)"
                .formatted(state.texts().size(), state.hiddenTexts()));
    shown(listTitle, rows > 0);
    shown(texts, rows > 0);
  }

  private void showStep(Step step) {
    switch (step) {
      case Step.Idle idle -> {}
      case Step.Busy busy -> {
        ProgressIndicator turning = PanelStyle.waiting(busy.stage());
        turning.setMinSize(OUTCOME_HEIGHT, OUTCOME_HEIGHT);
        turning.setMaxSize(OUTCOME_HEIGHT, OUTCOME_HEIGHT);
        outcome.getChildren().add(line(turning, PanelStyle.note(busy.stage())));
      }
      case Step.Failed failed -> outcome.getChildren().add(new ProblemBox(failed.report()));
      case Step.Placed placed -> {
        outcome.getChildren().add(line(PanelStyle.note(placed.summary())));
        placed.cutOffs().stream()
            .limit(3)
            .map(ComposeView::notice)
            .forEach(outcome.getChildren()::add);
        if (placed.cutOffs().size() > 3) {
          outcome
              .getChildren()
              .add(
                  PanelStyle.note(
                      "… and %,d more pieces were cut.".formatted(placed.cutOffs().size() - 3)));
        }
      }
    }
  }

  private static Node line(Node... parts) {
    HBox line = new HBox(8, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(OUTCOME_HEIGHT);
    return line;
  }

  private static Node notice(CutOff cutOff) {
    Label tail = PanelStyle.wrapped(cutOff.tail());
    tail.getStyleClass().add("lost-text");
    VBox box = new VBox(2, PanelStyle.wrapped(cutOff.sentence()), tail);
    shown(tail, !cutOff.tail().isEmpty());
    box.getStyleClass().add("notice-box");
    box.setAccessibleText(cutOff.sentence() + " " + cutOff.tail());
    return box;
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
