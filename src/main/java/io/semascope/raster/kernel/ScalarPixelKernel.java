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
}
