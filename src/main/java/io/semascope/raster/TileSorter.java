package io.semascope.raster;

import io.semascope.raster.stamp.ShapeStamps;
import java.util.function.IntBinaryOperator;

/// Finds the tiles of a block of rows and sorts the block by them. What it found stays in the cache of the core it runs on until it is sorted, so each
/// position is read once and each entry goes to memory once. Used by one thread at a time.
final class TileSorter {
  /// How many rows are sorted at once.
  static final int ROWS_AT_ONCE = 1 << 14;

  /// A stamp is no larger than a tile, so that it reaches four of them at most.
  private static final int MOST_TILES = 4;

  private static final int TILE = TileBins.TILE;
  private static final int MARGIN = TileBins.MARGIN;
  private static final int TILE_BITS = 6;
  private static final int PHASE_BITS = 2;

  private final int[] bins = new int[MOST_TILES * ROWS_AT_ONCE];
  private final int[] entries = new int[MOST_TILES * ROWS_AT_ONCE];
  private int size;
  private int inView;

  /// What is sorted for which picture.
  record Order(Plot plot, RasterView view, Reach reach, TileBins.Grid grid) {}

  /// Finds the bins of `ROWS_AT_ONCE` rows, or as many as there are.
  void collect(Order order, int first) {
    Plot plot = order.plot();
    RasterView view = order.view();
    PlotRows rows = new PlotRows(plot);
    int lastX = view.width() - 1;
    int lastY = view.height() - 1;
    double endX = view.width() + MARGIN;
    double endY = view.height() + MARGIN;
    int columns = order.grid().columns();
    int tiles = order.grid().tiles();
    int end = Math.min(plot.count(), first + ROWS_AT_ONCE);
    int inside = 0;
    size = 0;
    for (int row = first; row < end; row++) {
      double x = view.x(plot.layout().x(row));
      double y = view.y(plot.layout().y(row));
      if (x > -MARGIN && y > -MARGIN && x < endX && y < endY) {
        int kind = plot.kinds().kind(row);
        int layer = rows.layer(row, kind);
        // In quarters of a pixel from the margin's corner, so that cutting off rounds down.
        int quarterX = (int) ((x + MARGIN) * ShapeStamps.PHASES);
        int quarterY = (int) ((y + MARGIN) * ShapeStamps.PHASES);
        int pixelX = (quarterX >> PHASE_BITS) - MARGIN;
        int pixelY = (quarterY >> PHASE_BITS) - MARGIN;
        // Negative as soon as one of them is: a branch that is taken now and then costs more than
        // the sums.
        int within = pixelX | pixelY | lastX - pixelX | lastY - pixelY;
        inside += layer != TileBins.DIMMED ? ~within >>> 31 : 0;
        int far = order.reach().of(kind, layer);
        int inX = pixelX & TILE - 1;
        int inY = pixelY & TILE - 1;
        int room = inX - far | inY - far | TILE - 1 - far - inX | TILE - 1 - far - inY;
        if ((within | room | far) >= 0) {
          bins[size] = layer * tiles + (pixelY >> TILE_BITS) * columns + (pixelX >> TILE_BITS);
          entries[size++] =
              TileBins.entry(
                  kind,
                  inX + MARGIN << PHASE_BITS | quarterX & ShapeStamps.PHASES - 1,
                  inY + MARGIN << PHASE_BITS | quarterY & ShapeStamps.PHASES - 1);
        } else if (far >= 0) {
          spread(quarterX, quarterY, far, new Bin(order.grid(), layer, kind));
        }
      }
    }
    inView = inside;
  }

  private record Bin(TileBins.Grid grid, int layer, int kind) {}

  /// Puts a point into every tile it reaches.
  private void spread(int quarterX, int quarterY, int far, Bin bin) {
    TileBins.Grid grid = bin.grid();
    int x = (quarterX >> PHASE_BITS) - MARGIN;
    int y = (quarterY >> PHASE_BITS) - MARGIN;
    int left = Math.max(0, x - far >> TILE_BITS);
    int right = Math.min(grid.columns() - 1, x + far >> TILE_BITS);
    int up = Math.max(0, y - far >> TILE_BITS);
    int down = Math.min(grid.rows() - 1, y + far >> TILE_BITS);
    if (left > right || up > down) {
      return;
    }
    int from = size;
    // Each is written whether it counts or not, because which do is a matter of chance, and a
    // branch by chance is slow.
    int ifWide = right - left;
    int ifTall = down - up;
    put(from, up, left, quarterX, quarterY, bin);
    put(from + ifWide, up, right, quarterX, quarterY, bin);
    put(from + (1 + ifWide) * ifTall, down, left, quarterX, quarterY, bin);
    put(from + (1 + ifWide) * ifTall + ifWide, down, right, quarterX, quarterY, bin);
    size = from + (1 + ifWide) * (1 + ifTall);
  }

  private void put(int at, int row, int column, int quarterX, int quarterY, Bin bin) {
    bins[at] = bin.layer() * bin.grid().tiles() + row * bin.grid().columns() + column;
    int inX = quarterX - column * TILE * ShapeStamps.PHASES;
    int inY = quarterY - row * TILE * ShapeStamps.PHASES;
    entries[at] = TileBins.entry(bin.kind(), inX, inY);
  }

  /// How many entries were found.
  int size() {
    return size;
  }

  /// How many of the points that are not dimmed have their centre in the picture.
  int inView() {
    return inView;
  }

  /// Sorts what was found by bin, in the order it was found.
  ///
  /// @param starts zeros; afterwards where each bin begins and, after the last, where it ends
  /// @param target room for `size` entries
  void sort(int[] starts, int[] target) {
    // Two places on, so that filling a bin moves its start to where it belongs.
    for (int at = 0; at < size; at++) {
      starts[bins[at] + 2]++;
    }
    for (int bin = 2; bin < starts.length; bin++) {
      starts[bin] += starts[bin - 1];
    }
    for (int at = 0; at < size; at++) {
      target[starts[bins[at] + 1]++] = entries[at];
    }
  }

  /// How far a point of a kind is seen from its centre in each layer, in pixels, at most `TileBins.MARGIN` − 1; negative where it is not drawn at all.
  static final class Reach {
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
}
