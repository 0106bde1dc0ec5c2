package io.semascope.raster;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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

  private static final int POSITION_BITS = 9;
  private static final int POSITION_MASK = (1 << POSITION_BITS) - 1;

  private final Queue<TileSorter> sorters = new ConcurrentLinkedQueue<>();
  private Block[] blocks = new Block[0];
  private int used;
  private int columns;
  private int tiles;
  private int inView;

  /// Tiles of a picture across and down.
  record Grid(int columns, int rows) {
    int tiles() {
      return columns * rows;
    }
  }

  /// Sorts the points of a plot. Throws `JobCancelled` when asked to stop.
  void sort(Plot plot, RasterView view, TileSorter.Reach reach, Cancellation cancellation) {
    Grid grid = new Grid((view.width() + TILE - 1) / TILE, (view.height() + TILE - 1) / TILE);
    columns = grid.columns();
    tiles = grid.tiles();
    used = (plot.count() + TileSorter.ROWS_AT_ONCE - 1) / TileSorter.ROWS_AT_ONCE;
    int before = blocks.length;
    if (before != used) {
      blocks = Arrays.copyOf(blocks, used);
      for (int block = before; block < used; block++) {
        blocks[block] = new Block();
      }
    }
    TileSorter.Order order = new TileSorter.Order(plot, view, reach, grid);
    Fork.blocks(
        used,
        cancellation,
        block -> {
          TileSorter idle = sorters.poll();
          TileSorter sorter = idle == null ? new TileSorter() : idle;
          sorter.collect(order, block * TileSorter.ROWS_AT_ONCE);
          blocks[block].fill(sorter, tiles * LAYERS);
          sorters.add(sorter);
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

  Block block(int block) {
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

  /// A block of rows sorted by bin, that is by layer and tile: a counting sort of what was collected. Keeps its memory for the next picture.
  static final class Block {
    private int[] starts = new int[0];
    private int[] entries = new int[0];
    private int inView;

    private void fill(TileSorter sorter, int bins) {
      if (starts.length != bins + 2) {
        starts = new int[bins + 2];
      } else {
        Arrays.fill(starts, 0);
      }
      if (entries.length < sorter.size()) {
        entries = new int[sorter.size() + sorter.size() / 8];
      }
      sorter.sort(starts, entries);
      inView = sorter.inView();
    }

    /// How many points that are not dimmed have their centre in the picture.
    int inView() {
      return inView;
    }

    /// The first entry of a bin.
    int from(int bin) {
      return starts[bin];
    }

    /// One past the last entry of a bin.
    int to(int bin) {
      return starts[bin + 1];
    }

    /// See `entry`.
    int entry(int at) {
      return entries[at];
    }
  }
}
