package io.semascope.neighbour.pairs;

import java.util.Arrays;

/// Up to `ROWS` rows laid out twice for multiplication, and the sieve that lets near pairs through.
///
/// With a and b the rows less their mean, a·b = (|a|² + |b|² − |a−b|²) / 2. A pair can matter to a only if |a−b|² is at most a's reach, hence only if
/// a·b ≥ `half`(b) + `limit`(a), where `half` = |·|²/2 and `limit` = `half` − reach/2, and likewise for b. Each row carries one more value, √μ·|a|,
/// that lifts every computed product above the true one, and both sides of the comparison are lowered by what their own rounding can be. So no pair that
/// matters is ever held back; what passes is compared again in float64.
///
/// Written by one thread at a time.
final class TileBlock {
  /// Rows of a block: whole groups of six and whole panels of 8, 16 or 32.
  static final int ROWS = 480;

  private static final double ROUNDING = 0x1p-24;

  /// Beyond this |a|² a float32 product could overflow.
  private static final double LARGEST_SQUARE = 0x1p100;

  final float[] rows;
  final float[] panels;
  final float[] half = new float[ROWS];
  final float[] limit = new float[ROWS];

  private final int first;
  private final int count;
  private final int depth;
  private final boolean[] unruly = new boolean[ROWS];
  private final double[] halves = new double[ROWS];
  private final NearestRows[] nearest;

  /// An empty block for the `count` rows from `first` on, each of `depth` values and `neighbours` to find.
  TileBlock(int first, int count, Shape shape) {
    this.first = first;
    this.count = count;
    this.depth = shape.depth();
    rows = new float[ROWS * depth];
    panels = new float[ROWS * depth];
    // Places without a row never pass: infinity, added to whatever, is infinite or NaN.
    Arrays.fill(half, Float.POSITIVE_INFINITY);
    Arrays.fill(limit, Float.POSITIVE_INFINITY);
    nearest = new NearestRows[count];
    for (int row = 0; row < count; row++) {
      nearest[row] = new NearestRows(shape.neighbours());
    }
  }

  /// What all blocks of a scan share.
  ///
  /// @param depth values per row, the lifting one included
  /// @param columns rows per panel
  /// @param neighbours how many each row is to find
  record Shape(int depth, int columns, int neighbours) {}

  /// Takes row `row` of this block: its values less the mean, of which there are `depth` − 1.
  void put(int row, float[] values, int columns) {
    double square = 0;
    for (int i = 0; i < depth - 1; i++) {
      square += (double) values[i] * values[i];
    }
    if (square <= LARGEST_SQUARE) {
      System.arraycopy(values, 0, rows, row * depth, depth - 1);
      rows[row * depth + depth - 1] = Math.nextUp((float) Math.sqrt(lift(depth) * square));
      halves[row] = square / 2;
      half[row] = lowered(square / 2, square / 2);
    } else {
      // Every comparison with such a row passes, and float64 decides.
      unruly[row] = true;
      half[row] = Float.NEGATIVE_INFINITY;
    }
    limit[row] = Float.NEGATIVE_INFINITY;
    int panelAt = row / columns * columns * depth + row % columns;
    for (int i = 0; i < depth; i++) {
      panels[panelAt + i * columns] = rows[row * depth + i];
    }
  }

  /// μ: the relative error of a float32 product of `depth` terms (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., equation 3.5) and of
  /// subtracting the mean from both rows, a tenth more for the product of the lifts itself.
  private static double lift(int depth) {
    return 1.1 * (depth + 5) * ROUNDING / (1 - depth * ROUNDING);
  }

  /// `value` less the roundings of a comparison whose terms are as large as `scale`, underflow included.
  private float lowered(double value, double scale) {
    return Math.nextDown(
        (float) (value - 8 * ROUNDING * scale - depth * (double) Float.MIN_NORMAL));
  }

  /// Tells row `row` of this block of another row of the scan.
  void offer(int row, float squaredDistance, int other) {
    NearestRows found = nearest[row];
    if (found.offer(squaredDistance, other) && !unruly[row]) {
      double reach = found.reach();
      limit[row] =
          reach < Float.POSITIVE_INFINITY
              ? lowered(halves[row] - reach / 2, halves[row] + reach / 2)
              : Float.NEGATIVE_INFINITY;
    }
  }

  /// The row of the scan that is row 0 here.
  int first() {
    return first;
  }

  int count() {
    return count;
  }

  int depth() {
    return depth;
  }

  NearestRows nearest(int row) {
    return nearest[row];
  }
}
