package io.semascope.raster;

import java.util.List;

/// How the kinds of points look.
///
/// @param styles one for each kind
/// @param dark whether the ground is dark, so that the densest place is the lightest
/// @param inkRgb the colour of writing on this ground, `0xRRGGBB`
public record PlotLook(List<PointStyle> styles, boolean dark, int inkRgb) {
  public PlotLook {
    styles = List.copyOf(styles);
  }
}
