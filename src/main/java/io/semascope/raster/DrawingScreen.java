package io.semascope.raster;

/// Where pictures are shown: a toolkit, on or off a display. Each method returns when the toolkit has rendered what it was given.
public interface DrawingScreen {
  /// Shows finished pixels.
  ///
  /// @param pixels premultiplied ARGB, row by row
  void show(RasterView view, int[] pixels);

  /// Draws every point by the toolkit's own means, a filled oval each, as a program without a raster would.
  void fillOvals(Plot plot, RasterView view);
}
