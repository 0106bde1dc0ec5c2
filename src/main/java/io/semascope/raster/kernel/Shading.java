package io.semascope.raster.kernel;

/// A row of pixels that is being shaded. Used by one thread, again and again.
public final class Shading {
  /// Pixels of a row.
  public static final int WIDTH = 64;

  final float[] count = new float[WIDTH];
  final float[] red = new float[WIDTH];
  final float[] green = new float[WIDTH];
  final float[] blue = new float[WIDTH];
  final float[] luma = new float[WIDTH];
  final int[] argb = new int[WIDTH];

  /// Copies the first pixels, premultiplied ARGB.
  public void copyTo(int[] target, int to, int length) {
    System.arraycopy(argb, 0, target, to, length);
  }
}
