package io.semascope.raster;

import io.semascope.projection.PlanarLayout;
import io.semascope.raster.stamp.ShapeStamps;
import java.util.Arrays;
import java.util.Optional;

/// Finds the tiles of a block of rows and sorts the block by them. What it found stays in the cache of the core it runs on until it is sorted, so each
/// position is read once and each entry goes to memory once. Used by one thread at a time.
final class TileSorter {
  /// How many rows are sorted at once.
  static final int ROWS_AT_ONCE = 1 << 14;

  /// How many rows are looked at together.
  private static final int ROWS_TOGETHER = 1 << 9;

  /// A stamp is no larger than a tile, so that it reaches four of them at most.
  private static final int MOST_TILES = 4;

  private static final int TILE = TileBins.TILE;
  private static final int MARGIN = TileBins.MARGIN;
  private static final int TILE_BITS = 6;
  private static final int PHASE_BITS = 2;

  private final int[] tiles = new int[MOST_TILES * ROWS_AT_ONCE];
  private final int[] entries = new int[MOST_TILES * ROWS_AT_ONCE];

  /// Of the rows that are looked at together, x and y side by side.
  private final float[] places = new float[2 * ROWS_TOGETHER];

  private final double[] scales = new double[2 * ROWS_TOGETHER];
  private final double[] origins = new double[2 * ROWS_TOGETHER];
  private final int[] quarters = new int[2 * ROWS_TOGETHER];
  private final int[] kinds = new int[ROWS_TOGETHER];
  private int size;
  private int inView;

  /// What is sorted for which picture.
  ///
  /// @param only the rows that are sorted; all when empty
  record Order(
      PlanarLayout layout, PointKinds kinds, Optional<RowSet> only, RasterView view, Reach reach) {}

  /// How far a point of each kind is seen from its centre, in pixels, at most `TileBins.MARGIN` − 1.
  static final class Reach {
    private final int[] byKind;

    /// @param byKind not copied
    Reach(int[] byKind) {
      this.byKind = byKind;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Reach same && Arrays.equals(byKind, same.byKind);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(byKind);
    }
  }

  /// Finds the tiles of `ROWS_AT_ONCE` rows, or as many as there are.
  void collect(Order order, TileBins.Grid grid, int first) {
    size = 0;
    inView = 0;
    RasterView view = order.view();
    for (int i = 0; i < scales.length; i += 2) {
      scales[i] = view.scale();
      scales[i + 1] = -view.scale();
      origins[i] = view.originX();
      origins[i + 1] = view.originY();
    }
    int end = Math.min(order.kinds().count(), first + ROWS_AT_ONCE);
    if (order.only().isPresent()) {
      collect(order, order.only().get(), grid, first, end);
      return;
    }
    for (int row = first; row < end; row += ROWS_TOGETHER) {
      int rows = Math.min(ROWS_TOGETHER, end - row);
      order.layout().copyRows(row, rows, places);
      order.kinds().copyRows(row, rows, kinds);
      place(rows, order, grid);
    }
  }

  private void collect(Order order, RowSet only, TileBins.Grid grid, int first, int end) {
    int rows = 0;
    for (int row = only.next(first); row < end; row = only.next(row + 1)) {
      places[2 * rows] = order.layout().x(row);
      places[2 * rows + 1] = order.layout().y(row);
      kinds[rows++] = order.kinds().kind(row);
      if (rows == ROWS_TOGETHER) {
        place(rows, order, grid);
        rows = 0;
      }
    }
    place(rows, order, grid);
  }

  private void place(int rows, Order order, TileBins.Grid grid) {
    findQuarters(2 * rows);
    int endX = order.view().width() + 2 * MARGIN << PHASE_BITS;
    int endY = order.view().height() + 2 * MARGIN << PHASE_BITS;
    int lastX = order.view().width() - 1;
    int lastY = order.view().height() - 1;
    int columns = grid.columns();
    int[] reach = order.reach().byKind;
    // In variables of their own, which the compiler keeps in registers.
    int[] foundTiles = tiles;
    int[] foundEntries = entries;
    int found = size;
    int inside = 0;
    for (int i = 0; i < rows; i++) {
      int quarterX = quarters[2 * i];
      int quarterY = quarters[2 * i + 1];
      int pixelX = (quarterX >> PHASE_BITS) - MARGIN;
      int pixelY = (quarterY >> PHASE_BITS) - MARGIN;
      // Negative as soon as one of them is: a branch that is taken now and then costs more than the
      // sums.
      int within = pixelX | pixelY | lastX - pixelX | lastY - pixelY;
      inside += ~within >>> 31;
      int far = reach[kinds[i]];
      int inX = pixelX & TILE - 1;
      int inY = pixelY & TILE - 1;
      int room = inX - far | inY - far | TILE - 1 - far - inX | TILE - 1 - far - inY;
      if ((within | room) >= 0) {
        foundTiles[found] = (pixelY >> TILE_BITS) * columns + (pixelX >> TILE_BITS);
        foundEntries[found++] =
            TileBins.entry(
                kinds[i],
                inX + MARGIN << PHASE_BITS | quarterX & ShapeStamps.PHASES - 1,
                inY + MARGIN << PHASE_BITS | quarterY & ShapeStamps.PHASES - 1);
      } else if (Integer.compareUnsigned(quarterX, endX) < 0
          && Integer.compareUnsigned(quarterY, endY) < 0) {
        // What is no number became 0, from where no stamp reaches the picture.
        size = found;
        spread(i, far, grid);
        found = size;
      }
    }
    size = found;
    inView += inside;
  }

  /// In quarters of a pixel from the margin's corner, so that cutting off rounds down. The same is done to every number, so that the compiler does it to
  /// several at once.
  private void findQuarters(int numbers) {
    for (int i = 0; i < numbers; i++) {
      quarters[i] = (int) ((origins[i] + places[i] * scales[i] + MARGIN) * ShapeStamps.PHASES);
    }
  }

  /// Puts one of the rows that are looked at together into every tile it reaches.
  private void spread(int which, int far, TileBins.Grid grid) {
    int quarterX = quarters[2 * which];
    int quarterY = quarters[2 * which + 1];
    int x = (quarterX >> PHASE_BITS) - MARGIN;
    int y = (quarterY >> PHASE_BITS) - MARGIN;
    int left = Math.max(0, x - far >> TILE_BITS);
    int right = Math.min(grid.columns() - 1, x + far >> TILE_BITS);
    int up = Math.max(0, y - far >> TILE_BITS);
    int down = Math.min(grid.rows() - 1, y + far >> TILE_BITS);
    if (left > right || up > down) {
      return;
    }
    // Each is written whether it counts or not, because which do is a matter of chance, and a
    // branch by chance is slow.
    int wide = right - left;
    int tall = down - up;
    int toX = quarterX - (left << TILE_BITS + PHASE_BITS);
    int toY = quarterY - (up << TILE_BITS + PHASE_BITS);
    int nextX = toX - (wide << TILE_BITS + PHASE_BITS);
    int nextY = toY - (tall << TILE_BITS + PHASE_BITS);
    int tile = up * grid.columns() + left;
    int below = tile + tall * grid.columns();
    int kind = kinds[which];
    int at = size;
    put(at, tile, TileBins.entry(kind, toX, toY));
    put(at + wide, tile + wide, TileBins.entry(kind, nextX, toY));
    at += (1 + wide) * tall;
    put(at, below, TileBins.entry(kind, toX, nextY));
    put(at + wide, below + wide, TileBins.entry(kind, nextX, nextY));
    size = at + 1 + wide;
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
