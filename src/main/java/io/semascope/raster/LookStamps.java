package io.semascope.raster;

import io.semascope.corpus.picture.CategoryPalette;
import io.semascope.raster.stamp.ColourStamps;
import io.semascope.raster.stamp.PointStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The stamps of one look, each made when its kind is first drawn in a layer.
final class LookStamps {
  private static final double SELECTED_EDGE = 1.5;
  private static final PointStyle NOWHERE =
      new PointStyle(CategoryPalette.Shape.DISC, 0.5, 0, 0, 0);

  private final PlotLook look;
  private final Map<Layer, List<ColourStamps>> byLayer = new EnumMap<>(Layer.class);
  private final PointKinds kinds;

  LookStamps(Plot plot) {
    look = plot.look();
    kinds = plot.kinds();
  }

  /// Whether these are the stamps for that plot.
  boolean serve(Plot plot) {
    return kinds == plot.kinds() && look.equals(plot.look());
  }

  /// The stamps of a layer by kind; those of kinds that no row is of are one and the same.
  ColourStamps[] of(Layer layer) {
    return byLayer.computeIfAbsent(layer, this::make).toArray(ColourStamps[]::new);
  }

  private List<ColourStamps> make(Layer layer) {
    List<ColourStamps> made = new ArrayList<>();
    ColourStamps unused = new ColourStamps(NOWHERE, 0);
    for (int kind = 0; kind < look.styles().size(); kind++) {
      made.add(kinds.present().contains(kind) ? make(look.styles().get(kind), layer) : unused);
    }
    return made;
  }

  private ColourStamps make(PointStyle style, Layer layer) {
    PointStyle drawn =
        switch (layer) {
          case DIMMED, LIT -> style;
          case SELECTED -> style.outlined(SELECTED_EDGE, look.background().inkRgb());
        };
    return new ColourStamps(drawn, layer.opacity);
  }
}
