package io.semascope.raster;

import io.semascope.projection.PlanarLayout;

/// What is drawn: positions, the kind of each point, and which points stand out. Immutable; a change of colours, filter or selection shares the positions
/// and the kinds.
///
/// @param layout positions of the rows, in the plane's units; a row at a position that is not finite is not drawn
/// @param kinds as many as rows are drawn: the first rows of the layout
/// @param look how each kind looks, and on which ground
/// @param emphasis which points stand out, which stand back
/// @param mode points or density
public record Plot(
    PlanarLayout layout, PointKinds kinds, PlotLook look, Emphasis emphasis, DrawingMode mode) {
  /// With more points in view than this, their density says more than a heap of discs in which the last ones hide the others.
  public static final int DENSITY_ABOVE = 100_000;

  public Plot {
    if (kinds.count() > layout.count()) {
      throw new IllegalArgumentException(kinds.count() + " kinds, " + layout.count() + " points");
    }
  }

  /// How many rows are drawn.
  public int count() {
    return kinds.count();
  }
}
