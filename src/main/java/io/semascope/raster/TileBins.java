package io.semascope.raster;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.raster.kernel.Located;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The points in view, sorted by the tile they fall on, rows in order. Fixed blocks of rows are sorted each on its own, so that every position is read once,
/// sorting stays in the cache, and the order is the same on any number of cores: block after block. A point near an edge stands in each tile it reaches.
/// Which points stand back is not its business, so a filter sorts nothing anew.
///
/// A tile is owned by whoever draws it: no two cores ever write one pixel. Keeps its memory and what it sorted for the next picture, so it serves one picture
/// at a time.
final class TileBins {
  /// Side of a tile.
  static final int TILE = Located.TILE;

  /// Beyond the edge of a tile no stamp begins farther away.
  static final int MARGIN = Located.MARGIN;

  private static final int POSITION_BITS = Located.POSITION_BITS;
  private static final int POSITION_MASK = (1 << POSITION_BITS) - 1;

  /// How much less an entry is on the next tile on the right.
  static final int ONE_RIGHT = TILE * Located.PHASES;

  /// How much less an entry is on the next tile below.
  static final int ONE_DOWN = ONE_RIGHT << POSITION_BITS;

  private final Queue<TileSorter> sorters = new ConcurrentLinkedQueue<>();
  private Block[] blocks = new Block[0];
  private int used;
  private Grid grid = new Grid(0, 0);
  private int inView;
  private Optional<TileSorter.Order> sorted = Optional.empty();
  private int timesSorted;

  /// Tiles of a picture across and down.
  record Grid(int columns, int rows) {
    int tiles() {
      return columns * rows;
    }
  }

  /// Sorts points, unless it was these that were sorted last. Throws `JobCancelled` when asked to stop.
  void sort(TileSorter.Order order, Cancellation cancellation) {
    if (sorted.equals(Optional.of(order))) {
      return;
    }
    sorted = Optional.empty();
    RasterView view = order.view();
    grid = new Grid((view.width() + TILE - 1) / TILE, (view.height() + TILE - 1) / TILE);
    makeBlocks((order.kinds().count() + TileSorter.ROWS_AT_ONCE - 1) / TileSorter.ROWS_AT_ONCE);
    Fork.blocks(
        used,
        cancellation,
        block -> {
          TileSorter idle = sorters.poll();
          TileSorter sorter = idle == null ? new TileSorter() : idle;
          sorter.collect(order, block * TileSorter.ROWS_AT_ONCE);
          blocks[block].fill(sorter, grid.tiles());
          sorters.add(sorter);
        });
    inView = 0;
    for (int block = 0; block < used; block++) {
      inView += blocks[block].inView();
    }
    sorted = Optional.of(order);
    timesSorted++;
  }

  private void makeBlocks(int wanted) {
    used = wanted;
    int before = blocks.length;
    if (before != used) {
      blocks = Arrays.copyOf(blocks, used);
      for (int block = before; block < used; block++) {
        blocks[block] = new Block();
      }
    }
  }

  /// Lets go of what was sorted.
  void clear() {
    sorted = Optional.empty();
    blocks = new Block[0];
    used = 0;
    inView = 0;
  }

  /// How often something was sorted.
  int timesSorted() {
    return timesSorted;
  }

  /// How many of the points have their centre in the picture.
  int inView() {
    return inView;
  }

  /// How many tiles there are.
  int tiles() {
    return grid.tiles();
  }

  /// Left edge of a tile in pixels.
  int left(int tile) {
    return tile % grid.columns() * TILE;
  }

  /// Upper edge of a tile in pixels.
  int top(int tile) {
    return tile / grid.columns() * TILE;
  }

  /// The blocks of rows, from the first to the last.
  int blocks() {
    return used;
  }

  Block block(int block) {
    return blocks[block];
  }

  /// Whether a tile has no entry.
  boolean isEmpty(int tile) {
    for (int block = 0; block < used; block++) {
      if (blocks[block].to(tile) > blocks[block].from(tile)) {
        return false;
      }
    }
    return true;
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

  /// A block of rows sorted by tile: a counting sort of what was collected. Keeps its memory for the next picture.
  static final class Block {
    private int[] starts = new int[0];
    private int[] entries = new int[0];
    private int inView;

    private void fill(TileSorter sorter, int tiles) {
      if (starts.length != tiles + 2) {
        starts = new int[tiles + 2];
      } else {
        Arrays.fill(starts, 0);
      }
      if (entries.length < sorter.size()) {
        entries = new int[sorter.size() + sorter.size() / 8];
      }
      sorter.sort(starts, entries);
      inView = sorter.inView();
    }

    /// How many of the points have their centre in the picture.
    int inView() {
      return inView;
    }

    /// The first entry of a tile.
    int from(int tile) {
      return starts[tile];
    }

    /// One past the last entry of a tile.
    int to(int tile) {
      return starts[tile + 1];
    }

    /// See `entry`.
    int entry(int at) {
      return entries[at];
    }
  }
}
