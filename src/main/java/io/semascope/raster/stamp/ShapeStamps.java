package io.semascope.raster.stamp;

import io.semascope.corpus.picture.CategoryPalette.Shape;

/// Small pictures of one shape with soft edges, one for each quarter-pixel position of its centre.
public final class ShapeStamps {
  /// Positions within a pixel along one axis.
  public static final int PHASES = 4;

  private static final int SAMPLES = 6;

  private final int half;
  private final byte[][] coverage = new byte[PHASES * PHASES][];

  /// @param radius of a disc in pixels; the other shapes get about the same area
  /// @param half the least half side of the stamps
  public ShapeStamps(Shape shape, double radius, int half) {
    this.half = Math.max(half, halfOf(shape, radius));
    for (int phase = 0; phase < coverage.length; phase++) {
      coverage[phase] =
          draw(shape, radius, (phase % PHASES + 0.5) / PHASES, (phase / PHASES + 0.5) / PHASES);
    }
  }

  /// A centre stands at most 3/8 of a pixel from the middle of its pixel, which covers half a pixel itself.
  private static int halfOf(Shape shape, double radius) {
    double extent =
        switch (shape) {
          case DISC -> 1;
          case SQUARE -> 0.89;
          case DIAMOND -> 1.25;
          case TRIANGLE -> 1.4;
        };
    return (int) Math.ceil(extent * radius - 0.125);
  }

  private byte[] draw(Shape shape, double radius, double offsetX, double offsetY) {
    int size = size();
    byte[] stamp = new byte[size * size];
    double centreX = half + offsetX;
    double centreY = half + offsetY;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int hits = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
          double dx = x + (sample % SAMPLES + 0.5) / SAMPLES - centreX;
          double dy = y + (sample / SAMPLES + 0.5) / SAMPLES - centreY;
          hits += covers(shape, dx / radius, dy / radius) ? 1 : 0;
        }
        stamp[y * size + x] = (byte) (hits * 255 / (SAMPLES * SAMPLES));
      }
    }
    return stamp;
  }

  private static boolean covers(Shape shape, double x, double y) {
    return switch (shape) {
      case DISC -> x * x + y * y <= 1;
      case SQUARE -> Math.abs(x) <= 0.89 && Math.abs(y) <= 0.89;
      case DIAMOND -> Math.abs(x) + Math.abs(y) <= 1.25;
      case TRIANGLE -> y <= 0.95 && y >= -1.3 && Math.abs(x) <= (y + 1.3) * 0.62;
    };
  }

  /// Pixels from the one the centre stands on to the first and to the last of the stamp.
  public int half() {
    return half;
  }

  /// Side of a stamp in pixels.
  public int size() {
    return 2 * half + 1;
  }

  /// Coverage in 0…255, row by row.
  ///
  /// @param phase quarter of the centre's y times 4, plus quarter of its x
  public byte[] coverage(int phase) {
    return coverage[phase];
  }
}
