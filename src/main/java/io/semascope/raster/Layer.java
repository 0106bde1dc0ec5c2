package io.semascope.raster;

/// What lies above what, from behind to before.
enum Layer {
  /// What a filter puts into the background.
  DIMMED(40),
  LIT(225),
  /// With an outline.
  SELECTED(255);

  /// In 0…255.
  final int opacity;

  Layer(int opacity) {
    this.opacity = opacity;
  }
}
