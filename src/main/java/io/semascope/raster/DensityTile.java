package io.semascope.raster;

import java.util.Arrays;

/// How many points lie on each pixel of one tile, and the mean of their colours. Used by one thread, then cleared and used again.
///
/// Each point is spread over 3 × 3 pixels by the quadratic B-spline (Unser, “Splines”, 1999, equation 12) at quarter-pixel positions, in sixteenths along each
/// axis: the weights of a point add up to 256/256, so no point is lost and none counts twice.
final class DensityTile {
  static final int SIDE = TileBins.TILE;

  /// A point in the first pixel of a neighbouring tile reaches one pixel farther out.
  private static final int EDGE = 2;

  private static final int LINE = SIDE + 2 * EDGE;
  private static final int[][] WEIGHTS = {{6, 10, 0}, {3, 12, 1}, {1, 12, 3}, {0, 10, 6}};
  private static final float SUM_OF_WEIGHTS = 256;

  /// After so many points a sum of 32 bits might overflow: 2¹⁶ · (12 · 12) · 255 < 2³².
  private static final int POINTS_AT_ONCE = 1 << 16;

  private final long[] countAndRed = new long[LINE * LINE];
  private final long[] greenAndBlue = new long[LINE * LINE];
  private final float[] counts = new float[SIDE * SIDE];
  private final float[] reds = new float[SIDE * SIDE];
  private final float[] greens = new float[SIDE * SIDE];
  private final float[] blues = new float[SIDE * SIDE];

  /// Counts the lit points of a tile.
  ///
  /// @param colours two words for each kind, as `colour` makes them
  void count(TileBins bins, int tile, long[] colours) {
    clear();
    int bin = bins.bin(tile, TileBins.LIT);
    int points = 0;
    for (int at = 0; at < bins.blocks(); at++) {
      BinBlock block = bins.block(at);
      int from = block.from(bin);
      int to = block.to(bin);
      // A block has fewer points than may be added up at once.
      if (points + to - from > POINTS_AT_ONCE) {
        takeSums();
        points = 0;
      }
      points += to - from;
      for (int entry = from; entry < to; entry++) {
        add(block.entry(entry), colours);
      }
    }
    takeSums();
  }

  private void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(reds, 0);
    Arrays.fill(greens, 0);
    Arrays.fill(blues, 0);
  }

  /// The words by which a colour is summed: one point and its red, its green and its blue, each in 32 bits.
  static void colour(int rgb, int kind, long[] colours) {
    colours[2 * kind] = 1L << 32 | rgb >> 16 & 255;
    colours[2 * kind + 1] = (long) (rgb >> 8 & 255) << 32 | rgb & 255;
  }

  private void add(int entry, long[] colours) {
    int quarterX = TileBins.quarterX(entry);
    int quarterY = TileBins.quarterY(entry);
    int first =
        ((quarterY >> 2) - TileBins.MARGIN + EDGE - 1) * LINE
            + (quarterX >> 2)
            - TileBins.MARGIN
            + EDGE
            - 1;
    int[] across = WEIGHTS[quarterX & 3];
    int[] down = WEIGHTS[quarterY & 3];
    long red = colours[2 * TileBins.kind(entry)];
    long blue = colours[2 * TileBins.kind(entry) + 1];
    for (int row = 0; row < 3; row++) {
      int at = first + row * LINE;
      long left = (long) down[row] * across[0];
      long middle = (long) down[row] * across[1];
      long right = (long) down[row] * across[2];
      countAndRed[at] += red * left;
      greenAndBlue[at] += blue * left;
      countAndRed[at + 1] += red * middle;
      greenAndBlue[at + 1] += blue * middle;
      countAndRed[at + 2] += red * right;
      greenAndBlue[at + 2] += blue * right;
    }
  }

  /// Adds the sums of 32 bits to those of the tile, and begins new ones.
  private void takeSums() {
    for (int y = 0; y < SIDE; y++) {
      int from = (y + EDGE) * LINE + EDGE;
      for (int x = 0; x < SIDE; x++) {
        long first = countAndRed[from + x];
        long second = greenAndBlue[from + x];
        counts[y * SIDE + x] += (float) (first >>> 32);
        reds[y * SIDE + x] += (float) (first & 0xFFFF_FFFFL);
        greens[y * SIDE + x] += (float) (second >>> 32);
        blues[y * SIDE + x] += (float) (second & 0xFFFF_FFFFL);
      }
    }
    Arrays.fill(countAndRed, 0);
    Arrays.fill(greenAndBlue, 0);
  }

  /// Copies the first pixels of a row: mean colours as `0xRRGGBB`, 0 where no point lies, and numbers of points. Returns the largest number.
  float copyRow(int y, int[] rgb, float[] points, int to, int width) {
    float most = 0;
    for (int x = 0; x < width; x++) {
      int at = y * SIDE + x;
      float count = counts[at];
      float share = count > 0 ? 1 / count : 0;
      rgb[to + x] =
          (int) (reds[at] * share + 0.5f) << 16
              | (int) (greens[at] * share + 0.5f) << 8
              | (int) (blues[at] * share + 0.5f);
      points[to + x] = count / SUM_OF_WEIGHTS;
      most = Math.max(most, count);
    }
    return most / SUM_OF_WEIGHTS;
  }
}
