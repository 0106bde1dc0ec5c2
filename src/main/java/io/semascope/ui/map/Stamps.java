package io.semascope.ui.map;

import io.semascope.corpus.picture.CategoryPalette.Shape;

/// Small pictures of every shape, drawn once with soft edges for each quarter-pixel position.
final class Stamps {
  private static final int PHASES = 4;
  private static final int SAMPLES = 6;

  private final int size;
  private final byte[][][] coverage;

  /// @param radius of a disc in pixels; the other shapes get about the same area
  Stamps(double radius) {
    size = (int) Math.ceil(2 * radius * 1.35) + 2;
    Shape[] shapes = Shape.values();
    coverage = new byte[shapes.length][PHASES * PHASES][];
    for (Shape shape : shapes) {
      for (int phase = 0; phase < PHASES * PHASES; phase++) {
        coverage[shape.ordinal()][phase] =
            draw(shape, radius, (phase % PHASES + 0.5) / PHASES, (phase / PHASES + 0.5) / PHASES);
      }
    }
  }

  private byte[] draw(Shape shape, double radius, double offsetX, double offsetY) {
    byte[] stamp = new byte[size * size];
    double centreX = size / 2 - 0.5 + offsetX;
    double centreY = size / 2 - 0.5 + offsetY;
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

  /// Side of a stamp in pixels.
  int size() {
    return size;
  }

  /// Coverage in 0…255 of a shape whose centre stands at this fraction of a pixel, row by row.
  byte[] stamp(Shape shape, double fractionX, double fractionY) {
    int phase = (int) (fractionY * PHASES) * PHASES + (int) (fractionX * PHASES);
    return coverage[shape.ordinal()][phase];
  }
}
