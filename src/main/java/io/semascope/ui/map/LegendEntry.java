package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.CategorySymbol;
import io.semascope.ui.theme.NumberFormats;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// One category of the legend: its shape and colour, its name, its count. Dimmed while it is hidden.
final class LegendEntry extends HBox {
  private static final double HIDDEN_OPACITY = 0.35;

  /// @param name of the category
  /// @param count of its points
  /// @param toggle hides or shows it
  /// @param isolate shows it alone, or all again
  LegendEntry(String name, int count, CategorySymbol symbol, Runnable toggle, Runnable isolate) {
    setSpacing(6);
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setAccessibleText(name + ", " + count + " texts");
    getStyleClass().add("legend-entry");
    Label text = new Label(name);
    text.getStyleClass().add(Styles.TEXT_SMALL);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Label number = new Label(NumberFormats.count(count));
    number.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    number.setMinWidth(Region.USE_PREF_SIZE);
    StackPane place = new StackPane(symbol.draw());
    place.setMinWidth(12);
    getChildren().addAll(place, text, number);
    Tooltip.install(
        this, new Tooltip(name + "\nClick hides or shows it, a double click shows it alone"));
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            isolate.run();
          } else {
            toggle.run();
          }
        });
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            toggle.run();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            isolate.run();
            event.consume();
          }
        });
  }

  void showHidden(boolean hidden) {
    setOpacity(hidden ? HIDDEN_OPACITY : 1);
  }
}
