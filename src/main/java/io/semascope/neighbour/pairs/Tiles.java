package io.semascope.neighbour.pairs;

/// Two blocks under comparison, with the scratch memory of one thread.
///
/// @param left gives the rows
/// @param right gives the panels; the left block itself when its rows are compared with each other
final class Tiles {
  private final TileBlock left;
  private final TileBlock right;
  private final float[] products;
  private final int[] passed;

  Tiles(TileBlock left, TileBlock right, TileKernel kernel) {
    this.left = left;
    this.right = right;
    products = new float[TileKernel.ROWS * kernel.columns()];
    passed = new int[products.length];
  }

  TileBlock left() {
    return left;
  }

  TileBlock right() {
    return right;
  }

  /// One tile's products, row by row.
  float[] products() {
    return products;
  }

  /// The pairs of one tile that passed, as row · columns + column.
  int[] passed() {
    return passed;
  }
}
