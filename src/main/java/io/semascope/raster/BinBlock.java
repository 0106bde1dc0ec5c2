package io.semascope.raster;

import java.util.Arrays;

/// A block of rows sorted by bin, that is by layer and tile: a counting sort of what one pass over the positions found. Keeps its memory for the next picture.
final class BinBlock {
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
    int binCount = grid.tiles() * TileBins.LAYERS;
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
    double endX = view.width() + TileBins.MARGIN;
    double endY = view.height() + TileBins.MARGIN;
    int inside = 0;
    for (int row = rows.first(); row < rows.end(); row++) {
      double x = view.x(plot.layout().x(row));
      double y = view.y(plot.layout().y(row));
      if (x > -TileBins.MARGIN && y > -TileBins.MARGIN && x < endX && y < endY) {
        int kind = plot.kinds().kind(row);
        int layer = layers.layer(row, kind);
        boolean counts = x >= 0 && y >= 0 && x < view.width() && y < view.height();
        inside += counts && layer != TileBins.DIMMED ? 1 : 0;
        int far = reach.of(kind, layer);
        if (far >= 0) {
          // In quarters of a pixel from the margin's corner, so that cutting off rounds down.
          int quarterX = (int) ((x + TileBins.MARGIN) * ShapeStamps.PHASES);
          int quarterY = (int) ((y + TileBins.MARGIN) * ShapeStamps.PHASES);
          int pixelX = (quarterX >> 2) - TileBins.MARGIN;
          int pixelY = (quarterY >> 2) - TileBins.MARGIN;
          reserve();
          if (grid.columns() > pixelX >> 6
              && (pixelX - far | pixelY - far) >= 0
              && grid.rows() > pixelY >> 6
              && pixelX - far >> 6 == pixelX + far >> 6
              && pixelY - far >> 6 == pixelY + far >> 6) {
            int tile = (pixelY >> 6) * grid.columns() + (pixelX >> 6);
            int inX = (pixelX & 63) + TileBins.MARGIN << 2 | quarterX & 3;
            int inY = (pixelY & 63) + TileBins.MARGIN << 2 | quarterY & 3;
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
    int x = (quarterX >> 2) - TileBins.MARGIN;
    int y = (quarterY >> 2) - TileBins.MARGIN;
    int fromColumn = Math.max(0, x - far >> 6);
    int toColumn = Math.min(grid.columns() - 1, x + far >> 6);
    int fromRow = Math.max(0, y - far >> 6);
    int toRow = Math.min(grid.rows() - 1, y + far >> 6);
    for (int tileRow = fromRow; tileRow <= toRow; tileRow++) {
      for (int tileColumn = fromColumn; tileColumn <= toColumn; tileColumn++) {
        int inX = quarterX - tileColumn * TileBins.TILE * ShapeStamps.PHASES;
        int inY = quarterY - tileRow * TileBins.TILE * ShapeStamps.PHASES;
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

  /// See `TileBins.entry`.
  int entry(int at) {
    return entries[at];
  }
}
