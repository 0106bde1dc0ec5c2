package io.semascope.raster;

import io.semascope.raster.kernel.PixelKernel;
import io.semascope.raster.kernel.Shading;
import io.semascope.raster.stamp.ShapeStamps;
import java.util.Arrays;
import java.util.List;

/// How many points lie on each pixel of one tile, and the mean of their colours. Used by one thread, then cleared and used again.
///
/// Each point is spread over 3 × 3 pixels by the quadratic B-spline (Unser, “Splines”, 1999, equation 12) at quarter-pixel positions, in sixteenths along each
/// axis: the weights of a point add up to 256/256, so no point is lost and none counts twice.
final class DensityTile {
  static final int SIDE = Shading.WIDTH;

  /// A point in the first pixel of a neighbouring tile reaches one pixel farther out.
  private static final int EDGE = 2;

  /// A row of a count is written whole, and its last pixel is empty.
  private static final int LINE = SIDE + 2 * EDGE + 1;

  private static final int[][] WEIGHTS = {{6, 10, 0}, {3, 12, 1}, {1, 12, 3}, {0, 10, 6}};
  private static final float SUM_OF_WEIGHTS = 256;
  private static final int WORDS_PER_KIND = ShapeStamps.PHASES * PixelKernel.WORDS;
  private static final long LOW = 0xFFFF_FFFFL;

  /// After so many points a sum of 31 bits might overflow: 2¹⁵ · (12 · 12) · 255 < 2³¹.
  private static final int POINTS_AT_ONCE = 1 << 15;

  /// Two words for each pixel, a count as `PixelKernel` has it.
  private final long[] sums = new long[2 * LINE * LINE + PixelKernel.WORDS];

  /// Sums that were taken before they might overflow: number, red, green and blue of each pixel.
  private final float[] taken = new float[4 * SIDE * SIDE];

  private final PixelKernel kernel;
  private final Shading shading = new Shading();
  private boolean anyTaken;

  DensityTile(PixelKernel kernel) {
    this.kernel = kernel;
  }

  /// Counts the points of a tile.
  ///
  /// @param colours rows of counts for each kind, as `colours` makes them
  /// @param dimmed by kind, which do not count
  void count(TileBins bins, int tile, long[] colours, boolean[] dimmed) {
    Arrays.fill(sums, 0);
    anyTaken = false;
    int points = 0;
    for (int number = 0; number < bins.blocks(); number++) {
      TileBins.Block block = bins.block(number);
      int from = block.from(tile);
      int to = block.to(tile);
      // A block has fewer points than may be added up at once.
      if (points + to - from > POINTS_AT_ONCE) {
        takeSums();
        Arrays.fill(sums, 0);
        points = 0;
      }
      points += to - from;
      for (int at = from; at < to; at++) {
        if (!dimmed[TileBins.kind(block.entry(at))]) {
          add(block.entry(at), colours);
        }
      }
    }
    if (anyTaken) {
      takeSums();
    }
  }

  /// The words by which the points of a kind are summed: for each quarter of a pixel a row of a count, without the weight of its line.
  static long[] colours(List<Integer> rgbOfKind) {
    long[] words = new long[rgbOfKind.size() * WORDS_PER_KIND];
    for (int kind = 0; kind < rgbOfKind.size(); kind++) {
      int rgb = rgbOfKind.get(kind);
      for (int phase = 0; phase < ShapeStamps.PHASES; phase++) {
        for (int pixel = 0; pixel < 3; pixel++) {
          int at = kind * WORDS_PER_KIND + phase * PixelKernel.WORDS + 2 * pixel;
          words[at] = WEIGHTS[phase][pixel] * (1L << 32 | rgb >> 16 & 255);
          words[at + 1] = WEIGHTS[phase][pixel] * ((rgb >> 8 & 255L) << 32 | rgb & 255);
        }
      }
    }
    return words;
  }

  private void add(int entry, long[] colours) {
    int quarterX = TileBins.quarterX(entry);
    int quarterY = TileBins.quarterY(entry);
    int x = (quarterX >> 2) - TileBins.MARGIN - 1 + EDGE;
    int y = (quarterY >> 2) - TileBins.MARGIN - 1 + EDGE;
    int[] down = WEIGHTS[quarterY & 3];
    int from = TileBins.kind(entry) * WORDS_PER_KIND + (quarterX & 3) * PixelKernel.WORDS;
    for (int row = 0; row < 3; row++) {
      kernel.add(sums, 2 * ((y + row) * LINE + x), colours, from, down[row]);
    }
  }

  /// Moves the sums of 31 bits to wider ones.
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
    if (!anyTaken) {
      float most = shade.shade(kernel, sums, word(0, y), shading);
      shading.copyTo(pixels, to, width);
      return most / SUM_OF_WEIGHTS;
    }
    float highest = 0;
    for (int x = 0; x < width; x++) {
      int at = 4 * (y * SIDE + x);
      float share = 1 / Math.max(1, taken[at]);
      pixels[to + x] =
          shade.argb(
              taken[at] / SUM_OF_WEIGHTS,
              taken[at + 1] * share,
              taken[at + 2] * share,
              taken[at + 3] * share);
      highest = Math.max(highest, taken[at]);
    }
    return highest / SUM_OF_WEIGHTS;
  }
}
