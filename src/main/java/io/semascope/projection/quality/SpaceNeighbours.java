package io.semascope.projection.quality;

/// How near all rows of a space are to one of them. Used by one thread at a time.
sealed interface SpaceNeighbours permits NearestRows, SampledRow {
  /// The row at `rank`, 1 being the nearest and k the last that is known.
  int row(int rank);

  /// Whether a row is among the k nearest.
  boolean has(int row);

  /// 1 + how many other rows are nearer.
  int rank(int row);
}
