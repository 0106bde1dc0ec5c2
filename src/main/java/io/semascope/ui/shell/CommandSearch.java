package io.semascope.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Finds any command by its words: type, arrow keys, Enter.
final class CommandSearch extends VBox {
  private final TextField field = new TextField();
  private final FilteredList<Command> shown;
  private final ListView<Command> list;
  private final Runnable close;

  CommandSearch(List<Command> commands, Runnable close) {
    this.close = close;
    this.shown = new FilteredList<>(FXCollections.observableArrayList(commands));
    this.list = new ListView<>(shown);
    setId("command-search");
    getStyleClass().addAll("command-search", Styles.ELEVATED_3);
    setSpacing(8);
    setPadding(new Insets(12));
    setMaxSize(460, Region.USE_PREF_SIZE);
    field.setId("command-search-field");
    field.setPromptText("What do you want to do?");
    field.setAccessibleText("Search commands");
    field.textProperty().addListener(observed -> filter());
    list.setId("command-search-list");
    list.setPrefHeight(260);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new CommandCell());
    list.setPlaceholder(new Label("No command has these words."));
    list.setOnMouseClicked(event -> runSelected());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(field, list);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    filter();
  }

  void begin() {
    field.clear();
    field.requestFocus();
  }

  private void filter() {
    String words = field.getText().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        command ->
            List.of(words.split("\\s+")).stream()
                .allMatch(
                    word ->
                        (command.group() + " " + command.title())
                            .toLowerCase(Locale.ROOT)
                            .contains(word)));
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    int selected = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.DOWN) {
      list.getSelectionModel().select(Math.min(selected + 1, shown.size() - 1));
    } else if (event.getCode() == KeyCode.UP) {
      list.getSelectionModel().select(Math.max(selected - 1, 0));
    } else if (event.getCode() == KeyCode.ENTER) {
      runSelected();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
    } else {
      return;
    }
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    event.consume();
  }

  private void runSelected() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close.run();
      chosen.action().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {
    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      setText(
          empty || command == null
              ? null
              : command.group()
                  + " · "
                  + command.title()
                  + command.keys().map(keys -> "    " + keys.getDisplayText()).orElse(""));
    }
  }
}
