package io.semascope.neighbour;

/// Compares four queries with a panel of rows held side by side. The two ways give the same bits.
sealed interface DistancePanel permits ScalarDistancePanel, SimdDistancePanel {
  int QUERIES = 4;

  /// How many rows a panel holds.
  int width();

  /// Writes |query − row|² of query q and row r to `distances[q · width + r]`, summed over the dimensions in ascending order with fused multiply-add.
  ///
  /// @param queries four queries, one after the other from index `from` on
  /// @param panel value i of row r at `i · width + r`
  void compare(float[] queries, int from, float[] panel, float[] distances);
}
