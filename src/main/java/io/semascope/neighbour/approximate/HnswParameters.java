package io.semascope.neighbour.approximate;

/// How a layered graph is built (Malkov & Yashunin, Efficient and robust approximate nearest neighbor search using hierarchical navigable small world
/// graphs, 2018).
///
/// @param degree most neighbours of a row on the ground layer, at least 2; half as many above (their M_max0 = 2M)
/// @param buildBreadth candidates kept while a row is inserted, at least 1 (their efConstruction)
public record HnswParameters(int degree, int buildBreadth) {
  public HnswParameters {
    if (degree < 2 || degree > 512 || buildBreadth < 1 || buildBreadth > 100_000) {
      throw new IllegalArgumentException("degree " + degree + ", build breadth " + buildBreadth);
    }
  }

  /// M = 16, as in hnswlib by default, and 128 candidates.
  public static HnswParameters usual() {
    return new HnswParameters(32, 128);
  }

  /// Most neighbours of a row on a layer.
  int degreeOn(int layer) {
    return layer == 0 ? degree : degree / 2;
  }
}
