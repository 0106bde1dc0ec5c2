package io.semascope.neighbour.approximate;

import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Points scattered about random centres, as texts about subjects are.
final class ClusteredPoints {
  static final int DIMENSION = 32;
  private static final int CENTRES = 40;

  private ClusteredPoints() {}

  static VectorBlock of(int count, boolean unit, long seed) {
    Random random = new Random(seed);
    float[][] centres = new float[CENTRES][];
    for (int i = 0; i < CENTRES; i++) {
      centres[i] = gaussian(random);
    }
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] row = gaussian(random);
      float[] centre = centres[random.nextInt(CENTRES)];
      double square = 0;
      for (int d = 0; d < DIMENSION; d++) {
        row[d] += centre[d];
        square += row[d] * row[d];
      }
      for (int d = 0; unit && d < DIMENSION; d++) {
        row[d] /= (float) Math.sqrt(square);
      }
      rows.add(row);
    }
    return VectorBlock.copyOf(rows, DIMENSION);
  }

  private static float[] gaussian(Random random) {
    float[] values = new float[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      values[d] = (float) random.nextGaussian();
    }
    return values;
  }
}
