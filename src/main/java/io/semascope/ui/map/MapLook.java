package io.semascope.ui.map;

import io.semascope.raster.Background;
import io.semascope.raster.DrawingMode;
import io.semascope.raster.Emphasis;
import io.semascope.raster.Plot;
import io.semascope.raster.PlotLook;
import io.semascope.raster.stamp.PointStyle;
import io.semascope.ui.theme.CategoryColours;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// How a scene's points look at one theme and one screen: a style for each category and level. Immutable.
///
/// A kind is (legend entry + 1) · 2, plus 1 for the coarser of two levels.
///
/// @param background premultiplied ARGB of what the points are drawn on, 0 while it is not known
/// @param outputScale device pixels per layout pixel
record MapLook(
    CategoryColours colours, int count, boolean dark, int background, double outputScale) {
  static final int INK = 0x1F2328;
  static final int INK_ON_DARK = 0xF0F3F6;
  private static final double USUAL_RADIUS = 4;
  private static final double SMALL_RADIUS = 2.6;
  private static final double SMALLEST_RADIUS = 2;
  private static final double COARSE_RADIUS = 6.5;
  private static final int MANY_POINTS = 3_000;
  private static final int VERY_MANY_POINTS = 30_000;

  /// The kind of points of a legend entry, −1 for no entry.
  static int kind(int entry, boolean coarse) {
    return 2 * (entry + 1) + (coarse ? 1 : 0);
  }

  /// @param panel what the style sheet gives the map, null until it has been applied
  static MapLook of(
      MapScene scene,
      boolean dark,
      javafx.scene.layout.@Nullable Background panel,
      double outputScale) {
    return new MapLook(
        scene.colours(), scene.layoutCount(), dark, panel == null ? 0 : argb(panel), outputScale);
  }

  /// Of one plain opaque colour; 0 for whatever else the toolkit paints there.
  static int argb(javafx.scene.layout.Background panel) {
    return panel.getImages().isEmpty()
            && panel.getFills().size() == 1
            && panel.getFills().getFirst().getInsets().equals(Insets.EMPTY)
            && panel.getFills().getFirst().getFill() instanceof Color colour
            && colour.isOpaque()
        ? 0xFF000000
            | rgb(colour.getRed(), 16)
            | rgb(colour.getGreen(), 8)
            | rgb(colour.getBlue(), 0)
        : 0;
  }

  private static int rgb(double channel, int shift) {
    return (int) Math.round(255 * channel) << shift;
  }

  Plot plot(MapScene scene, PlotLook look, Emphasis emphasis, DrawingMode mode) {
    return new Plot(scene.positions(), scene.kinds(), look, emphasis, mode);
  }

  PlotLook styles() {
    List<PointStyle> styles = new ArrayList<>();
    for (int entry = -1; entry < colours.names().size(); entry++) {
      styles.add(style(entry, fineRadius()));
      styles.add(style(entry, COARSE_RADIUS));
    }
    return new PlotLook(styles, new Background(background, dark, dark ? INK_ON_DARK : INK));
  }

  private double fineRadius() {
    return count > VERY_MANY_POINTS
        ? SMALLEST_RADIUS
        : count > MANY_POINTS ? SMALL_RADIUS : USUAL_RADIUS;
  }

  private PointStyle style(int entry, double radius) {
    return new PointStyle(
        colours.shape(entry),
        radius * outputScale,
        colours.rgb(entry, dark),
        colours.edgeRgb(entry, dark),
        outputScale);
  }
}
