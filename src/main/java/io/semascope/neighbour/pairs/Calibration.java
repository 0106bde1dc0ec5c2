package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.blocks.BlockDistances;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.neighbour.subspace.Subspace;
import java.util.Arrays;

/// Reads off known true neighbours how far a scan must go so that it would find a given share of them.
final class Calibration {
  /// Neighbours of one row that are looked at, evenly spaced over all it has.
  private static final int MOST_OF_A_ROW = 15;

  private final TrueNeighbours truth;
  private final CentredRows rows;
  private final Cancellation cancellation;

  Calibration(TrueNeighbours truth, CentredRows rows, Cancellation cancellation) {
    this.truth = truth;
    this.rows = rows;
    this.cancellation = cancellation;
  }

  /// How many of the nearest blocks each block must meet.
  ///
  /// @param order the rows of all blocks, one block after the other
  /// @param share of the true neighbours that are to be met
  int breadth(int[] order, BlockDistances distances, double share) {
    int[] blockOf = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      blockOf[order[i]] = i / TileBlock.ROWS;
    }
    double[] ranks = new double[truth.count() * truth.neighbours()];
    for (int i = 0; i < truth.count(); i++) {
      int home = blockOf[truth.row(i)];
      for (int rank = 0; rank < truth.neighbours(); rank++) {
        int guest = blockOf[truth.neighbour(i, rank)];
        ranks[i * truth.neighbours() + rank] =
            home == guest
                ? 0
                : 1 + Math.min(distances.rank(home, guest), distances.rank(guest, home));
      }
    }
    return (int) quantile(ranks, share);
  }

  /// How well what lies outside the first `SubspaceChoice.STEP`, twice as many and so on of the directions must be allowed to agree: the largest cosine.
  ///
  /// With p the coordinates and r what is outside, |a − b|² = |a|² + |b|² − 2 (pₐ·p_b + rₐ·r_b), and a pair passes for a when that is within a's reach.
  ///
  /// @param share of the true neighbours that are to pass
  double[] agreements(Subspace directions, double share) {
    int steps = directions.axes().count() / SubspaceChoice.STEP;
    int spacing = Math.ceilDiv(truth.neighbours(), MOST_OF_A_ROW);
    int ofRow = Math.ceilDiv(truth.neighbours(), spacing);
    double[][] needed = new double[steps][truth.count() * ofRow];
    Fork.blocks(
        truth.count(),
        cancellation,
        i -> {
          Split a = new Split(truth.row(i), directions);
          for (int j = 0; j < ofRow; j++) {
            cancellation.check();
            // The last neighbour is among them: it is the hardest to find.
            int rank = truth.neighbours() - 1 - j * spacing;
            Split b = new Split(truth.neighbour(i, rank), directions);
            double[] each = a.needed(b, truth.reach(i));
            for (int step = 0; step < steps; step++) {
              needed[step][i * ofRow + j] = each[step];
            }
          }
        });
    return Arrays.stream(needed).mapToDouble(each -> quantile(each, share)).toArray();
  }

  /// The smallest of some values that at least this share of them do not exceed.
  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(at, 0, sorted.length - 1)];
  }

  /// A row less the mean, by its coordinates along directions.
  private final class Split {
    private final double square;
    private final float[] coordinates;

    Split(int row, Subspace directions) {
      float[] values = new float[rows.block().dimension()];
      rows.copyRow(row, values);
      square = Subspace.dot(values, values);
      coordinates = new float[directions.axes().count()];
      directions.project(values, coordinates);
    }

    /// The cosine of what is outside that `other` needs to pass within `reach`, by steps of directions, in [0, 1].
    double[] needed(Split other, double reach) {
      double[] needed = new double[coordinates.length / SubspaceChoice.STEP];
      double least = (square + other.square - reach) / 2;
      double outside = square;
      double outsideOther = other.square;
      for (int axis = 0; axis < needed.length * SubspaceChoice.STEP; axis++) {
        double p = coordinates[axis];
        double q = other.coordinates[axis];
        least -= p * q;
        outside -= p * p;
        outsideOther -= q * q;
        if ((axis + 1) % SubspaceChoice.STEP == 0) {
          double lengths = Math.sqrt(Math.max(0, outside) * Math.max(0, outsideOther));
          double cosine = lengths > 0 ? least / lengths : 1;
          needed[axis / SubspaceChoice.STEP] = Math.clamp(cosine, 0, 1);
        }
      }
      return needed;
    }
  }
}
