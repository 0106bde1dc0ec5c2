package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.SquaredDistances;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// What is kept of the distances from one row to all others: the k nearest rows, and of the sorted distances every so many-th, by which any other row finds
/// its rank to within half a step. Immutable.
final class SampledRow implements SpaceNeighbours {
  private final VectorBlock block;
  private final float[] vector;
  private final int[] nearest;

  /// Every `step`-th of the sorted distances, the smallest first.
  private final float[] landmarks;

  private final int step;

  private SampledRow(VectorBlock block, int row, int[] nearest, float[] landmarks) {
    this.block = block;
    this.nearest = nearest;
    this.landmarks = landmarks;
    step = Math.ceilDiv(block.count() - 1, landmarks.length);
    vector = new float[block.dimension()];
    block.copyRow(row, vector);
  }

  /// @param nearest how many nearest rows are kept, ties by row
  /// @param landmarks at most so many of the sorted distances are kept; all of them when there are not more
  record Keeping(int nearest, int landmarks) {
    /// Keeps that much of a row. Throws `JobCancelled` when asked to stop.
    ///
    /// @param row of the block
    /// @param distances from it to all rows, as `SquaredDistances` has them; they are sorted
    SampledRow of(VectorBlock block, int row, float[] distances, Cancellation cancellation) {
      NearestRows near = new NearestRows(distances.length, nearest);
      near.find(distances, row);
      int[] rows = new int[nearest];
      Arrays.setAll(rows, i -> near.row(i + 1));
      StoppableSort.sort(distances, cancellation);
      int others = distances.length - 1;
      int step = Math.ceilDiv(others, landmarks);
      float[] kept = new float[Math.ceilDiv(others, step)];
      for (int i = 0; i < kept.length; i++) {
        // None is smaller than its own, which comes first.
        kept[i] = distances[1 + i * step];
      }
      return new SampledRow(block, row, rows, kept);
    }
  }

  @Override
  public int row(int rank) {
    return nearest[rank - 1];
  }

  @Override
  public boolean has(int row) {
    for (int near : nearest) {
      if (near == row) {
        return true;
      }
    }
    return false;
  }

  /// The middle of what is possible, and never one of the k nearest for a row that is none of them. Rows at equal distance share the best of their ranks.
  @Override
  public int rank(int row) {
    float[] other = new float[vector.length];
    block.copyRow(row, other);
    int nearer = lowerBound(SquaredDistances.between(vector, other));
    return Math.max(nearest.length, nearer * step - (nearer == 0 ? 0 : (step - 1) / 2)) + 1;
  }

  /// How many landmarks are smaller.
  private int lowerBound(float distance) {
    int low = 0;
    int high = landmarks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (landmarks[middle] < distance) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
