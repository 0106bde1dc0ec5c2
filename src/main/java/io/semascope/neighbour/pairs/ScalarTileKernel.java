package io.semascope.neighbour.pairs;

/// Plain loops, for a JVM without the Vector API.
final class ScalarTileKernel implements TileKernel {
  private static final int COLUMNS = 16;

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public int compare(Tiles tiles, int group, int panel) {
    TileBlock left = tiles.left();
    TileBlock right = tiles.right();
    int passed = 0;
    for (int r = 0; r < ROWS; r++) {
      int row = group * ROWS + r;
      for (int c = 0; c < COLUMNS; c++) {
        int column = panel * COLUMNS + c;
        float product = product(left, row, right, panel * COLUMNS * right.depth() + c);
        if (product >= right.half[column] + left.limit[row]
            || product >= right.limit[column] + left.half[row]) {
          tiles.passed()[passed++] = r * COLUMNS + c;
        }
      }
    }
    return passed;
  }

  private static float product(TileBlock left, int row, TileBlock right, int panelAt) {
    float sum = 0;
    int rowAt = left.at(row);
    for (int i = 0; i < left.depth(); i++) {
      int next = i * COLUMNS;
      sum = Math.fma(left.panels[rowAt + next], right.panels[panelAt + next], sum);
    }
    return sum;
  }
}
