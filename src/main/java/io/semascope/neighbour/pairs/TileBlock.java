package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.subspace.Coordinates;
import java.util.Arrays;

/// Up to `ROWS` rows laid out for multiplication, and the sieve that lets near pairs through.
///
/// With a and b the rows less their mean, a·b = (|a|² + |b|² − |a−b|²) / 2. A pair can matter to a only if |a−b|² is at most a's reach, hence only if
/// a·b ≥ `half`(b) + `limit`(a), where `half` = |·|²/2 and `limit` = `half` − reach/2, and likewise for b. `Coordinates` see to it that no computed
/// product is below the true one, and the right side is lowered by what its own rounding can be. So no pair that matters is ever held back; what passes
/// is compared again in float64.
///
/// Written by one thread at a time.
final class TileBlock {
  /// Rows of a block: whole groups of six and whole panels of 8, 16 or 32.
  static final int ROWS = 480;

  private static final double ROUNDING = 0x1p-24;

  /// Beyond this |a|² a float32 product could overflow.
  private static final double LARGEST_SQUARE = 0x1p100;

  final float[] panels;
  final float[] half = new float[ROWS];
  final float[] limit = new float[ROWS];

  private final int[] ids;
  private final int depth;
  private final int columns;
  private final boolean[] unruly = new boolean[ROWS];
  private final double[] halves = new double[ROWS];
  private final float[] reaches = new float[ROWS];
  private final NearestRows nearest;

  /// An empty block.
  ///
  /// @param ids which rows of the whole they are, at most `ROWS`
  /// @param nearest what every row of the whole has found so far
  /// @param panels room for `shape.values()`, used by this block alone from now on
  TileBlock(int[] ids, NearestRows nearest, Shape shape, float[] panels) {
    this.ids = ids;
    this.nearest = nearest;
    this.depth = shape.depth();
    this.columns = shape.columns();
    this.panels = panels;
    // Places without a row never pass: infinity, added to whatever, is infinite or NaN.
    Arrays.fill(half, Float.POSITIVE_INFINITY);
    Arrays.fill(limit, Float.POSITIVE_INFINITY);
  }

  /// What all blocks of a scan share.
  ///
  /// @param depth values per row, the lifting one included
  /// @param columns rows per panel
  record Shape(int depth, int columns) {
    /// Values of a whole block.
    int values() {
      return ROWS * depth;
    }
  }

  /// Writes every row of this block by `coordinates`, whose depth is this block's. Throws `JobCancelled` when asked to stop.
  ///
  /// @return this block
  TileBlock filled(Coordinates coordinates, Cancellation cancellation) {
    float[] packed = new float[depth];
    float[] values = new float[coordinates.dimension()];
    for (int row = 0; row < ids.length; row++) {
      cancellation.check();
      put(row, packed, coordinates.write(ids[row], values, packed));
    }
    return this;
  }

  private void put(int row, float[] packed, double square) {
    if (square <= LARGEST_SQUARE) {
      halves[row] = square / 2;
      half[row] = lowered(square / 2, square / 2);
    } else {
      // Every comparison with such a row passes, and float64 decides.
      unruly[row] = true;
      half[row] = Float.NEGATIVE_INFINITY;
    }
    limit(row);
    int at = at(row);
    for (int i = 0; i < depth; i++) {
      panels[at + i * columns] = unruly[row] ? 0 : packed[i];
    }
  }

  /// Where the first value of a row lies in `panels`; the next ones follow at a distance of a panel's columns.
  int at(int row) {
    return row / columns * columns * depth + row % columns;
  }

  /// `value` less the roundings of a comparison whose terms are as large as `scale`, underflow included.
  private float lowered(double value, double scale) {
    return Math.nextDown(
        (float) (value - 8 * ROUNDING * scale - depth * (double) Float.MIN_NORMAL));
  }

  /// Tells row `row` of this block of another row of the whole.
  void offer(int row, float squaredDistance, int other) {
    if (nearest.offer(ids[row], squaredDistance, other)) {
      limit(row);
    }
  }

  /// The squared distance another row must not exceed to matter to row `row`, see `NearestRows.reach`.
  float reach(int row) {
    return reaches[row];
  }

  private void limit(int row) {
    float reach = nearest.reach(ids[row]);
    reaches[row] = reach;
    limit[row] =
        reach < Float.POSITIVE_INFINITY && !unruly[row]
            ? lowered(halves[row] - (double) reach / 2, halves[row] + (double) reach / 2)
            : Float.NEGATIVE_INFINITY;
  }

  /// Which row of the whole is row `row` here.
  int id(int row) {
    return ids[row];
  }

  int count() {
    return ids.length;
  }

  int depth() {
    return depth;
  }

  /// Puts what each row here has found into its final order.
  void sortNearest() {
    for (int id : ids) {
      nearest.sort(id);
    }
  }
}
