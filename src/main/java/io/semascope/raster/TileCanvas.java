package io.semascope.raster;

import java.util.Arrays;

/// One tile being painted from front to back: what comes later is seen only where what came before lets light through, so that a pixel which is covered is
/// never touched again. Used by one thread, then cleared and used again.
///
/// A pixel is four sums of 16 bits, alpha, red, green and blue, each in 1/255 of a level of 8 bits.
final class TileCanvas {
  static final int SIDE = TileBins.TILE;
  private static final int FULL = 255 * 255;

  /// From this alpha on `dividedBy255` of what is left gives 0.
  private static final long COVERED_FROM = FULL - 127;

  private static final long HALVES = 0x0080_0080_0080_0080L;
  private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;

  private final long[] pixels = new long[SIDE * SIDE];
  private final long[] covered = new long[SIDE];
  private int openRows;

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
    long[] masks = stamps.masks(phase);
    long[] colours = stamps.lanes(phase);
    boolean small = size == 5 && left >= 0 && left <= SIDE - 5;
    if (small && top >= 0 && top <= SIDE - 5 && isFiveCovered(left, top)) {
      return;
    }
    int end = Math.min(size, SIDE - top);
    for (int row = Math.max(0, -top); row < end; row++) {
      long mask = left >= 0 ? masks[row] << left : masks[row] >>> -left;
      mask &= ~covered[top + row];
      if (mask != 0) {
        long done =
            small
                ? paintFive((top + row) * SIDE + left, colours, row * 5) << left
                : paintRow(mask, colours, row * size - left, (top + row) * SIDE);
        cover(top + row, done);
      }
    }
  }

  /// Whether nothing of 5 × 5 pixels lets light through, which is so for most points of a heap.
  private boolean isFiveCovered(int left, int top) {
    long all =
        covered[top] & covered[top + 1] & covered[top + 2] & covered[top + 3] & covered[top + 4];
    return (all >>> left & 0b1_1111) == 0b1_1111;
  }

  private void cover(int row, long done) {
    long before = covered[row];
    covered[row] = before | done;
    if ((before | done) == -1 && before != -1) {
      openRows--;
    }
  }

  /// Five pixels side by side, without a loop and without asking which are covered or empty: neither changes. Returns which are covered.
  private long paintFive(int at, long[] colours, int from) {
    return paint(at, colours[from])
        | paint(at + 1, colours[from + 1]) << 1
        | paint(at + 2, colours[from + 2]) << 2
        | paint(at + 3, colours[from + 3]) << 3
        | paint(at + 4, colours[from + 4]) << 4;
  }

  /// A row of a shape has no gap, so that it is a plain loop: a covered pixel within it lets no light through and stays as it is.
  private long paintRow(long mask, long[] colours, int stampLine, int line) {
    int from = Long.numberOfTrailingZeros(mask);
    int to = Long.SIZE - Long.numberOfLeadingZeros(mask);
    long done = 0;
    for (int x = from; x < to; x++) {
      done |= paint(line + x, colours[stampLine + x]) << x;
    }
    return done;
  }

  /// Returns 1 when the pixel is covered now.
  private long paint(int at, long colour) {
    long under = pixels[at];
    long sums = under + colour * dividedBy255(FULL - (int) (under >>> 48));
    pixels[at] = sums;
    return COVERED_FROM - 1 - (sums >>> 48) >>> 63;
  }

  /// `value` / 255, rounded (exact for 0…65,535; Blinn, “Three wrongs make a right”, 1995); 0 for a little below 0.
  private static int dividedBy255(int value) {
    int half = value + 128;
    return half + (half >> 8) >> 8;
  }

  /// Copies the first pixels of a row as premultiplied ARGB.
  void copyRow(int y, int[] target, int from, int width) {
    for (int x = 0; x < width; x++) {
      target[from + x] = argb(pixels[y * SIDE + x]);
    }
  }

  /// Lays the first pixels of a row over premultiplied ARGB.
  void layRowOver(int y, int[] target, int from, int width) {
    for (int x = 0; x < width; x++) {
      long sums = pixels[y * SIDE + x];
      if (sums != 0) {
        int light = dividedBy255(FULL - (int) (sums >>> 48));
        target[from + x] = argb(sums + lanes(target[from + x]) * light);
      }
    }
  }

  private static long lanes(int argb) {
    return (argb & 0xFF000000L) << 24
        | (argb & 0xFF0000L) << 16
        | (argb & 0xFF00L) << 8
        | argb & 0xFFL;
  }

  private static int argb(long sums) {
    long half = sums + HALVES;
    long bytes = half + (half >>> 8 & LOW_BYTES) >>> 8 & LOW_BYTES;
    return (int)
        (bytes >>> 24 & 0xFF000000L
            | bytes >>> 16 & 0xFF0000
            | bytes >>> 8 & 0xFF00
            | bytes & 0xFF);
  }
}
