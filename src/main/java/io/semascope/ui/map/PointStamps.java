package io.semascope.ui.map;

/// The stamps of one size of point: the whole of it, and what an outline leaves inside.
record PointStamps(Stamps whole, Stamps inside) {
  private static final double OUTLINE = 1;

  /// @param radius in layout pixels
  /// @param outputScale device pixels per layout pixel
  static PointStamps of(double radius, double outputScale) {
    return new PointStamps(
        new Stamps(radius * outputScale), new Stamps((radius - OUTLINE) * outputScale));
  }
}
