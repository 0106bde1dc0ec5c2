package io.semascope.raster;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// The points in view, sorted by the tile they fall on and by their layer, rows in order: a counting sort over fixed blocks of rows, so that the order is the
/// same on any number of cores. A point near an edge stands in each tile it reaches.
///
/// A tile is owned by whoever draws it: no two cores ever write one pixel.
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

  private final Plot plot;
  private final RasterView view;
  private final Reach reach;
  private final int columns;
  private final int tileRows;
  private final int tiles;
  private final int[] starts;
  private final int[] entries;

  private TileBins(Plot plot, RasterView view, Reach reach, Cancellation cancellation) {
    this.plot = plot;
    this.view = view;
    this.reach = reach;
    columns = (view.width() + TILE - 1) / TILE;
    tileRows = (view.height() + TILE - 1) / TILE;
    tiles = columns * tileRows;
    int bins = tiles * LAYERS;
    int blocks = (plot.count() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    int[][] places = new int[blocks][bins];
    Fork.blocks(blocks, cancellation, block -> walk(block, places[block], new int[0]));
    starts = new int[bins + 1];
    int next = 0;
    for (int bin = 0; bin < bins; bin++) {
      starts[bin] = next;
      for (int[] ofBlock : places) {
        int count = ofBlock[bin];
        ofBlock[bin] = next;
        next += count;
      }
    }
    starts[bins] = next;
    entries = new int[next];
    Fork.blocks(blocks, cancellation, block -> walk(block, places[block], entries));
  }

  static TileBins of(Plot plot, RasterView view, Reach reach, Cancellation cancellation) {
    return new TileBins(plot, view, reach, cancellation);
  }

  /// Counts entries by bin, or with room in `target` puts them where `places` says.
  private void walk(int block, int[] places, int[] target) {
    PlotRows layers = new PlotRows(plot);
    int end = Math.min(plot.count(), (block + 1) * ROWS_AT_ONCE);
    for (int row = block * ROWS_AT_ONCE; row < end; row++) {
      double x = view.x(plot.layout().x(row));
      double y = view.y(plot.layout().y(row));
      boolean near =
          x > -MARGIN && y > -MARGIN && x < view.width() + MARGIN && y < view.height() + MARGIN;
      if (near) {
        int kind = plot.kinds().kind(row);
        int layer = layers.layer(row, kind);
        int far = reach.of(kind, layer);
        // In quarters of a pixel from the margin's corner, so that cutting off rounds down.
        int quarterX = (int) ((x + MARGIN) * ShapeStamps.PHASES);
        int quarterY = (int) ((y + MARGIN) * ShapeStamps.PHASES);
        if (far >= 0) {
          spread(quarterX, quarterY, far, layer * tiles, kind, places, target);
        }
      }
    }
  }

  private void spread(
      int quarterX, int quarterY, int far, int firstBin, int kind, int[] places, int[] target) {
    int x = (quarterX >> 2) - MARGIN;
    int y = (quarterY >> 2) - MARGIN;
    int fromColumn = Math.max(0, x - far >> 6);
    int toColumn = Math.min(columns - 1, x + far >> 6);
    int fromRow = Math.max(0, y - far >> 6);
    int toRow = Math.min(tileRows - 1, y + far >> 6);
    for (int tileRow = fromRow; tileRow <= toRow; tileRow++) {
      for (int tileColumn = fromColumn; tileColumn <= toColumn; tileColumn++) {
        int place = places[firstBin + tileRow * columns + tileColumn]++;
        if (target.length > 0) {
          int inX = quarterX - tileColumn * TILE * ShapeStamps.PHASES;
          int inY = quarterY - tileRow * TILE * ShapeStamps.PHASES;
          target[place] = (kind << POSITION_BITS | inY) << POSITION_BITS | inX;
        }
      }
    }
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

  /// The first entry of a tile in a layer.
  int from(int tile, int layer) {
    return starts[layer * tiles + tile];
  }

  /// One past the last entry of a tile in a layer.
  int to(int tile, int layer) {
    return starts[layer * tiles + tile + 1];
  }

  /// What is known of one point on one tile; `quarterX`, `quarterY` and `kind` read it.
  int entry(int at) {
    return entries[at];
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
