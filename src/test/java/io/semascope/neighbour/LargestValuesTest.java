package io.semascope.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargestValuesTest {
  @Test
  void theThresholdIsTheKthLargest() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      double[] values =
          random
              .doubles(random.nextInt(1, 60), -4, 4)
              .map(value -> Math.rint(value) + 0.0)
              .toArray();
      int count = random.nextInt(1, 70);
      LargestValues largest = new LargestValues(count);
      LargestValues merged = new LargestValues(count);
      for (double value : values) {
        largest.add(value);
      }
      largest.addAllTo(merged);
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double expected =
          values.length < count ? Double.NEGATIVE_INFINITY : sorted[values.length - count];
      assertEquals(expected, largest.threshold(), "seed " + seed + ", round " + round);
      assertEquals(expected, merged.threshold(), "seed " + seed + ", round " + round);
    }
  }
}
