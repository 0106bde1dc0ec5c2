package io.semascope.projection.variance;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: two registers of columns for each of four others, so that eight sums are under way at once and hide the latency of their additions.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `ProductTile` names it.
final class SimdProductTile implements ProductTile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 2 * LANES;

  /// A register holds two doubles or more, so a panel is a whole number of these.
  private static final int COLUMNS_AT_ONCE = 4;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void add(Pair pair, double[] sums, int at) {
    for (int column = 0; column < WIDTH; column += COLUMNS_AT_ONCE) {
      addFour(pair, column, sums, at);
    }
  }

  private static void addFour(Pair pair, int column, double[] sums, int at) {
    int target = at + column * WIDTH;
    DoubleVector a0 = lanes(sums, target);
    DoubleVector a1 = lanes(sums, target + LANES);
    DoubleVector b0 = lanes(sums, target + WIDTH);
    DoubleVector b1 = lanes(sums, target + WIDTH + LANES);
    DoubleVector c0 = lanes(sums, target + 2 * WIDTH);
    DoubleVector c1 = lanes(sums, target + 2 * WIDTH + LANES);
    DoubleVector d0 = lanes(sums, target + 3 * WIDTH);
    DoubleVector d1 = lanes(sums, target + 3 * WIDTH + LANES);
    double[] lefts = pair.left().values;
    double[] rights = pair.right().values;
    int left = pair.left().from + column;
    int right = pair.right().from;
    for (int row = 0; row < pair.rows(); row++, left += WIDTH, right += WIDTH) {
      DoubleVector near = lanes(rights, right);
      DoubleVector far = lanes(rights, right + LANES);
      DoubleVector a = DoubleVector.broadcast(SPECIES, lefts[left]);
      DoubleVector b = DoubleVector.broadcast(SPECIES, lefts[left + 1]);
      DoubleVector c = DoubleVector.broadcast(SPECIES, lefts[left + 2]);
      DoubleVector d = DoubleVector.broadcast(SPECIES, lefts[left + 3]);
      a0 = a.fma(near, a0);
      a1 = a.fma(far, a1);
      b0 = b.fma(near, b0);
      b1 = b.fma(far, b1);
      c0 = c.fma(near, c0);
      c1 = c.fma(far, c1);
      d0 = d.fma(near, d0);
      d1 = d.fma(far, d1);
    }
    a0.intoArray(sums, target);
    a1.intoArray(sums, target + LANES);
    b0.intoArray(sums, target + WIDTH);
    b1.intoArray(sums, target + WIDTH + LANES);
    c0.intoArray(sums, target + 2 * WIDTH);
    c1.intoArray(sums, target + 2 * WIDTH + LANES);
    d0.intoArray(sums, target + 3 * WIDTH);
    d1.intoArray(sums, target + 3 * WIDTH + LANES);
  }

  private static DoubleVector lanes(double[] values, int at) {
    return DoubleVector.fromArray(SPECIES, values, at);
  }
}
