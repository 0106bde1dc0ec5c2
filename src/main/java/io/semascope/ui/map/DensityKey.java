package io.semascope.ui.map;

import atlantafx.base.theme.Styles;
import io.semascope.raster.Background;
import io.semascope.raster.DensityShade;
import io.semascope.raster.DrawingMode;
import io.semascope.raster.RasterResult;
import io.semascope.ui.theme.NumberFormats;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/// Says what a shade means while the map shows how dense the points are. FX thread only.
final class DensityKey extends VBox {
  private static final double WIDTH = 160;
  private static final int STOPS = 16;

  private final Label title = new Label("Shade: points on one pixel");
  private final Rectangle ramp = new Rectangle(WIDTH, 10);
  private final Label least = new Label("1");
  private final Label middle = new Label();
  private final Label most = new Label();
  private final Label meaning = new Label();

  DensityKey() {
    setId("density-key");
    setSpacing(2);
    HBox ticks = new HBox(least, gap(), middle, gap(), most);
    ticks.setAlignment(Pos.CENTER);
    ticks.setMaxWidth(WIDTH);
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    for (Label label : new Label[] {title, least, middle, most, meaning}) {
      label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    }
    setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(title, ramp, ticks, meaning);
    setVisible(false);
    setManaged(false);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  void show(RasterResult result, boolean dark) {
    boolean dense = result.mode() == DrawingMode.DENSITY && result.densityTop() > 0;
    setVisible(dense);
    setManaged(dense);
    if (!dense) {
      return;
    }
    int top = result.densityTop();
    DensityShade shade = new DensityShade(top, new Background(0, dark, 0));
    Stop[] stops = new Stop[STOPS + 1];
    for (int i = 0; i <= STOPS; i++) {
      int argb = shade.argb((float) Math.pow(top, (double) i / STOPS), 0x808080);
      stops[i] =
          new Stop((double) i / STOPS, Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
    }
    ramp.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
    middle.setText(top < 10 ? "" : "≈ " + NumberFormats.count(Math.round(Math.sqrt(top))));
    most.setText(NumberFormats.count(top));
    meaning.setText(
        "Logarithmic; the hue mixes the categories.\nAll "
            + NumberFormats.count(result.inView())
            + " lit points in view count.");
  }
}
