package io.semascope.bench.neighbour;

import java.util.Locale;

/// What can be measured of the search for neighbours by itself.
public enum NeighbourPart {
  /// Questions to the exact index, one by one and all in one pass.
  QUERIES,
  /// The exact graph of all rows.
  GRAPH,
  /// The approximate graph of all rows. The exact one is made and timed beside it, because it is the truth that it is judged by.
  APPROXIMATE_GRAPH,
  /// HNSW and bits, dial by dial.
  APPROXIMATE_INDEXES;

  /// The name in commands.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
