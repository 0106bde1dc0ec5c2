package io.semascope.projection.umap;

/// One point on its way through an epoch: pulled by a neighbour, pushed away from points drawn at random. Used by one thread.
final class Walker {
  /// Points drawn for each pull (umap-learn's negative_sample_rate).
  private static final int NEGATIVES = 5;

  /// No force along an axis is longer, however near or far the other point is (umap-learn).
  private static final float LONGEST = 4;

  /// Of the upper half, where bits look random, but not among those that choose a row.
  private static final long SIGN_BIT = 1L << 33;

  private final Forces forces;
  private final float rate;
  private float x;
  private float y;

  /// @param rate how much of each force is followed
  Walker(Forces forces, float rate, float x, float y) {
    this.forces = forces;
    this.rate = rate;
    this.x = x;
    this.y = y;
  }

  float x() {
    return x;
  }

  float y() {
    return y;
  }

  /// Towards the point at `row` of `at` (x0, y0, x1, y1, …), `times` over.
  void pull(float[] at, int row, float times) {
    float dx = x - at[2 * row];
    float dy = y - at[2 * row + 1];
    float force = forces.pull(dx * dx + dy * dy);
    x -= times * rate * clip(force * dx);
    y -= times * rate * clip(force * dy);
  }

  /// Away from points of `at` that are drawn by `key`, which is well mixed; never from the point at row `self`.
  void push(float[] at, int self, long key) {
    int count = at.length / 2;
    float fx = 0;
    float fy = 0;
    long bits = key;
    for (int negative = 0; negative < NEGATIVES; negative++) {
      bits = Draws.next(bits);
      int row = Draws.below(bits, count);
      float dx = x - at[2 * row];
      float dy = y - at[2 * row + 1];
      float squared = dx * dx + dy * dy;
      if (squared > 0) {
        float force = forces.push(squared);
        fx += clip(force * dx);
        fy += clip(force * dy);
      } else if (row != self) {
        // Two points at one place have no direction: any one parts them.
        fx += (bits & SIGN_BIT) == 0 ? LONGEST : -LONGEST;
        fy += (bits & SIGN_BIT << 1) == 0 ? LONGEST : -LONGEST;
      }
    }
    x += rate * fx;
    y += rate * fy;
  }

  private static float clip(float force) {
    // Hardly ever taken, and so cheaper than Math.min and Math.max, which also mind NaN and −0.
    if (force > LONGEST) {
      return LONGEST;
    }
    return force < -LONGEST ? -LONGEST : force;
  }
}
