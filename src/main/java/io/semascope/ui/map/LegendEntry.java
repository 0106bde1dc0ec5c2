package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.NumberFormats;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One category of the legend: its shape and colour, its name, its count. Dimmed while it is hidden.
final class LegendEntry extends HBox {
  private static final double HIDDEN_OPACITY = 0.35;

  private final Runnable toggle;
  private boolean hidden;

  /// @param toggle hides or shows it
  /// @param isolate shows it alone, or all again
  LegendEntry(LegendView.Line line, Runnable toggle, Runnable isolate) {
    String name = line.name();
    this.toggle = toggle;
    setSpacing(6);
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setAccessibleText(name + ", " + NumberFormats.count(line.count()) + " texts");
    getStyleClass().add("legend-entry");
    Label text = new Label();
    FittedName.toldBy(this, text)
        .show(name, "Click hides or shows it, a double click shows it alone");
    text.getStyleClass().add(Styles.TEXT_SMALL);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Label number = new Label(NumberFormats.count(line.count()));
    number.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    number.setMinWidth(Region.USE_PREF_SIZE);
    StackPane place = new StackPane(line.symbol().draw());
    place.setMinWidth(12);
    getChildren().addAll(place, text, number);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            toggle.run();
            // The first click of a double click has toggled already, so that this second one has
            // just undone it.
            if (event.getClickCount() % 2 == 0) {
              isolate.run();
            }
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

  void showHidden(boolean wanted) {
    hidden = wanted;
    setOpacity(wanted ? HIDDEN_OPACITY : 1);
    notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
  }

  /// Selected means shown.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? Boolean.valueOf(!hidden)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      toggle.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
