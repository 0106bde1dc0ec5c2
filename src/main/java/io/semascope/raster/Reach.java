package io.semascope.raster;

import java.util.function.IntBinaryOperator;

/// How far a point of a kind is seen from its centre in each layer, in pixels, at most `TileBins.MARGIN` − 1; negative where it is not drawn at all.
final class Reach {
  private final int[][] byLayer = new int[TileBins.LAYERS][];

  /// @param reach of a kind in a layer
  Reach(int kinds, IntBinaryOperator reach) {
    for (int layer = 0; layer < byLayer.length; layer++) {
      byLayer[layer] = new int[kinds];
      for (int kind = 0; kind < kinds; kind++) {
        byLayer[layer][kind] = reach.applyAsInt(kind, layer);
      }
    }
  }

  int of(int kind, int layer) {
    return byLayer[layer][kind];
  }
}
