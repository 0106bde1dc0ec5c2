package io.semascope.neighbour;

import java.util.Arrays;

/// Plain loops, for a JVM without the Vector API.
final class ScalarDistancePanel implements DistancePanel {
  private static final int WIDTH = 16;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void compare(float[] queries, int from, float[] panel, float[] distances) {
    int dimension = panel.length / WIDTH;
    Arrays.fill(distances, 0);
    for (int q = 0; q < QUERIES; q++) {
      for (int i = 0; i < dimension; i++) {
        float value = queries[from + q * dimension + i];
        for (int r = 0; r < WIDTH; r++) {
          float difference = panel[i * WIDTH + r] - value;
          distances[q * WIDTH + r] = Math.fma(difference, difference, distances[q * WIDTH + r]);
        }
      }
    }
  }
}
