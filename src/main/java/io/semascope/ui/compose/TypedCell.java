package io.semascope.ui.compose;

import atlantafx.base.theme.Styles;
import io.semascope.ui.compose.ComposeState.TypedRow;
import io.semascope.ui.theme.FittedName;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One typed text with the button that removes it.
final class TypedCell extends ListCell<TypedRow> {
  private final ComposeViewModel model;
  private final Label label = new Label();
  private final FittedName name = new FittedName(label);
  private final Button remove = new Button("✕");
  private final HBox content = new HBox(6, label, remove);

  TypedCell(ComposeViewModel model) {
    this.model = model;
    // A cell that may shrink keeps long labels from widening the list.
    setPrefWidth(0);
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "remove-text");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    remove.setFocusTraversable(false);
    remove.setTooltip(new Tooltip("Remove this text (Delete)"));
    content.setAlignment(Pos.CENTER_LEFT);
    setOnMouseEntered(event -> model.highlight(Optional.ofNullable(getItem())));
    setOnMouseExited(event -> model.highlight(Optional.empty()));
    setOnMouseClicked(
        event -> {
          TypedRow row = getItem();
          if (row != null && event.getButton() == MouseButton.PRIMARY) {
            model.select(row);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable TypedRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    name.show(row.label());
    remove.setAccessibleText("Remove " + row.label());
    remove.setOnAction(event -> model.remove(row));
    setAccessibleText(row.label());
    setGraphic(content);
  }
}
