package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.ui.theme.CategoryColours;
import io.semascope.ui.theme.NumberFormats;
import java.util.BitSet;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/// Which colour and shape stands for which category, and how many of its points are lit. A click toggles one, a double click shows it alone. FX thread only.
final class LegendView extends VBox {
  private final Runnable changed;
  private final VBox entries = new VBox(3);
  private final Label title = new Label("Categories");
  private final BitSet hidden = new BitSet();
  private CategoryColours colours = CategoryColours.of(java.util.List.of());
  private int[] counts = new int[0];
  private boolean dark;

  LegendView(Runnable changed) {
    this.changed = changed;
    setId("legend");
    getStyleClass().add("legend");
    setSpacing(4);
    setPadding(new Insets(6, 8, 6, 8));
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    ScrollPane scroll = new ScrollPane(entries);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("legend-scroll");
    scroll.setPrefWidth(166);
    getChildren().addAll(title, scroll);
    setVisible(false);
  }

  void useDark(boolean wanted) {
    dark = wanted;
    rebuild();
  }

  void show(MapScene scene) {
    if (!scene.colours().names().equals(colours.names())) {
      hidden.clear();
    }
    colours = scene.colours();
    counts = new int[colours.names().size()];
    for (int row = 0; row < scene.layoutCount(); row++) {
      int entry = colours.indexOf(scene.mark(row).category());
      if (entry >= 0) {
        counts[entry]++;
      }
    }
    rebuild();
  }

  boolean isShown(String category) {
    int entry = colours.indexOf(category);
    return entry < 0 || !hidden.get(entry);
  }

  private void rebuild() {
    entries.getChildren().clear();
    setVisible(
        counts.length > 1
            || (counts.length == 1 && !colours.names().getFirst().equals("no category")));
    int all = 0;
    int lit = 0;
    for (int entry = 0; entry < counts.length; entry++) {
      all += counts[entry];
      lit += hidden.get(entry) ? 0 : counts[entry];
      entries.getChildren().add(line(entry));
    }
    title.setText("Shown " + NumberFormats.part(lit, all));
  }

  private CheckBox line(int entry) {
    String name = colours.names().get(entry);
    CheckBox box = new CheckBox(name + "  " + NumberFormats.count(counts[entry]));
    box.setId("legend-" + entry);
    box.setSelected(!hidden.get(entry));
    box.setGraphic(symbol(entry));
    box.setMnemonicParsing(false);
    box.getStyleClass().addAll(Styles.TEXT_SMALL, "legend-entry");
    box.setTooltip(new Tooltip(name + "\nClick to hide or show, double-click to show it alone"));
    box.setMaxWidth(150);
    box.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            isolate(entry);
          }
        });
    box.setOnAction(
        event -> {
          hidden.set(entry, !box.isSelected());
          retitle();
        });
    return box;
  }

  private void retitle() {
    int all = 0;
    int lit = 0;
    for (int entry = 0; entry < counts.length; entry++) {
      all += counts[entry];
      lit += hidden.get(entry) ? 0 : counts[entry];
    }
    title.setText("Shown " + NumberFormats.part(lit, all));
    changed.run();
  }

  /// Shows one category alone, or all again when it is alone already.
  private void isolate(int entry) {
    boolean alone = hidden.cardinality() == counts.length - 1 && !hidden.get(entry);
    hidden.set(0, counts.length, !alone);
    if (!alone) {
      hidden.clear(entry);
    }
    rebuild();
    changed.run();
  }

  private javafx.scene.Node symbol(int entry) {
    var colour = colours.colour(entry, dark);
    return switch (colours.shape(entry)) {
      case DISC -> new Circle(4.5, colour);
      case SQUARE -> new Rectangle(8, 8, colour);
      case DIAMOND -> filled(new Polygon(5, 0, 10, 5, 5, 10, 0, 5), colour);
      case TRIANGLE -> filled(new Polygon(5, 0, 10, 9, 0, 9), colour);
    };
  }

  private static Polygon filled(Polygon polygon, javafx.scene.paint.Color colour) {
    polygon.setFill(colour);
    return polygon;
  }
}
