package io.semascope.raster;

/// Which points stand out and which stand back.
///
/// @param selected rows drawn above all others, with an outline in the colour of the ink
/// @param dimmed kinds that a filter puts into the background
public record Emphasis(RowSet selected, RowSet dimmed) {
  private static final Emphasis NONE = new Emphasis(RowSet.none(), RowSet.none());

  /// All points alike.
  public static Emphasis none() {
    return NONE;
  }
}
