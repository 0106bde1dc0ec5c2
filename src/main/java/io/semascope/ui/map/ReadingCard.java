package io.semascope.ui.map;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Says on demand what may be read from this picture and what not.
final class ReadingCard extends StackPane {
  private final Label text = new Label();
  private final Button button;

  ReadingCard() {
    text.setWrapText(true);
    text.setMaxWidth(320);
    text.setPadding(new Insets(4, 8, 8, 8));
    Popover popover = new Popover(text);
    popover.setTitle("How to read this map");
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
    button = new Button("How to read this", new FontIcon(Material2AL.HELP_OUTLINE));
    button.setId("map-reading");
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setOnAction(event -> popover.show(button));
    getChildren().add(button);
    setPadding(new Insets(4));
    setPickOnBounds(false);
    setVisible(false);
  }

  void show(String reading) {
    text.setText(reading);
    button.setAccessibleHelp(reading);
    setVisible(!reading.isEmpty());
  }
}
