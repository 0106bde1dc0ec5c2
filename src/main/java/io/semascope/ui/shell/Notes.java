package io.semascope.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// What a person should know after something went well: skipped rows, truncated texts, files written.
final class Notes extends HBox {
  /// Pixels; more notes than fit are scrolled.
  private static final double HIGHEST = 96;

  private final Label text = new Label();

  Notes() {
    setId("notes");
    getStyleClass().add("notes");
    setSpacing(12);
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(6, 12, 6, 12));
    text.setId("notes-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(text);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(HIGHEST);
    scroll.getStyleClass().add("notes-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    Button close = new Button("", new FontIcon(Material2AL.CLOSE));
    close.setId("notes-close");
    close.setAccessibleText("Put these notes away");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setOnAction(event -> show(List.of()));
    getChildren().addAll(scroll, close);
    show(List.of());
  }

  /// Shows these sentences, or nothing for none.
  void show(List<String> lines) {
    text.setText(String.join("\n", lines));
    setVisible(!lines.isEmpty());
    setManaged(!lines.isEmpty());
  }
}
