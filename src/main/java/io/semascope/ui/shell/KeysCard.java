package io.semascope.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The keys and gestures of the window.
final class KeysCard extends VBox {
  private static final String[][] KEYS = {
    {"Type, Enter", "place a text on the map"},
    {"Wheel, + and −", "zoom at the pointer"},
    {"Drag", "move the map"},
    {"Shift + drag, s", "select by rectangle, by lasso"},
    {"g", "back to moving the map"},
    {"Click", "select; with Shift or " + modifier() + " a second text"},
    {"Arrow keys", "step to the nearest point in that direction"},
    {"Home, Esc", "show everything; select nothing"},
    {
      Command.keys("Shortcut+Z") + ", " + Command.keys("Shortcut+Shift+Z"), "undo, redo a selection"
    },
    {Command.keys("Shortcut+K"), "find any command"},
  };

  KeysCard() {
    setId("keys-card");
    setPadding(new Insets(20, 48, 20, 20));
    setSpacing(12);
    Label title = new Label("Keys and gestures");
    title.getStyleClass().add(Styles.TITLE_4);
    GridPane grid = new GridPane(24, 6);
    for (int row = 0; row < KEYS.length; row++) {
      Label keys = new Label(KEYS[row][0]);
      keys.getStyleClass().add(Styles.TEXT_BOLD);
      grid.addRow(row, keys, new Label(KEYS[row][1]));
    }
    getChildren().addAll(title, grid);
  }

  /// The key that the system's own programs add to a selection with.
  private static String modifier() {
    return Command.keys("Shortcut+K").contains("Ctrl") ? "Ctrl" : "Cmd";
  }
}
