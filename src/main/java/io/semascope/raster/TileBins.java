package io.semascope.raster;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import java.util.Arrays;

/// The points in view, sorted by the tile they fall on and by their layer, rows in order. Fixed blocks of rows are sorted each on its own, so that every
/// position is read once, sorting stays in the cache, and the order is the same on any number of cores: block after block. A point near an edge stands in each
/// tile it reaches.
///
/// A tile is owned by whoever draws it: no two cores ever write one pixel. Keeps its memory for the next picture, so it serves one picture at a time.
final class TileBins {
  /// Side of a tile: one machine word has a bit for each pixel of a row.
  static final int TILE = 64;

  /// Layers from behind to before.
  static final int DIMMED = 0;

  static final int LIT = 1;
  static final int SELECTED = 2;
  static final int LAYERS = 3;

  /// Beyond the edge of a tile no stamp begins farther away.
  static final int MARGIN = 32;

  private static final int ROWS_AT_ONCE = 1 << 14;
  private static final int POSITION_BITS = 9;
  private static final int POSITION_MASK = (1 << POSITION_BITS) - 1;

  private BinBlock[] blocks = new BinBlock[0];
  private int used;
  private int columns;
  private int tiles;
  private int inView;

  /// Sorts the points of a plot. Throws `JobCancelled` when asked to stop.
  void sort(Plot plot, RasterView view, Reach reach, Cancellation cancellation) {
    columns = (view.width() + TILE - 1) / TILE;
    int tileRows = (view.height() + TILE - 1) / TILE;
    tiles = columns * tileRows;
    used = (plot.count() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    int before = blocks.length;
    if (before != used) {
      blocks = Arrays.copyOf(blocks, used);
      for (int block = before; block < used; block++) {
        blocks[block] = new BinBlock();
      }
    }
    BinBlock.Grid grid = new BinBlock.Grid(columns, tileRows);
    Fork.blocks(
        used,
        cancellation,
        block -> {
          int first = block * ROWS_AT_ONCE;
          int end = Math.min(plot.count(), first + ROWS_AT_ONCE);
          blocks[block].sort(new BinBlock.Rows(plot, first, end), view, reach, grid);
        });
    inView = 0;
    for (int block = 0; block < used; block++) {
      inView += blocks[block].inView();
    }
  }

  /// How many points that are not dimmed have their centre in the picture.
  int inView() {
    return inView;
  }

  /// How many tiles there are.
  int tiles() {
    return tiles;
  }

  /// Left edge of a tile in pixels.
  int left(int tile) {
    return tile % columns * TILE;
  }

  /// Upper edge of a tile in pixels.
  int top(int tile) {
    return tile / columns * TILE;
  }

  /// The blocks of rows, from the first to the last.
  int blocks() {
    return used;
  }

  BinBlock block(int block) {
    return blocks[block];
  }

  /// The number by which a block knows the points of a tile in a layer.
  int bin(int tile, int layer) {
    return layer * tiles + tile;
  }

  /// How many entries a tile has in a layer.
  int count(int tile, int layer) {
    int bin = bin(tile, layer);
    int count = 0;
    for (int block = 0; block < used; block++) {
      count += blocks[block].to(bin) - blocks[block].from(bin);
    }
    return count;
  }

  /// What is known of one point on one tile; `quarterX`, `quarterY` and `kind` read it.
  static int entry(int kind, int quarterX, int quarterY) {
    return (kind << POSITION_BITS | quarterY) << POSITION_BITS | quarterX;
  }

  /// The centre's x in quarters of a pixel, from `MARGIN` pixels left of the tile.
  static int quarterX(int entry) {
    return entry & POSITION_MASK;
  }

  /// The centre's y in quarters of a pixel, from `MARGIN` pixels above the tile.
  static int quarterY(int entry) {
    return entry >>> POSITION_BITS & POSITION_MASK;
  }

  static int kind(int entry) {
    return entry >>> 2 * POSITION_BITS;
  }
}
