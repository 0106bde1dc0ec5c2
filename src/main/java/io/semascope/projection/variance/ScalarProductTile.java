package io.semascope.projection.variance;

/// Plain loops, for a JVM without the Vector API.
final class ScalarProductTile implements ProductTile {
  private static final int WIDTH = 16;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void add(Pair pair, double[] sums, int at) {
    for (int row = 0; row < pair.rows(); row++) {
      int left = pair.left().from + row * WIDTH;
      int right = pair.right().from + row * WIDTH;
      for (int i = 0; i < WIDTH; i++) {
        double value = pair.left().values[left + i];
        int target = at + i * WIDTH;
        for (int j = 0; j < WIDTH; j++) {
          sums[target + j] = Math.fma(value, pair.right().values[right + j], sums[target + j]);
        }
      }
    }
  }
}
