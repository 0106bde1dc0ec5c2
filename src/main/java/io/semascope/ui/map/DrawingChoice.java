package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.raster.DrawingMode;
import io.semascope.raster.Plot;
import io.semascope.ui.theme.NumberFormats;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// Whether the map shows points or their density. FX thread only.
final class DrawingChoice extends MenuButton {
  private final Consumer<DrawingMode> chosen;
  private final ToggleGroup group = new ToggleGroup();
  private DrawingMode mode = DrawingMode.AUTOMATIC;

  DrawingChoice(Consumer<DrawingMode> chosen) {
    this.chosen = chosen;
    setId("map-drawing");
    getStyleClass().addAll(Styles.FLAT, Styles.SMALL, Styles.TEXT_SMALL);
    setTooltip(
        new Tooltip(
            "Points, or how many of them lie on each pixel. Automatic: density while more than "
                + NumberFormats.count(Plot.DENSITY_ABOVE)
                + " are in view."));
    for (DrawingMode each : DrawingMode.values()) {
      RadioMenuItem item = new RadioMenuItem(title(each));
      item.setId("map-drawing-" + each.key());
      item.setToggleGroup(group);
      item.setUserData(each);
      item.setOnAction(event -> choose(each));
      getItems().add(item);
    }
    choose(DrawingMode.AUTOMATIC);
  }

  private static String title(DrawingMode mode) {
    return switch (mode) {
      case AUTOMATIC -> "Points or density";
      case POINTS -> "Points";
      case DENSITY -> "Density";
    };
  }

  DrawingMode mode() {
    return mode;
  }

  void choose(DrawingMode next) {
    boolean changed = next != mode;
    mode = next;
    setText(title(next));
    setAccessibleText("Drawn as: " + title(next));
    group.getToggles().stream()
        .filter(item -> next.equals(item.getUserData()))
        .forEach(item -> item.setSelected(true));
    if (changed) {
      chosen.accept(next);
    }
  }
}
