package io.semascope.raster.kernel;

/// Plain loops; the four sums of a pixel share a machine word.
final class ScalarPixelKernel implements PixelKernel {
  private static final int FULL = 255 * 255;

  /// From this alpha on `dividedBy255` of what is left gives 0.
  private static final long COVERED_FROM = FULL - 127;

  private static final long HALVES = 0x0080_0080_0080_0080L;
  private static final long LOW = 0xFFFF_FFFFL;
  private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;

  @Override
  public long paintBehind(long[] pixels, int at, long[] colours, int from, int rows) {
    long covered = 0;
    for (int pixel = 0; pixel < rows * PIXELS; pixel++) {
      int place = at + pixel / PIXELS * LINE + pixel % PIXELS;
      long under = pixels[place];
      long sums = under + colours[from + pixel] * dividedBy255(FULL - (int) (under >>> 48));
      pixels[place] = sums;
      covered |= (COVERED_FROM - 1 - (sums >>> 48) >>> 63) << pixel;
    }
    return covered;
  }

  /// `value` / 255, rounded (exact for 0…65,535; Blinn, “Three wrongs make a right”, 1995); 0 for a little below 0.
  static int dividedBy255(int value) {
    int half = value + 128;
    return half + (half >> 8) >> 8;
  }

  @Override
  public void toArgb(long[] pixels, int at, long background, int[] target, int to, int count) {
    for (int pixel = 0; pixel < count; pixel++) {
      target[to + pixel] = argb(pixels[at + pixel], background);
    }
  }

  static int argb(long sums, long background) {
    long half = sums + background * dividedBy255(FULL - (int) (sums >>> 48)) + HALVES;
    long bytes = half + (half >>> 8 & LOW_BYTES) >>> 8 & LOW_BYTES;
    return (int)
        (bytes >>> 24 & 0xFF000000L
            | bytes >>> 16 & 0xFF0000
            | bytes >>> 8 & 0xFF00
            | bytes & 0xFF);
  }

  @Override
  public void add(long[] sums, int at, long[] words, int from, int weight) {
    for (int word = 0; word < WORDS; word++) {
      sums[at + word] += words[from + word] * weight;
    }
  }

  @Override
  public float shade(long[] sums, int at, Shade shade, Shading shading) {
    float most = 0;
    for (int pixel = 0; pixel < Shading.WIDTH; pixel++) {
      long first = sums[at + 2 * pixel];
      long second = sums[at + 2 * pixel + 1];
      float points = (float) (first >>> 32);
      float share = 1 / Math.max(1, points);
      most = Math.max(most, points);
      shading.argb[pixel] =
          shade.argb(
              points * Shade.POINT,
              (float) (first & LOW) * share,
              (float) (second >>> 32) * share,
              (float) (second & LOW) * share);
    }
    return most;
  }

  @Override
  public int locate(Located located, int rows, Located.Ground ground) {
    return locate(located, 0, rows, ground);
  }

  static int locate(Located located, int from, int to, Located.Ground ground) {
    int inside = 0;
    for (int row = from; row < to; row++) {
      float x = located.places[2 * row];
      float y = located.places[2 * row + 1];
      int quarterX = quarter(ground.originX() + x * ground.scale());
      int quarterY = quarter(ground.originY() - y * ground.scale());
      located.quartersX[row] = quarterX;
      located.quartersY[row] = quarterY;
      inside += place(located, row, ground);
    }
    return inside;
  }

  /// Cutting off rounds down, because it counts from the margin.
  private static int quarter(double pixel) {
    return (int) ((pixel + Located.MARGIN) * Located.PHASES);
  }

  /// Returns 1 when the centre is in the picture, else 0.
  private static int place(Located located, int row, Located.Ground ground) {
    int quarterX = located.quartersX[row];
    int quarterY = located.quartersY[row];
    int x = quarterX - Located.QUARTERS_OF_MARGIN;
    int y = quarterY - Located.QUARTERS_OF_MARGIN;
    int far = ground.far() * Located.PHASES;
    int left = Math.max(0, x - far >> Located.TILE_BITS);
    int top = Math.max(0, y - far >> Located.TILE_BITS);
    int wide = Math.min(ground.columns() - 1, x + far >> Located.TILE_BITS) - left;
    int tall = Math.min(ground.rows() - 1, y + far >> Located.TILE_BITS) - top;
    located.counts[row] = Math.max(0, wide + 1) * Math.max(0, tall + 1);
    located.spans[row] = wide + 2 * tall;
    located.tiles[row] = top * ground.columns() + left;
    int kindAndY =
        (located.kinds[row] << Located.POSITION_BITS) + quarterY - (top << Located.TILE_BITS);
    located.entries[row] =
        (kindAndY << Located.POSITION_BITS) + quarterX - (left << Located.TILE_BITS);
    int lastX = ground.width() * Located.PHASES - 1;
    int lastY = ground.height() * Located.PHASES - 1;
    // Negative as soon as one of them is.
    return ~(x | y | lastX - x | lastY - y) >>> 31;
  }
}
