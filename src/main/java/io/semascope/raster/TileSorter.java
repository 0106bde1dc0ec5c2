package io.semascope.raster;

import io.semascope.projection.PlanarLayout;
import io.semascope.raster.kernel.Located;
import io.semascope.raster.kernel.PixelKernel;
import java.util.Optional;

/// Finds the tiles of a block of rows and sorts the block by them. What it found stays in the cache of the core it runs on until it is sorted, so each
/// position is read once and each entry goes to memory once. Used by one thread at a time.
final class TileSorter {
  /// How many rows are sorted at once.
  static final int ROWS_AT_ONCE = 1 << 14;

  /// How many rows are looked at together.
  private static final int ROWS_TOGETHER = Located.ROWS;

  /// A stamp is no larger than a tile, so that it reaches four of them at most.
  private static final int MOST_TILES = 4;

  private final int[] tiles = new int[MOST_TILES * ROWS_AT_ONCE + 1];
  private final int[] entries = new int[MOST_TILES * ROWS_AT_ONCE + 1];

  /// Of the rows that are looked at together those on more than one tile, below where their first entry is.
  private final long[] spread = new long[ROWS_TOGETHER];

  private final Located located = new Located();
  private PixelKernel kernel = PixelKernel.bestFor(0);
  private Located.Ground ground = new Located.Ground(1, 0, 0, 1, 1, 0);
  private int size;
  private int inView;

  /// What is sorted for which picture.
  ///
  /// @param only the rows that are sorted; all when empty
  /// @param reach how far from its centre a point is seen at most, in pixels, at most `TileBins.MARGIN` − 1
  record Order(
      PlanarLayout layout, PointKinds kinds, Optional<RowSet> only, RasterView view, int reach) {}

  /// Finds the tiles of `ROWS_AT_ONCE` rows, or as many as there are.
  void collect(Order order, int first) {
    size = 0;
    inView = 0;
    RasterView view = order.view();
    kernel = PixelKernel.bestFor(order.kinds().count());
    ground =
        new Located.Ground(
            view.scale(),
            view.originX(),
            view.originY(),
            view.width(),
            view.height(),
            order.reach());
    int end = Math.min(order.kinds().count(), first + ROWS_AT_ONCE);
    if (order.only().isPresent()) {
      collect(order, order.only().get(), first, end);
      return;
    }
    for (int row = first; row < end; row += ROWS_TOGETHER) {
      int rows = Math.min(ROWS_TOGETHER, end - row);
      order.layout().copyRows(row, rows, located.places());
      order.kinds().copyRows(row, rows, located.kinds());
      place(rows);
    }
  }

  private void collect(Order order, RowSet only, int first, int end) {
    float[] places = located.places();
    int[] kinds = located.kinds();
    int rows = 0;
    for (int row = only.next(first); row < end; row = only.next(row + 1)) {
      places[2 * rows] = order.layout().x(row);
      places[2 * rows + 1] = order.layout().y(row);
      kinds[rows++] = order.kinds().kind(row);
      if (rows == ROWS_TOGETHER) {
        place(rows);
        rows = 0;
      }
    }
    place(rows);
  }

  private void place(int rows) {
    inView += kernel.locate(located, rows, ground);
    int[] tilesOfRows = located.tiles();
    int[] entriesOfRows = located.entries();
    int[] counts = located.counts();
    // In variables of their own, which the compiler keeps in registers.
    int[] foundTiles = tiles;
    int[] foundEntries = entries;
    int found = size;
    int onMore = 0;
    // Everything is written whether it counts or not, because which does is a matter of chance, and
    // a branch by chance is slow.
    for (int i = 0; i < rows; i++) {
      foundTiles[found] = tilesOfRows[i];
      foundEntries[found] = entriesOfRows[i];
      spread[onMore] = (long) found << 32 | i;
      found += counts[i];
      onMore += counts[i] + 2 >> 2;
    }
    size = found;
    for (int i = 0; i < onMore; i++) {
      spread((int) spread[i], (int) (spread[i] >>> 32));
    }
  }

  /// Puts a row that is seen on two or four tiles into all of them.
  ///
  /// @param at where its first entry is, and where there is room for the others behind it
  private void spread(int row, int at) {
    int wide = located.spans()[row] & 1;
    int tall = located.spans()[row] >> 1;
    int tile = located.tiles()[row];
    int entry = located.entries()[row];
    int lower = at + (1 + wide) * tall;
    int tileBelow = tile + tall * ground.columns();
    int entryBelow = entry - tall * TileBins.ONE_DOWN;
    put(at + wide, tile + wide, entry - wide * TileBins.ONE_RIGHT);
    put(lower, tileBelow, entryBelow);
    put(lower + wide, tileBelow + wide, entryBelow - wide * TileBins.ONE_RIGHT);
  }

  private void put(int at, int tile, int entry) {
    tiles[at] = tile;
    entries[at] = entry;
  }

  /// How many entries were found.
  int size() {
    return size;
  }

  /// How many of the points have their centre in the picture.
  int inView() {
    return inView;
  }

  /// Sorts what was found by tile, in the order it was found.
  ///
  /// @param starts zeros; afterwards where each tile begins and, after the last, where it ends
  /// @param target room for `size` entries
  void sort(int[] starts, int[] target) {
    // Two places on, so that filling a tile moves its start to where it belongs.
    for (int at = 0; at < size; at++) {
      starts[tiles[at] + 2]++;
    }
    for (int tile = 2; tile < starts.length; tile++) {
      starts[tile] += starts[tile - 1];
    }
    for (int at = 0; at < size; at++) {
      target[starts[tiles[at] + 1]++] = entries[at];
    }
  }
}
