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
  private static final long LOW = 0xFFFF_FFFFL;

  /// After so many points a sum of 32 bits might overflow: 2¹⁶ · (12 · 12) · 255 < 2³².
  private static final int POINTS_AT_ONCE = 1 << 16;

  /// Two words for each pixel, as `colour` makes them.
  private final long[] sums = new long[2 * LINE * LINE];

  /// Sums that were taken before they might overflow: number, red, green and blue of each pixel.
  private final float[] taken = new float[4 * SIDE * SIDE];

  private boolean anyTaken;

  /// Counts the lit points of a tile.
  ///
  /// @param colours two words for each kind, as `colour` makes them
  void count(TileBins bins, int tile, long[] colours) {
    Arrays.fill(sums, 0);
    anyTaken = false;
    int bin = bins.bin(tile, TileBins.LIT);
    int points = 0;
    for (int at = 0; at < bins.blocks(); at++) {
      TileBins.Block block = bins.block(at);
      int from = block.from(bin);
      int to = block.to(bin);
      // A block has fewer points than may be added up at once.
      if (points + to - from > POINTS_AT_ONCE) {
        takeSums();
        Arrays.fill(sums, 0);
        points = 0;
      }
      points += to - from;
      for (int entry = from; entry < to; entry++) {
        add(block.entry(entry), colours);
      }
    }
    if (anyTaken) {
      takeSums();
    }
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
    int left = across[0];
    int middle = across[1];
    int right = across[2];
    for (int row = 0; row < 3; row++) {
      int at = 2 * (first + row * LINE);
      int weight = down[row];
      long downRed = red * weight;
      long downBlue = blue * weight;
      sums[at] += downRed * left;
      sums[at + 1] += downBlue * left;
      sums[at + 2] += downRed * middle;
      sums[at + 3] += downBlue * middle;
      sums[at + 4] += downRed * right;
      sums[at + 5] += downBlue * right;
    }
  }

  /// Moves the sums of 32 bits to wider ones.
  private void takeSums() {
    if (!anyTaken) {
      Arrays.fill(taken, 0);
      anyTaken = true;
    }
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int at = 4 * (y * SIDE + x);
        long first = sums[word(x, y)];
        long second = sums[word(x, y) + 1];
        taken[at] += (float) (first >>> 32);
        taken[at + 1] += (float) (first & LOW);
        taken[at + 2] += (float) (second >>> 32);
        taken[at + 3] += (float) (second & LOW);
      }
    }
  }

  private static int word(int x, int y) {
    return 2 * ((y + EDGE) * LINE + EDGE + x);
  }

  /// Writes the first pixels of a row as premultiplied ARGB and returns the largest number of points on one of them.
  float shadeRow(int y, DensityShade shade, int[] pixels, int to, int width) {
    float most = 0;
    for (int x = 0; x < width; x++) {
      long first = sums[word(x, y)];
      long second = sums[word(x, y) + 1];
      float count = (float) (first >>> 32);
      float red = (float) (first & LOW);
      float green = (float) (second >>> 32);
      float blue = (float) (second & LOW);
      if (anyTaken) {
        int at = 4 * (y * SIDE + x);
        count = taken[at];
        red = taken[at + 1];
        green = taken[at + 2];
        blue = taken[at + 3];
      }
      if (count > 0) {
        float share = 1 / count;
        pixels[to + x] =
            shade.argb(count / SUM_OF_WEIGHTS, red * share, green * share, blue * share);
        most = count > most ? count : most;
      } else {
        pixels[to + x] = 0;
      }
    }
    return most / SUM_OF_WEIGHTS;
  }
}
