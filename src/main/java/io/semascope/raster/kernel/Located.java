package io.semascope.raster.kernel;

/// Points that are looked at together: where they lie in the plane, and on which tile of the picture that is. Used by one thread, again and again.
public final class Located {
  /// How many points fit in.
  public static final int ROWS = 1 << 9;

  /// Side of a tile: one machine word has a bit for each pixel of a row.
  public static final int TILE = 64;

  /// Places on a tile are counted from so many pixels beyond its edge.
  public static final int MARGIN = 32;

  /// Places are known to quarters of a pixel.
  public static final int PHASES = 4;

  /// Bits of a place on a tile, along one axis.
  public static final int POSITION_BITS = 9;

  static final int QUARTERS_OF_MARGIN = MARGIN * PHASES;
  static final int TILE_BITS = Integer.numberOfTrailingZeros(TILE * PHASES);

  final float[] places = new float[2 * ROWS];
  final int[] kinds = new int[ROWS];
  final int[] quartersX = new int[ROWS];
  final int[] quartersY = new int[ROWS];
  final int[] tiles = new int[ROWS];
  final int[] entries = new int[ROWS];
  final int[] counts = new int[ROWS];
  final int[] spans = new int[ROWS];

  /// Where the plane lies under the tiles: pixel x = `originX` + x · `scale`, pixel y = `originY` − y · `scale`.
  ///
  /// @param width of the picture in pixels
  /// @param height of the picture in pixels
  /// @param far so many pixels from its pixel a point is seen at most; less than `MARGIN`
  public record Ground(
      double scale, double originX, double originY, int width, int height, int far) {
    /// Tiles of the picture across.
    public int columns() {
      return (width + TILE - 1) / TILE;
    }

    /// Tiles of the picture down.
    public int rows() {
      return (height + TILE - 1) / TILE;
    }
  }

  /// x and y of the points side by side, which the caller fills.
  public float[] places() {
    return places;
  }

  /// The points' kinds, which the caller fills.
  public int[] kinds() {
    return kinds;
  }

  /// On how many tiles each point is seen: 0, 1, 2 or 4.
  public int[] counts() {
    return counts;
  }

  /// The first of these tiles, that on the left and above, numbered row by row of tiles; any number of a point that is not seen.
  public int[] tiles() {
    return tiles;
  }

  /// Whether a point is seen on the next tile on the right too (1) and on the next below (2); any number of a point that is not seen.
  public int[] spans() {
    return spans;
  }

  /// The kind and the place on the first tile: `kind` above y above x, places in quarters of a pixel from `MARGIN` pixels beyond the tile's edge, `POSITION_BITS`
  /// each.
  public int[] entries() {
    return entries;
  }
}
