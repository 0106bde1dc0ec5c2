package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.VectorBlock;
import java.util.stream.IntStream;

/// In which order rows are put into blocks: those that are nearest to the same one of some chosen rows together. Then a row meets many of its nearest
/// early, and most others can be turned away sooner. The order changes how long a scan takes, never what it finds.
final class RowOrder {
  private RowOrder() {}

  /// The rows as they are.
  static int[] asTheyAre(VectorBlock block) {
    return IntStream.range(0, block.count()).toArray();
  }

  /// The rows by which of `groups` evenly spaced ones they are nearest to. Throws `JobCancelled` when asked to stop.
  static int[] bySimilarity(VectorBlock block, int groups, Cancellation cancellation) {
    VectorBlock chosen =
        block.select(
            IntStream.range(0, groups)
                .map(group -> (int) ((long) group * block.count() / groups))
                .toArray());
    int[] group = new int[block.count()];
    int parts = Math.ceilDiv(block.count(), TileBlock.ROWS);
    Fork.blocks(
        parts,
        cancellation,
        part -> {
          int end = Math.min((part + 1) * TileBlock.ROWS, block.count());
          for (int row = part * TileBlock.ROWS; row < end; row++) {
            group[row] = nearest(chosen, block, row);
          }
        });
    int[] place = new int[groups + 1];
    for (int one : group) {
      place[one + 1]++;
    }
    for (int i = 0; i < groups; i++) {
      place[i + 1] += place[i];
    }
    int[] order = new int[block.count()];
    for (int row = 0; row < order.length; row++) {
      order[place[group[row]]++] = row;
    }
    return order;
  }

  private static int nearest(VectorBlock chosen, VectorBlock block, int row) {
    Kernel kernel = Kernels.best();
    float[] values = new float[block.dimension()];
    block.copyRow(row, values);
    int nearest = 0;
    float least = Float.POSITIVE_INFINITY;
    for (int group = 0; group < chosen.count(); group++) {
      float distance = kernel.squaredDistance(values, chosen, group);
      if (distance < least) {
        least = distance;
        nearest = group;
      }
    }
    return nearest;
  }
}
