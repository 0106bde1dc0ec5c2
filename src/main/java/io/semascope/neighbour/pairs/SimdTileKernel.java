package io.semascope.neighbour.pairs;

import static jdk.incubator.vector.VectorOperators.GE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: two registers of columns for each of six rows. A lane holds a pair, so nothing is added across lanes.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `ScanKernels` names it.
final class SimdTileKernel implements TileKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int COLUMNS = 2 * LANES;

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public int compare(Tiles tiles, int group, int panel) {
    multiply(tiles, group, panel);
    float[] products = tiles.products();
    float[] limits = tiles.right().limit;
    float[] halves = tiles.right().half;
    int column = panel * COLUMNS;
    FloatVector limit0 = FloatVector.fromArray(SPECIES, limits, column);
    FloatVector limit1 = FloatVector.fromArray(SPECIES, limits, column + LANES);
    FloatVector half0 = FloatVector.fromArray(SPECIES, halves, column);
    FloatVector half1 = FloatVector.fromArray(SPECIES, halves, column + LANES);
    int passed = 0;
    for (int r = 0; r < ROWS; r++) {
      float limit = tiles.left().limit[group * ROWS + r];
      float half = tiles.left().half[group * ROWS + r];
      FloatVector product0 = FloatVector.fromArray(SPECIES, products, r * COLUMNS);
      FloatVector product1 = FloatVector.fromArray(SPECIES, products, r * COLUMNS + LANES);
      VectorMask<Float> near0 =
          product0.compare(GE, half0.add(limit)).or(product0.compare(GE, limit0.add(half)));
      VectorMask<Float> near1 =
          product1.compare(GE, half1.add(limit)).or(product1.compare(GE, limit1.add(half)));
      long near = near0.toLong() | near1.toLong() << LANES;
      while (near != 0) {
        tiles.passed()[passed++] = r * COLUMNS + Long.numberOfTrailingZeros(near);
        near &= near - 1;
      }
    }
    return passed;
  }

  private static void multiply(Tiles tiles, int group, int panel) {
    int depth = tiles.left().depth();
    float[] rows = tiles.left().panels;
    float[] panels = tiles.right().panels;
    int at = panel * COLUMNS * depth;
    int row0 = group * ROWS;
    int a = tiles.left().at(row0);
    int b = tiles.left().at(row0 + 1);
    int c = tiles.left().at(row0 + 2);
    int d = tiles.left().at(row0 + 3);
    int e = tiles.left().at(row0 + 4);
    int f = tiles.left().at(row0 + 5);
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector e0 = a0;
    FloatVector e1 = a0;
    FloatVector f0 = a0;
    FloatVector f1 = a0;
    int end = depth * COLUMNS;
    for (int i = 0; i < end; i += COLUMNS) {
      FloatVector left = FloatVector.fromArray(SPECIES, panels, at + i);
      FloatVector right = FloatVector.fromArray(SPECIES, panels, at + i + LANES);
      FloatVector row = FloatVector.broadcast(SPECIES, rows[a + i]);
      a0 = row.fma(left, a0);
      a1 = row.fma(right, a1);
      row = FloatVector.broadcast(SPECIES, rows[b + i]);
      b0 = row.fma(left, b0);
      b1 = row.fma(right, b1);
      row = FloatVector.broadcast(SPECIES, rows[c + i]);
      c0 = row.fma(left, c0);
      c1 = row.fma(right, c1);
      row = FloatVector.broadcast(SPECIES, rows[d + i]);
      d0 = row.fma(left, d0);
      d1 = row.fma(right, d1);
      row = FloatVector.broadcast(SPECIES, rows[e + i]);
      e0 = row.fma(left, e0);
      e1 = row.fma(right, e1);
      row = FloatVector.broadcast(SPECIES, rows[f + i]);
      f0 = row.fma(left, f0);
      f1 = row.fma(right, f1);
    }
    float[] products = tiles.products();
    a0.intoArray(products, 0);
    a1.intoArray(products, LANES);
    b0.intoArray(products, 2 * LANES);
    b1.intoArray(products, 3 * LANES);
    c0.intoArray(products, 4 * LANES);
    c1.intoArray(products, 5 * LANES);
    d0.intoArray(products, 6 * LANES);
    d1.intoArray(products, 7 * LANES);
    e0.intoArray(products, 8 * LANES);
    e1.intoArray(products, 9 * LANES);
    f0.intoArray(products, 10 * LANES);
    f1.intoArray(products, 11 * LANES);
  }
}
