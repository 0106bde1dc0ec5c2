package io.semascope.ui.neighbour;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.FittedName;
import io.semascope.ui.theme.PanelStyle;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One neighbour on two lines: name and category, then bar, value and meaning.
final class NeighbourCell extends ListCell<NeighbourRow> {
  private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");

  /// Enough for `−0.1234`.
  private static final double VALUE_WIDTH = 60;

  /// Enough for `nearer than 99.9 %`.
  private static final double MEANING_WIDTH = 112;

  /// In a narrower list a name of five words and a category of two do not go on one line.
  private static final double WIDE_LIST = 340;

  private final NeighbourViewModel model;
  private final Label rank = new Label();
  private final Label label = new Label();
  private final FittedName name = FittedName.untold(label);
  private final Label category = new Label();
  private final FittedName group = FittedName.untold(category);
  private final NameLine names = new NameLine(label, category);
  private final ScoreBar bar = new ScoreBar();
  private final Label value = new Label();
  private final Label meaning = new Label();
  private final Tooltip details = PanelStyle.wrappedTooltip();
  private final HBox content;

  NeighbourCell(NeighbourViewModel model) {
    this.model = model;
    getStyleClass().add("neighbour-cell");
    content = content();
    // A cell that may shrink keeps long labels from widening the list.
    setPrefWidth(0);
    details.setShowDelay(Duration.millis(400));
    setOnMouseEntered(event -> model.highlight(Optional.ofNullable(getItem())));
    setOnMouseExited(event -> model.highlight(Optional.empty()));
    setOnMouseClicked(
        event -> {
          NeighbourRow row = getItem();
          if (row != null && event.getButton() == MouseButton.PRIMARY) {
            if (event.isShiftDown() || event.isShortcutDown()) {
              model.add(row);
            } else {
              model.walk(row);
            }
          }
        });
    model.selection().hovered().subscribe(this::mark);
    listViewProperty()
        .flatMap(ListView::widthProperty)
        .subscribe(width -> names.setNarrow(width != null && width.doubleValue() < WIDE_LIST));
  }

  private HBox content() {
    rank.getStyleClass().addAll(Styles.TEXT_MUTED, "neighbour-rank");
    label.getStyleClass().add("neighbour-label");
    category.getStyleClass().add("category-chip");
    value.getStyleClass().add("number");
    value.setMinWidth(VALUE_WIDTH);
    value.setAlignment(Pos.CENTER_RIGHT);
    meaning.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    // Bars are compared with one another, so what stands beside them is equally wide in every row.
    meaning.setMinWidth(MEANING_WIDTH);
    meaning.setMaxWidth(MEANING_WIDTH);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox score = new HBox(8, bar, value, meaning);
    score.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(2, names, score);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox row = new HBox(8, rank, lines);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  @Override
  protected void updateItem(@Nullable NeighbourRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      pseudoClassStateChanged(HIGHLIGHTED, false);
      return;
    }
    rank.setText(String.valueOf(row.rank()));
    name.show(row.label());
    group.show(row.category().name());
    category.setVisible(!row.category().name().isEmpty());
    category.setManaged(!row.category().name().isEmpty());
    category.setGraphic((isDark() ? row.category().dark() : row.category().light()).draw());
    bar.show(row.score().bar());
    value.setText(row.score().text());
    meaning.setText(row.score().meaning());
    details.setText(details(row));
    setTooltip(details);
    setGraphic(content);
    setAccessibleText(
        "%d. %s. %s. %s. %s"
            .formatted(
                row.rank(),
                row.label(),
                row.score().text(),
                row.score().meaning(),
                row.category().name()));
    mark(model.selection().hovered().get());
  }

  private static String details(NeighbourRow row) {
    String name = row.label();
    return (isIn(row.excerpt(), name) ? "" : name + "\n\n")
        + row.excerpt()
        + (row.category().name().isEmpty() ? "" : "\n" + FittedName.told(row.category().name()))
        + "\n\n"
        + row.score().full();
  }

  /// Whether a text tells all that its name does, as that of one without a title.
  private static boolean isIn(String excerpt, String name) {
    int gap = name.indexOf('…');
    return gap < 0
        ? excerpt.startsWith(name)
        : excerpt.startsWith(name.substring(0, gap)) && excerpt.endsWith(name.substring(gap + 1));
  }

  private boolean isDark() {
    return getScene() != null && getScene().getRoot().getStyleClass().contains("dark");
  }

  private void mark(Optional<String> unitId) {
    NeighbourRow row = getItem();
    pseudoClassStateChanged(
        HIGHLIGHTED, row != null && unitId.filter(row.unitId()::equals).isPresent());
  }
}
