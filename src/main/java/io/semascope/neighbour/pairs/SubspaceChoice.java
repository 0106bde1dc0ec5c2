package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.neighbour.subspace.LeadingDirections;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;

/// In how many leading directions a first comparison costs least: fewer are quicker to multiply but let more pairs pass to the full comparison.
///
/// Judged on rows evenly spaced over the block.
///
/// @param subspace those directions
/// @param agreement the largest cosine that what lies outside them is taken to have
record SubspaceChoice(Subspace subspace, double agreement) {
  /// Numbers of directions that are thought of are multiples of this.
  static final int STEP = 16;

  /// Below this the choice costs more than it saves.
  static final int SMALLEST_COUNT = 16_000;

  private static final int SMALLEST_DIMENSION = 64;

  /// The covariance of more would take more memory than many vectors, and longer than the scan.
  private static final int LARGEST_DIMENSION = 4096;

  /// Making directions orthogonal costs the square of their number, and a good choice has fewer.
  private static final int MOST_DIRECTIONS = 256;

  private static final int SAMPLE = 4096;

  /// How much what lies outside a number of directions may agree.
  @FunctionalInterface
  interface Agreements {
    /// The largest cosine to be reckoned with outside the first `STEP`, 2 · `STEP` and so on of the directions.
    double[] outside(Subspace directions);

    /// No mistake is allowed.
    static Agreements any() {
      return directions -> {
        double[] all = new double[directions.axes().count() / STEP];
        Arrays.fill(all, 1);
        return all;
      };
    }
  }

  /// The subspace to compare in first; empty when all dimensions are as good. Throws `JobCancelled` when asked to stop.
  static Optional<SubspaceChoice> of(
      CentredRows rows, int neighbours, Agreements agreements, Cancellation cancellation) {
    VectorBlock block = rows.block();
    if (block.count() < SMALLEST_COUNT
        || block.dimension() < SMALLEST_DIMENSION
        || block.dimension() > LARGEST_DIMENSION) {
      return Optional.empty();
    }
    VectorBlock sample = rows.evenly(SAMPLE, cancellation);
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
    Subspace most =
        LeadingDirections.of(
            sample, Math.min(MOST_DIRECTIONS, block.dimension() * 5 / 8), cancellation);
    double[] outside = agreements.outside(most);
    Costs costs = new Costs(reach, outside);
    costs.project(sample, most, cancellation);
    int best = costs.cheapest(block.dimension(), cancellation);
    return best == 0
        ? Optional.empty()
        : Optional.of(new SubspaceChoice(most.first(best), outside[best / STEP - 1]));
  }

  /// What a comparison costs by number of directions, estimated from pairs of the sample.
  private static final class Costs {
    private static final int QUERIES = 64;
    private static final int TARGETS = 1024;

    /// Rows come from far, and early on, while reaches are long, more pairs pass than in the end: measured.
    private static final int LOOK = 600;

    private final float[][] projected = new float[TARGETS][];
    private final double[] squares = new double[TARGETS];
    private final float[] reach;
    private final double[] outside;

    Costs(float[] reach, double[] outside) {
      this.reach = reach;
      this.outside = outside;
    }

    /// Looks at the sample along the directions.
    void project(VectorBlock sample, Subspace subspace, Cancellation cancellation) {
      for (int row = 0; row < TARGETS; row++) {
        cancellation.check();
        projected[row] = new float[subspace.axes().count()];
        float[] values = new float[sample.dimension()];
        sample.copyRow(row * (SAMPLE / TARGETS), values);
        squares[row] = Subspace.dot(values, values);
        subspace.project(values, projected[row]);
      }
    }

    /// The number of directions of least cost, 0 for all dimensions. Costs are cycles per pair on a machine of sixteen products per cycle, where a look at
    /// all dimensions takes about a cycle for four of them and `LOOK` to begin with.
    int cheapest(int dimension, Cancellation cancellation) {
      int[] passing = passing(cancellation);
      double least = dimension / 16.0;
      int best = 0;
      for (int step = 1; step < passing.length; step++) {
        double share = (double) passing[step] / QUERIES / TARGETS;
        double cost = step * STEP / 16.0 + share * (LOOK + dimension / 4.0);
        if (cost < least) {
          least = cost;
          best = step * STEP;
        }
      }
      return best;
    }

    /// How many of the sampled pairs pass by number of directions, in steps of `STEP`.
    private int[] passing(Cancellation cancellation) {
      int[] passing = new int[outside.length + 1];
      for (int query = 0; query < QUERIES; query++) {
        cancellation.check();
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
      double restA = squares[a];
      double restB = squares[b];
      double product = 0;
      for (int axis = 0; axis < outside.length * STEP; axis++) {
        float p = projected[a][axis];
        float q = projected[b][axis];
        product += (double) p * q;
        restA -= (double) p * p;
        restB -= (double) q * q;
        if ((axis + 1) % STEP == 0) {
          int step = (axis + 1) / STEP;
          double rest = Math.sqrt(Math.max(0, restA) * Math.max(0, restB)) * outside[step - 1];
          if (squares[a] + squares[b] - 2 * (product + rest) <= most) {
            passing[step]++;
          }
        }
      }
    }
  }
}
