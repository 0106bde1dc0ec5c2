package io.semascope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Adds the lanes of a register in one order: the Vector API may add them in any, and does so in one way before a loop is compiled and in another after.
///
/// Groups of four lanes are added to the first group in turn, then lanes 0 and 2, 1 and 3, and both sums. Loading this class needs the module
/// `jdk.incubator.vector`; only kernels name it.
///
/// Groups are moved by shuffles that were made once. A part of a register seen in another shape says the same, but makes a shuffle each time until it is
/// compiled: the first search of a program among 2,000 rows took a second with that.
public final class LaneSum {
  private static final int GROUP = 4;
  private static final VectorSpecies<Float> FOUR =
      VectorSpecies.of(float.class, VectorShape.S_128_BIT);
  private static final VectorShuffle<Float> SECOND_OF_TWO = group(FloatVector.SPECIES_256, 1);
  private static final VectorShuffle<Float> SECOND_OF_FOUR = group(FloatVector.SPECIES_512, 1);
  private static final VectorShuffle<Float> THIRD_OF_FOUR = group(FloatVector.SPECIES_512, 2);
  private static final VectorShuffle<Float> FOURTH_OF_FOUR = group(FloatVector.SPECIES_512, 3);

  private LaneSum() {}

  /// Brings this group of four lanes to the first place.
  private static VectorShuffle<Float> group(VectorSpecies<Float> species, int number) {
    return VectorShuffle.iota(species, number * GROUP, 1, true);
  }

  /// The sum of all lanes.
  public static float of(FloatVector lanes) {
    FloatVector sum =
        switch (lanes.length()) {
          case 2, GROUP -> lanes;
          case 2 * GROUP -> lanes.add(lanes.rearrange(SECOND_OF_TWO));
          case 4 * GROUP ->
              lanes
                  .add(lanes.rearrange(SECOND_OF_FOUR))
                  .add(lanes.rearrange(THIRD_OF_FOUR))
                  .add(lanes.rearrange(FOURTH_OF_FOUR));
          default -> groups(lanes);
        };
    return lanes.length() < GROUP
        ? sum.lane(0) + sum.lane(1)
        : (sum.lane(0) + sum.lane(2)) + (sum.lane(1) + sum.lane(3));
  }

  /// Registers that are wider still.
  private static FloatVector groups(FloatVector lanes) {
    FloatVector sum = (FloatVector) lanes.reinterpretShape(FOUR, 0);
    for (int part = 1; part < lanes.length() / GROUP; part++) {
      sum = sum.add((FloatVector) lanes.reinterpretShape(FOUR, part));
    }
    return sum;
  }
}
