package io.semascope.raster;

import io.semascope.raster.kernel.PixelKernel;
import io.semascope.raster.stamp.ColourStamps;
import java.util.Arrays;

/// One tile being painted from front to back: what comes later is seen only where what came before lets light through, so that a pixel which is covered is
/// never touched again. Used by one thread, then cleared and used again. What a pixel is, `PixelKernel` says.
final class TileCanvas {
  static final int SIDE = TileBins.TILE;

  /// Room beside a row for what is painted at once and reaches over the edge.
  private static final int EDGE = PixelKernel.PIXELS;

  private final PixelKernel kernel;
  private final long[] pixels = new long[PixelKernel.LINE * SIDE];
  private final long[] covered = new long[SIDE];
  private int openRows;

  TileCanvas(PixelKernel kernel) {
    this.kernel = kernel;
  }

  /// Makes it empty.
  ///
  /// @param width how many pixels of a row are seen; the others count as covered
  /// @param height how many rows are seen
  void clear(int width, int height) {
    Arrays.fill(pixels, 0);
    Arrays.fill(covered, 0, height, width == SIDE ? 0 : -1L << width);
    Arrays.fill(covered, height, SIDE, -1);
    openRows = height;
  }

  /// Whether no pixel lets light through any more.
  boolean isCovered() {
    return openRows == 0;
  }

  /// Paints a stamp behind what is there.
  ///
  /// @param left of the stamp in pixels from the tile's left edge
  /// @param top of the stamp in pixels from the tile's upper edge
  void paintBehind(ColourStamps stamps, int phase, int left, int top) {
    int size = stamps.size();
    if (left >= SIDE || left <= -SIDE) {
      return;
    }
    boolean five = size == 5 && left >= 0 && left <= SIDE - 5 && top >= 0 && top <= SIDE - 5;
    if (five && (open(left, top) & stamps.seen(phase)) == 0) {
      return;
    }
    long[] colours = stamps.lanes(phase);
    int first = Math.max(0, -top);
    int end = Math.min(size, SIDE - top);
    for (int column = 0; column < size; column += PixelKernel.PIXELS) {
      int x = left + column;
      if (x > -PixelKernel.PIXELS && x < SIDE) {
        for (int row = first; row < end; row += PixelKernel.ROWS) {
          int at = (top + row) * PixelKernel.LINE + EDGE + x;
          int rows = Math.min(PixelKernel.ROWS, end - row);
          long bits = kernel.paintBehind(pixels, at, colours, stamps.place(column, row), rows);
          // Where points lie apart, no pixel is ever covered.
          if (bits != 0) {
            cover(bits, x, top + row, rows);
          }
        }
      }
    }
  }

  /// Which of 5 × 5 pixels let light through, a bit each, see `ColourStamps.seen`: none for most points of a heap.
  private int open(int left, int top) {
    int open = 0;
    for (int row = 0; row < 5; row++) {
      open |= (int) (~covered[top + row] >>> left & 0b1_1111) << 5 * row;
    }
    return open;
  }

  /// @param bits as `PixelKernel.paintBehind` returns them
  private void cover(long bits, int x, int y, int rows) {
    long rest = bits;
    for (int row = y; row < y + rows; row++) {
      long done = rest & 0xFF;
      rest >>>= PixelKernel.PIXELS;
      long before = covered[row];
      long after = before | (x >= 0 ? done << x : done >>> -x);
      covered[row] = after;
      openRows -= after == -1 && before != -1 ? 1 : 0;
    }
  }

  /// Copies the first pixels of a row as premultiplied ARGB, with a colour behind them, see `PixelKernel`.
  void copyRow(int y, long background, int[] target, int from, int width) {
    kernel.toArgb(pixels, y * PixelKernel.LINE + EDGE, background, target, from, width);
  }

  /// Lays the first pixels of a row over premultiplied ARGB.
  void layRowOver(int y, int[] target, int from, int width) {
    long[] below = new long[SIDE];
    for (int x = 0; x < width; x++) {
      below[x] = Background.lanes(target[from + x]);
    }
    for (int x = 0; x < width; x += PixelKernel.PIXELS) {
      kernel.paintBehind(pixels, y * PixelKernel.LINE + EDGE + x, below, x, 1);
    }
    copyRow(y, 0, target, from, width);
  }
}
