package io.semascope.raster;

import io.semascope.raster.stamp.PointStyle;
import java.util.List;

/// How the kinds of points look.
///
/// @param styles one for each kind
/// @param background what they are drawn on
public record PlotLook(List<PointStyle> styles, Background background) {
  public PlotLook {
    styles = List.copyOf(styles);
  }
}
