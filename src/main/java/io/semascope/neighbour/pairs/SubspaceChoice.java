package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.subspace.LeadingDirections;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.Kernels;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;

/// In how many leading directions a first comparison costs least: fewer are quicker to multiply but let more pairs pass to the full comparison.
///
/// Judged on rows evenly spaced over the block. The choice changes how long a scan takes, never what it finds.
final class SubspaceChoice {
  /// Below this the choice costs more than it saves.
  private static final int SMALLEST_COUNT = 16_000;

  private static final int SMALLEST_DIMENSION = 64;
  private static final int SAMPLE = 4096;
  private static final int QUERIES = 64;
  private static final int TARGETS = 1024;
  private static final int STEP = 16;

  private final Subspace subspace;
  private final float[][] projected;
  private final double[] squares;
  private final float[] reach;

  private SubspaceChoice(VectorBlock sample, Subspace subspace, float[] reach) {
    this.subspace = subspace;
    this.reach = reach;
    projected = new float[TARGETS][subspace.axes().count()];
    squares = new double[TARGETS];
    for (int row = 0; row < TARGETS; row++) {
      float[] values = new float[sample.dimension()];
      sample.copyRow(row * (SAMPLE / TARGETS), values);
      squares[row] = Subspace.dot(values, values);
      for (int axis = 0; axis < projected[row].length; axis++) {
        projected[row][axis] = Kernels.best().dot(values, subspace.axes(), axis);
      }
    }
  }

  /// The subspace to compare in first; empty when all dimensions are as good. Throws `JobCancelled` when asked to stop.
  static Optional<Subspace> of(
      VectorBlock block, float[] mean, int neighbours, Cancellation cancellation) {
    if (block.count() < SMALLEST_COUNT || block.dimension() < SMALLEST_DIMENSION) {
      return Optional.empty();
    }
    VectorBlock sample = sample(block, mean);
    int rank = Math.clamp((long) neighbours * SAMPLE / block.count(), 1, SAMPLE - 1);
    NearestRows nearest =
        PairScan.nearest(
            sample, rank, new JobContext(cancellation, ProgressMeter.silent(), () -> {}));
    float[] reach = new float[SAMPLE];
    for (int row = 0; row < SAMPLE; row++) {
      reach[row] = nearest.squaredDistance(row, rank - 1);
      if (!Float.isFinite(reach[row])) {
        return Optional.empty();
      }
    }
    Subspace most = LeadingDirections.of(sample, block.dimension() * 5 / 8, cancellation);
    int best = new SubspaceChoice(sample, most, reach).cheapest(block.dimension());
    return best == 0 ? Optional.empty() : Optional.of(most.first(best));
  }

  private static VectorBlock sample(VectorBlock block, float[] mean) {
    float[][] rows = new float[SAMPLE][block.dimension()];
    for (int i = 0; i < SAMPLE; i++) {
      block.copyRow((int) ((long) i * block.count() / SAMPLE), rows[i]);
      for (int j = 0; j < mean.length; j++) {
        rows[i][j] -= mean[j];
      }
    }
    return VectorBlock.copyOf(Arrays.asList(rows), block.dimension());
  }

  /// The number of directions of least cost, 0 for all dimensions. Costs are cycles per pair on a machine of sixteen products per cycle, where a look at
  /// all dimensions takes about a cycle for four of them and a hundred to begin with, because its rows come from far.
  private int cheapest(int dimension) {
    int[] passing = passing();
    double least = dimension / 16.0;
    int best = 0;
    for (int step = 1; step < passing.length; step++) {
      double share = (double) passing[step] / QUERIES / TARGETS;
      double cost = step * STEP / 16.0 + share * (100 + dimension / 4.0);
      if (cost < least) {
        least = cost;
        best = step * STEP;
      }
    }
    return best;
  }

  /// How many of the sampled pairs pass by number of directions, in steps of `STEP`.
  private int[] passing() {
    int[] passing = new int[subspace.axes().count() / STEP + 1];
    for (int query = 0; query < QUERIES; query++) {
      int a = query * (TARGETS / QUERIES);
      for (int b = 0; b < TARGETS; b++) {
        addPassing(a, b, passing);
      }
    }
    return passing;
  }

  private void addPassing(int a, int b, int[] passing) {
    int spacing = SAMPLE / TARGETS;
    double most = Math.max(reach[a * spacing], reach[b * spacing]);
    double outsideA = squares[a];
    double outsideB = squares[b];
    double product = 0;
    for (int axis = 0; axis < (passing.length - 1) * STEP; axis++) {
      float p = projected[a][axis];
      float q = projected[b][axis];
      product += (double) p * q;
      outsideA -= (double) p * p;
      outsideB -= (double) q * q;
      if ((axis + 1) % STEP == 0) {
        double outside = Math.sqrt(Math.max(0, outsideA) * Math.max(0, outsideB));
        if (squares[a] + squares[b] - 2 * (product + outside) <= most) {
          passing[(axis + 1) / STEP]++;
        }
      }
    }
  }
}
