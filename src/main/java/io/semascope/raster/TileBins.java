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

  private Block[] blocks = new Block[0];
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
        blocks[block] = new Block();
      }
    }
    Block.Grid grid = new Block.Grid(columns, tileRows);
    Fork.blocks(
        used,
        cancellation,
        block -> {
          int first = block * ROWS_AT_ONCE;
          int end = Math.min(plot.count(), first + ROWS_AT_ONCE);
          blocks[block].sort(new Block.Rows(plot, first, end), view, reach, grid);
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

  /// A block of rows sorted by bin, that is by layer and tile: a counting sort of what one pass over the positions found. Keeps its memory for the next picture.
  static final class Block {
    private int[] starts = new int[0];
    private int[] entries = new int[0];
    private int[] bins = new int[0];
    private int[] found = new int[0];
    private int size;
    private int inView;

    /// Tiles of a picture across and down.
    record Grid(int columns, int rows) {
      int tiles() {
        return columns * rows;
      }
    }

    /// The rows `first` to `end` − 1 of a plot.
    record Rows(Plot plot, int first, int end) {}

    void sort(Rows rows, RasterView view, Reach reach, Grid grid) {
      int binCount = grid.tiles() * LAYERS;
      if (starts.length != binCount + 2) {
        starts = new int[binCount + 2];
      } else {
        Arrays.fill(starts, 0);
      }
      size = 0;
      collect(rows, view, reach, grid);
      // Two places on, so that filling a bin moves its start to where it belongs.
      for (int bin = 2; bin < starts.length; bin++) {
        starts[bin] += starts[bin - 1];
      }
      if (entries.length < size) {
        entries = new int[found.length];
      }
      for (int at = 0; at < size; at++) {
        entries[starts[bins[at] + 1]++] = found[at];
      }
    }

    private void collect(Rows rows, RasterView view, Reach reach, Grid grid) {
      Plot plot = rows.plot();
      PlotRows layers = new PlotRows(plot);
      double endX = view.width() + MARGIN;
      double endY = view.height() + MARGIN;
      int inside = 0;
      for (int row = rows.first(); row < rows.end(); row++) {
        double x = view.x(plot.layout().x(row));
        double y = view.y(plot.layout().y(row));
        if (x > -MARGIN && y > -MARGIN && x < endX && y < endY) {
          int kind = plot.kinds().kind(row);
          int layer = layers.layer(row, kind);
          boolean counts = x >= 0 && y >= 0 && x < view.width() && y < view.height();
          inside += counts && layer != DIMMED ? 1 : 0;
          int far = reach.of(kind, layer);
          if (far >= 0) {
            // In quarters of a pixel from the margin's corner, so that cutting off rounds down.
            int quarterX = (int) ((x + MARGIN) * ShapeStamps.PHASES);
            int quarterY = (int) ((y + MARGIN) * ShapeStamps.PHASES);
            int pixelX = (quarterX >> 2) - MARGIN;
            int pixelY = (quarterY >> 2) - MARGIN;
            reserve();
            if (grid.columns() > pixelX >> 6
                && (pixelX - far | pixelY - far) >= 0
                && grid.rows() > pixelY >> 6
                && pixelX - far >> 6 == pixelX + far >> 6
                && pixelY - far >> 6 == pixelY + far >> 6) {
              int tile = (pixelY >> 6) * grid.columns() + (pixelX >> 6);
              int inX = (pixelX & 63) + MARGIN << 2 | quarterX & 3;
              int inY = (pixelY & 63) + MARGIN << 2 | quarterY & 3;
              add(layer * grid.tiles() + tile, TileBins.entry(kind, inX, inY));
            } else {
              spread(quarterX, quarterY, far, new Bin(grid, layer, kind));
            }
          }
        }
      }
      inView = inside;
    }

    private record Bin(Grid grid, int layer, int kind) {}

    private void spread(int quarterX, int quarterY, int far, Bin bin) {
      Grid grid = bin.grid();
      int x = (quarterX >> 2) - MARGIN;
      int y = (quarterY >> 2) - MARGIN;
      int fromColumn = Math.max(0, x - far >> 6);
      int toColumn = Math.min(grid.columns() - 1, x + far >> 6);
      int fromRow = Math.max(0, y - far >> 6);
      int toRow = Math.min(grid.rows() - 1, y + far >> 6);
      for (int tileRow = fromRow; tileRow <= toRow; tileRow++) {
        for (int tileColumn = fromColumn; tileColumn <= toColumn; tileColumn++) {
          int inX = quarterX - tileColumn * TILE * ShapeStamps.PHASES;
          int inY = quarterY - tileRow * TILE * ShapeStamps.PHASES;
          int tile = tileRow * grid.columns() + tileColumn;
          add(bin.layer() * grid.tiles() + tile, TileBins.entry(bin.kind(), inX, inY));
        }
      }
    }

    /// A stamp is no larger than a tile, so that it reaches four of them at most.
    private void reserve() {
      if (bins.length < size + 4) {
        int length = Math.max(1 << 10, bins.length * 2);
        bins = Arrays.copyOf(bins, length);
        found = Arrays.copyOf(found, length);
      }
    }

    private void add(int bin, int entry) {
      bins[size] = bin;
      found[size++] = entry;
      starts[bin + 2]++;
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
