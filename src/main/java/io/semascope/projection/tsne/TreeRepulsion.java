package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// Repulsion by a quadtree built anew at every call (Barnes & Hut 1986; van der Maaten 2014). It costs n log n, whatever the size of the picture.
final class TreeRepulsion implements Repulsion {
  private static final int POINTS_AT_ONCE = 128;

  private final double theta;

  /// @param theta smaller is slower and more exact
  TreeRepulsion(double theta) {
    this.theta = theta;
  }

  @Override
  public double at(float[] positions, float[] forces, Cancellation cancellation) {
    BarnesHutTree tree = BarnesHutTree.over(positions, theta);
    int count = tree.count();
    int blocks = (count + POINTS_AT_ONCE - 1) / POINTS_AT_ONCE;
    double[] sums = new double[blocks];
    Fork.blocks(
        blocks,
        cancellation,
        block -> {
          int end = Math.min(count, (block + 1) * POINTS_AT_ONCE);
          for (int place = block * POINTS_AT_ONCE; place < end; place++) {
            sums[block] += tree.repulsion(place, forces, 2 * tree.row(place));
          }
        });
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }
}
