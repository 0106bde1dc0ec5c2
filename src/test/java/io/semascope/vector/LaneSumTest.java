package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaneSumTest {
  private static final long SEED = 5;

  /// Often enough that the loop is compiled on the way: the order must not change then.
  private static final int TIMES = 60_000;

  @ParameterizedTest
  @EnumSource(
      value = VectorShape.class,
      names = {"S_64_BIT", "S_128_BIT", "S_256_BIT", "S_512_BIT"})
  void theOrderIsTheSameBeforeAndAfterCompiling(VectorShape shape) {
    VectorSpecies<Float> species = VectorSpecies.of(float.class, shape);
    SplittableRandom random = new SplittableRandom(SEED);
    float[] lanes = new float[species.length()];
    for (int time = 0; time < TIMES; time++) {
      for (int i = 0; i < lanes.length; i++) {
        lanes[i] = (float) (random.nextDouble(-1, 1) * Math.exp(random.nextInt(12)));
      }
      float sum = LaneSum.of(FloatVector.fromArray(species, lanes, 0));
      assertEquals(inOrder(lanes), sum, "seed " + SEED + ", time " + time);
    }
  }

  private static float inOrder(float[] lanes) {
    if (lanes.length == 2) {
      return lanes[0] + lanes[1];
    }
    float[] four = new float[4];
    for (int i = 0; i < lanes.length; i++) {
      four[i % 4] = i < 4 ? lanes[i] : four[i % 4] + lanes[i];
    }
    return (four[0] + four[2]) + (four[1] + four[3]);
  }
}
