package io.semascope.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Lays one form at a time over the window; Escape puts it away.
final class Sheet extends StackPane {
  private final List<Node> behind = new ArrayList<>();
  private Optional<Node> before = Optional.empty();

  Sheet() {
    setId("sheet");
    getStyleClass().add("sheet");
    setPadding(new Insets(24));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            hide();
          }
        });
    hide();
  }

  void show(Region content) {
    content.getStyleClass().addAll("sheet-content", Styles.ELEVATED_3);
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Button close = new Button("", new FontIcon(Material2AL.CLOSE));
    close.setId("sheet-close");
    close.setAccessibleText("Close");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    close.setOnAction(event -> hide());
    StackPane framed = new StackPane(content, close);
    framed.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(close, Pos.TOP_RIGHT);
    StackPane.setMargin(close, new Insets(8));
    getChildren().setAll((Node) framed);
    before =
        getScene() == null ? Optional.empty() : Optional.ofNullable(getScene().getFocusOwner());
    behind.forEach(part -> part.setDisable(true));
    setVisible(true);
    content.requestFocus();
  }

  /// What lies below the sheet: while a form is open, the keyboard stays out of it.
  void standBefore(Node part) {
    behind.add(part);
  }

  void hide() {
    setVisible(false);
    getChildren().clear();
    behind.forEach(part -> part.setDisable(false));
    before.ifPresent(Node::requestFocus);
    before = Optional.empty();
  }
}
