package io.semascope.raster;

import java.util.Arrays;

/// The pixels of a picture, drawn over and over. Remembers which tiles have nothing but the background, so that a part that stays empty costs no memory traffic:
/// a map that moves leaves half of a wide window empty, picture after picture. Nobody else writes the pixels. Drawn into by one raster at a time.
public final class RasterPicture {
  private final int width;
  private final int height;
  private final int[] pixels;

  /// By tile, as `TileBins` numbers them.
  private final boolean[] plain;

  private int background;

  /// @param width in pixels
  /// @param height in pixels
  public RasterPicture(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    plain = new boolean[across(width) * across(height)];
  }

  private static int across(int side) {
    return (side + TileBins.TILE - 1) / TileBins.TILE;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Premultiplied ARGB, row by row. Not a copy: only to be read.
  public int[] pixels() {
    return pixels;
  }

  /// Whether a view is drawn on it pixel by pixel.
  public boolean fits(RasterView view) {
    return view.width() == width && view.height() == height;
  }

  /// What is drawn from now on stands on this colour.
  void standOn(int argb) {
    if (background != argb) {
      Arrays.fill(plain, false);
      background = argb;
    }
  }

  /// Something of this tile is painted now.
  void paint(int tile) {
    plain[tile] = false;
  }

  /// Leaves a tile empty, which has this corner.
  void empty(int tile, int left, int top) {
    if (plain[tile]) {
      return;
    }
    int across = Math.min(TileBins.TILE, width - left);
    int end = Math.min(top + TileBins.TILE, height);
    for (int y = top; y < end; y++) {
      Arrays.fill(pixels, y * width + left, y * width + left + across, background);
    }
    plain[tile] = true;
  }
}
