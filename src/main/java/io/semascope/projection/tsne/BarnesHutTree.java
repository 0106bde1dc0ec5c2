package io.semascope.projection.tsne;

import java.util.Arrays;

/// A quadtree over the positions that answers, for any place, Σ (1 + d²)⁻² (y − y_j) and Σ (1 + d²)⁻¹ over all points, distant cells taken as one
/// point at their centre of mass (Barnes & Hut 1986; van der Maaten 2014, section 4.2).
///
/// Points are sorted along a Morton curve, so a cell is a range of the sorted points, and nodes lie in depth-first order with the index of the node
/// after their subtree: a visit is one forward walk over flat arrays. Immutable once built; safe for use from any thread.
final class BarnesHutTree {
  /// θ: a cell of width w at distance d is taken as one point when w < θ d. At 0.5 forces are off by up to 3 % and Z by up to 2 %.
  static final double THETA = 0.5;

  private static final int LEVELS = 20;
  private static final int ROW_BITS = 23;
  private static final int POINTS_IN_LEAF = 4;

  private final int[] rows;
  private final float[] positions;

  /// Of node i, from 4i on: x and y of its centre of mass, the squared distance from which it is taken as one point, its number of points.
  private final float[] cells;

  private final int[] ranges;
  private final int[] after;
  private final double theta;
  private int nodes;

  private BarnesHutTree(int count, double theta) {
    this.theta = theta;
    rows = new int[count];
    positions = new float[2 * count];
    cells = new float[8 * count];
    ranges = new int[4 * count];
    after = new int[2 * count];
  }

  /// Builds the tree over x0, y0, x1, y1, …, all finite, at least one and at most 2²³ points. Smaller θ is slower and more exact.
  static BarnesHutTree over(float[] positions, double theta) {
    int count = positions.length / 2;
    if (count < 1 || count > 1 << ROW_BITS) {
      throw new IllegalArgumentException("a tree over " + count + " points");
    }
    double minX = positions[0];
    double minY = positions[1];
    double maxX = minX;
    double maxY = minY;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, positions[2 * i]);
      maxX = Math.max(maxX, positions[2 * i]);
      minY = Math.min(minY, positions[2 * i + 1]);
      maxY = Math.max(maxY, positions[2 * i + 1]);
    }
    double width = Math.max(Math.max(maxX - minX, maxY - minY), Float.MIN_NORMAL);
    double cells = (1 << LEVELS) / width;
    long[] codes = new long[count];
    for (int i = 0; i < count; i++) {
      long x = cell((positions[2 * i] - minX) * cells);
      long y = cell((positions[2 * i + 1] - minY) * cells);
      codes[i] = ((spread(x) | spread(y) << 1) << ROW_BITS) | i;
    }
    Arrays.parallelSort(codes);
    BarnesHutTree tree = new BarnesHutTree(count, theta);
    for (int i = 0; i < count; i++) {
      int row = (int) codes[i] & ((1 << ROW_BITS) - 1);
      tree.rows[i] = row;
      tree.positions[2 * i] = positions[2 * row];
      tree.positions[2 * i + 1] = positions[2 * row + 1];
    }
    tree.build(codes, 0, count, new Cell(LEVELS, width));
    return tree;
  }

  private static long cell(double position) {
    return Math.min((1 << LEVELS) - 1, (long) position);
  }

  /// Puts a zero between any two of the lowest 20 bits.
  private static long spread(long bits) {
    long spread = bits;
    spread = (spread | spread << 16) & 0x0000FFFF0000FFFFL;
    spread = (spread | spread << 8) & 0x00FF00FF00FF00FFL;
    spread = (spread | spread << 4) & 0x0F0F0F0F0F0F0F0FL;
    spread = (spread | spread << 2) & 0x3333333333333333L;
    return (spread | spread << 1) & 0x5555555555555555L;
  }

  /// @param level how many times the cell can still be quartered
  private record Cell(int level, double width) {
    Cell quarter() {
      return new Cell(level - 1, width / 2);
    }
  }

  /// Adds the node of the sorted points `from` to `to − 1`, which share `cell`, and all below it.
  private void build(long[] codes, int from, int to, Cell cell) {
    Cell smallest = cell;
    while (smallest.level > 0
        && quadrant(codes[from], smallest) == quadrant(codes[to - 1], smallest)) {
      smallest = smallest.quarter();
    }
    int node = nodes++;
    ranges[2 * node] = from;
    ranges[2 * node + 1] = to;
    double x = 0;
    double y = 0;
    for (int i = from; i < to; i++) {
      x += positions[2 * i];
      y += positions[2 * i + 1];
    }
    cells[4 * node] = (float) (x / (to - from));
    cells[4 * node + 1] = (float) (y / (to - from));
    cells[4 * node + 2] = (float) (smallest.width * smallest.width / (theta * theta));
    cells[4 * node + 3] = to - from;
    if (to - from <= POINTS_IN_LEAF || smallest.level == 0) {
      after[node] = nodes;
      ranges[2 * node] = ~from;
      return;
    }
    int start = from;
    while (start < to) {
      long quadrant = quadrant(codes[start], smallest);
      int end = start + 1;
      while (end < to && quadrant(codes[end], smallest) == quadrant) {
        end++;
      }
      build(codes, start, end, smallest.quarter());
      start = end;
    }
    after[node] = nodes;
  }

  private static long quadrant(long code, Cell cell) {
    return code >>> (ROW_BITS + 2 * (cell.level - 1)) & 3;
  }

  int count() {
    return rows.length;
  }

  /// The row of the point at `place` of the Morton order; points of neighbouring places lie near each other.
  int row(int place) {
    return rows[place];
  }

  /// Writes the force on the point at `place` to `force[at]` and `force[at + 1]` and gives its sum of (1 + d²)⁻¹ over all other points.
  float repulsion(int place, float[] force, int at) {
    return repulsion(new Query(positions[2 * place], positions[2 * place + 1], place), force, at);
  }

  /// The same for a place where none of the points stands.
  float repulsion(float x, float y, float[] force) {
    return repulsion(new Query(x, y, -1), force, 0);
  }

  /// @param self place of the point that asks, −1 when it is none of them
  private record Query(float x, float y, int self) {}

  private float repulsion(Query query, float[] force, int at) {
    float x = query.x;
    float y = query.y;
    float forceX = 0;
    float forceY = 0;
    float sum = 0;
    int node = 0;
    while (node < nodes) {
      float dx = x - cells[4 * node];
      float dy = y - cells[4 * node + 1];
      float squared = dx * dx + dy * dy;
      if (squared > cells[4 * node + 2]) {
        float kernel = 1 / (1 + squared);
        float mass = cells[4 * node + 3] * kernel;
        sum += mass;
        forceX += mass * kernel * dx;
        forceY += mass * kernel * dy;
        node = after[node];
        continue;
      }
      int from = ranges[2 * node];
      if (from < 0) {
        int to = ranges[2 * node + 1];
        for (int i = ~from; i < to; i++) {
          if (i != query.self) {
            float px = x - positions[2 * i];
            float py = y - positions[2 * i + 1];
            float kernel = 1 / (1 + px * px + py * py);
            sum += kernel;
            forceX += kernel * kernel * px;
            forceY += kernel * kernel * py;
          }
        }
      }
      node++;
    }
    force[at] = forceX;
    force[at + 1] = forceY;
    return sum;
  }
}
