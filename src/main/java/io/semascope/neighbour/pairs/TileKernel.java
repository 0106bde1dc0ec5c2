package io.semascope.neighbour.pairs;

/// Multiplies six rows of one block with a panel of rows of another and names the pairs that may be near. The two ways let the same pairs pass.
sealed interface TileKernel permits ScalarTileKernel, SimdTileKernel {
  /// Rows multiplied at once: twelve sums with two registers of columns and one of a row fill the sixteen registers of AVX2.
  int ROWS = 6;

  /// How many rows a panel holds; divides `TileBlock.ROWS`.
  int columns();

  /// Compares the six left rows of `group` with the columns of the right `panel`, each product summed in ascending order of the values with fused
  /// multiply-add, and writes the pairs that pass `TileBlock`'s sieve to `tiles.passed()`, as row · columns + column within this tile.
  ///
  /// @return how many pairs passed
  int compare(Tiles tiles, int group, int panel);
}
