package io.semascope.raster.kernel;

/// The inner loops of the raster. Every kernel computes the very same integers. Without state, for any thread.
///
/// A pixel is four sums of 16 bits, alpha (highest), red, green and blue, each in 1/255 of a level of 8 bits. A colour is alpha, red, green and blue of
/// 0…255, premultiplied, each in 16 bits. A count is two words of 31 bits twice: points (higher) and the sum of their reds, the sums of their greens (higher) and
/// blues; a point is worth 256, spread over the pixels it lies on.
public interface PixelKernel {
  /// How many pixels are painted at once.
  int PIXELS = 8;

  /// How many words a row of a count takes: four points, of which the last one is empty.
  int WORDS = 8;

  /// How many rows are painted at once at most.
  int ROWS = 8;

  /// Pixels from one row of a canvas to the next.
  int LINE = 80;

  /// Lays rows of eight colours behind rows of eight pixels: what comes later is seen only where what came before lets light through. Returns eight bits for
  /// each row, the first row and the first pixel in the lowest, 1 for a pixel that lets no light through now.
  ///
  /// @param at the first pixel
  /// @param from the first colour; the rows of colours lie side by side
  /// @param rows 1 to `ROWS`
  long paintBehind(long[] pixels, int at, long[] colours, int from, int rows);

  /// Turns pixels into premultiplied ARGB of 8 bits each.
  ///
  /// @param at the first pixel
  /// @param background the colour behind all of them
  /// @param to where the first goes
  /// @param count how many
  void toArgb(long[] pixels, int at, long background, int[] target, int to, int count);

  /// Adds a row of a count, `weight` times.
  ///
  /// @param at the first word to add to
  /// @param from the first word of the row
  void add(long[] sums, int at, long[] words, int from, int weight);

  /// Gives a row of counted pixels its shades, see `Shade`, and returns the most points on one of them, in 1/256 of a point.
  ///
  /// @param at the first word of the first pixel
  /// @param shading takes the premultiplied ARGB
  float shade(long[] sums, int at, Shade shade, Shading shading);

  /// Finds the tiles of the first points of `located` and returns how many of them have their centre in the picture.
  int locate(Located located, int rows, Located.Ground ground);

  /// The fastest this JVM can run for so many points. Few are drawn by plain loops, before the Vector API would be compiled: until then it is a hundred times
  /// slower, which a start would wait for. Both draw the same.
  ///
  /// @param points how many are drawn
  static PixelKernel bestFor(int points) {
    return points < Best.FEWEST_POINTS ? Best.PLAIN : Best.KERNEL;
  }
}
