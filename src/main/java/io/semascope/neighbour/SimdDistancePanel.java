package io.semascope.neighbour;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: two registers of rows for each of four queries keep the arithmetic units busy.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `SquaredDistances` names it.
final class SimdDistancePanel implements DistancePanel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 2 * LANES;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void compare(float[] queries, int from, float[] panel, float[] distances) {
    int dimension = panel.length / WIDTH;
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    for (int i = 0; i < dimension; i++) {
      FloatVector left = FloatVector.fromArray(SPECIES, panel, i * WIDTH);
      FloatVector right = FloatVector.fromArray(SPECIES, panel, i * WIDTH + LANES);
      FloatVector a = FloatVector.broadcast(SPECIES, queries[from + i]);
      FloatVector b = FloatVector.broadcast(SPECIES, queries[from + dimension + i]);
      FloatVector c = FloatVector.broadcast(SPECIES, queries[from + 2 * dimension + i]);
      FloatVector d = FloatVector.broadcast(SPECIES, queries[from + 3 * dimension + i]);
      a0 = addSquare(left.sub(a), a0);
      a1 = addSquare(right.sub(a), a1);
      b0 = addSquare(left.sub(b), b0);
      b1 = addSquare(right.sub(b), b1);
      c0 = addSquare(left.sub(c), c0);
      c1 = addSquare(right.sub(c), c1);
      d0 = addSquare(left.sub(d), d0);
      d1 = addSquare(right.sub(d), d1);
    }
    a0.intoArray(distances, 0);
    a1.intoArray(distances, LANES);
    b0.intoArray(distances, WIDTH);
    b1.intoArray(distances, WIDTH + LANES);
    c0.intoArray(distances, 2 * WIDTH);
    c1.intoArray(distances, 2 * WIDTH + LANES);
    d0.intoArray(distances, 3 * WIDTH);
    d1.intoArray(distances, 3 * WIDTH + LANES);
  }

  private static FloatVector addSquare(FloatVector difference, FloatVector sum) {
    return difference.fma(difference, sum);
  }
}
