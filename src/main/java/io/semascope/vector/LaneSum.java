package io.semascope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Adds the lanes of a register in one order: the Vector API may add them in any, and does so in one way before a loop is compiled and in another after.
///
/// Groups of four lanes are added to the first group in turn, then lanes 0 and 2, 1 and 3, and both sums. Loading this class needs the module
/// `jdk.incubator.vector`; only kernels name it.
public final class LaneSum {
  private static final int GROUP = 4;
  private static final VectorSpecies<Float> FOUR =
      VectorSpecies.of(float.class, VectorShape.S_128_BIT);

  private LaneSum() {}

  /// The sum of all lanes.
  public static float of(FloatVector lanes) {
    if (lanes.length() < GROUP) {
      return lanes.lane(0) + lanes.lane(1);
    }
    FloatVector sum = (FloatVector) lanes.reinterpretShape(FOUR, 0);
    for (int part = 1; part < lanes.length() / GROUP; part++) {
      sum = sum.add((FloatVector) lanes.reinterpretShape(FOUR, part));
    }
    return (sum.lane(0) + sum.lane(2)) + (sum.lane(1) + sum.lane(3));
  }
}
