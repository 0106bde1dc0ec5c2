package io.semascope.neighbour.blocks;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the centres of blocks of rows are from each other. Immutable; safe for use from any thread.
public final class BlockDistances {
  private final float[][] squaredDistances;
  private final int[][] order;
  private final int[][] ranks;

  private BlockDistances(float[][] squaredDistances, int[][] order, int[][] ranks) {
    this.squaredDistances = squaredDistances;
    this.order = order;
    this.ranks = ranks;
  }

  /// Throws `JobCancelled` when asked to stop.
  ///
  /// @param order the rows of all blocks, one block after the other
  /// @param rowsOfBlock how many rows a block has; the last one may have fewer
  public static BlockDistances of(
      VectorBlock block, int[] order, int rowsOfBlock, Cancellation cancellation) {
    int blocks = Math.ceilDiv(order.length, rowsOfBlock);
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      centres.add(new float[block.dimension()]);
    }
    Fork.blocks(
        blocks,
        cancellation,
        part -> {
          int end = Math.min(order.length, (part + 1) * rowsOfBlock);
          int[] rows = Arrays.copyOfRange(order, part * rowsOfBlock, end);
          centres.set(part, centre(block, rows));
        });
    float[][] distances = new float[blocks][blocks];
    int[][] nearest = new int[blocks][];
    int[][] ranks = new int[blocks][blocks];
    Fork.blocks(
        blocks,
        cancellation,
        one -> {
          long[] others = new long[blocks - 1];
          int count = 0;
          for (int other = 0; other < blocks; other++) {
            distances[one][other] = squaredDistance(centres.get(one), centres.get(other));
            if (other != one) {
              others[count++] = packed(distances[one][other], other);
            }
          }
          Arrays.sort(others);
          nearest[one] = Arrays.stream(others).mapToInt(entry -> (int) entry).toArray();
          for (int rank = 0; rank < others.length; rank++) {
            ranks[one][nearest[one][rank]] = rank;
          }
        });
    return new BlockDistances(distances, nearest, ranks);
  }

  /// The mean of the rows that are finite.
  private static float[] centre(VectorBlock block, int[] rows) {
    double[] sum = new double[block.dimension()];
    float[] values = new float[block.dimension()];
    int count = 0;
    for (int row : rows) {
      block.copyRow(row, values);
      if (Double.isFinite(Subspace.dot(values, values))) {
        count++;
        for (int i = 0; i < values.length; i++) {
          sum[i] += values[i];
        }
      }
    }
    float[] centre = new float[sum.length];
    for (int i = 0; i < centre.length; i++) {
      centre[i] = (float) (sum[i] / Math.max(1, count));
    }
    return centre;
  }

  private static float squaredDistance(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return (float) Subspace.dot(difference, difference);
  }

  private static long packed(float squaredDistance, int other) {
    return ((long) Float.floatToIntBits(squaredDistance) << 32) | other;
  }

  /// How many blocks there are.
  public int count() {
    return order.length;
  }

  /// The other block at `rank`, 0 being the nearest.
  public int nearest(int block, int rank) {
    return order[block][rank];
  }

  /// At which rank `other` stands among the blocks near to `block`.
  public int rank(int block, int other) {
    return ranks[block][other];
  }

  /// The squared distance of two centres.
  float between(int one, int other) {
    return squaredDistances[one][other];
  }
}
