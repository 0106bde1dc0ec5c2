package io.semascope.projection.quality;

import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.VectorBlock;

/// What is to be measured of a map.
///
/// @param block the space; row i stands at position i of the layout
/// @param layout finite positions, as many as rows
/// @param k how many neighbours to compare, at least 1; at most (n − 1)/2 are
/// @param rows how many rows to measure, at least 2; all when there are not more
/// @param classes the class of each row, `RowClasses.none` when there is none
public record QualityQuestion(
    VectorBlock block, PlanarLayout layout, int k, int rows, RowClasses classes) {
  /// Up to this many points every row is measured unless fewer are asked for.
  public static final int EXACT_UP_TO = 5_000;

  /// Rows measured of a larger map: the margin of the kept share is then at most 0.02.
  public static final int SAMPLE = 2_000;

  /// Rows measured while a map is still moving, once so many are known of the space: the margin of the kept share is then at most 0.05.
  public static final int LIVE_SAMPLE = 300;

  private static final int FEWEST_POINTS = 3;

  /// Throws `TooFewPoints` below three points, `IllegalArgumentException` when the counts differ, k is below 1 or `rows` below 2.
  public QualityQuestion {
    MapQuality.requireSameCount(block, layout);
    if (block.count() < FEWEST_POINTS) {
      throw new TooFewPoints("The quality of a map", block.count(), FEWEST_POINTS);
    }
    if (k < 1 || rows < 2 || classes.rows() != block.count()) {
      throw new IllegalArgumentException(
          "the quality of " + k + " neighbours of " + rows + " rows with " + classes.rows());
    }
  }

  /// As many rows as a finished map deserves, without classes.
  public static QualityQuestion of(VectorBlock block, PlanarLayout layout, int k) {
    int rows = block.count() <= EXACT_UP_TO ? EXACT_UP_TO : SAMPLE;
    return new QualityQuestion(block, layout, k, rows, RowClasses.none(block.count()));
  }

  /// The same with classes.
  public QualityQuestion with(RowClasses asked) {
    return new QualityQuestion(block, layout, k, rows, asked);
  }

  /// The same for at most so many rows.
  public QualityQuestion ofRows(int asked) {
    return new QualityQuestion(block, layout, k, asked, classes);
  }
}
