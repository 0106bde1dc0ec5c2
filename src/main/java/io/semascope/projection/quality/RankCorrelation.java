package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.projection.PlanarLayout;
import io.semascope.vector.Estimate;
import io.semascope.vector.FixedOrder;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// Spearman's rank correlation between the distances of pairs in the space and in the map: whether what lies farther apart is drawn farther apart.
final class RankCorrelation {
  /// Up to this many rows every pair is compared.
  static final int EXACT_UP_TO = 500;

  /// The same while a picture moves, in a few milliseconds. Of more rows so many are asked for: the mean of correlations of smaller groups would be too small.
  static final int LIVE_EXACT_UP_TO = 200;

  private static final int GROUPS = 10;
  private static final int LARGEST_GROUP = 200;

  private final VectorBlock block;
  private final PlanarLayout layout;

  RankCorrelation(VectorBlock block, PlanarLayout layout) {
    this.block = block;
    this.layout = layout;
  }

  /// All pairs of up to `exactUpTo` rows; of more, the mean over ten groups of rows that have none in common, all pairs within each.
  ///
  /// @param shuffled rows in random order, at least ten groups of two when there are more than `exactUpTo`
  DistanceAgreement measure(int[] shuffled, int exactUpTo, Cancellation cancellation) {
    long allPairs = pairs(block.count());
    if (block.count() <= exactUpTo) {
      return new DistanceAgreement(Estimate.exact(ofAll(cancellation)), allPairs, allPairs);
    }
    int size = Math.min(LARGEST_GROUP, shuffled.length / GROUPS);
    double[] correlations = new double[GROUPS];
    Fork.blocks(
        GROUPS,
        cancellation,
        group -> {
          int[] rows = Arrays.copyOfRange(shuffled, group * size, (group + 1) * size);
          correlations[group] = of(rows, cancellation);
        });
    return new DistanceAgreement(Estimate.ofTen(correlations), GROUPS * pairs(size), allPairs);
  }

  private static long pairs(long rows) {
    return rows * (rows - 1) / 2;
  }

  double ofAll(Cancellation cancellation) {
    int[] all = new int[block.count()];
    Arrays.setAll(all, row -> row);
    return of(all, cancellation);
  }

  private double of(int[] rows, Cancellation cancellation) {
    float[][] vectors = new float[rows.length][block.dimension()];
    for (int i = 0; i < rows.length; i++) {
      block.copyRow(rows[i], vectors[i]);
    }
    int pairs = Math.toIntExact(pairs(rows.length));
    float[] inSpace = new float[pairs];
    float[] inMap = new float[pairs];
    int pair = 0;
    for (int i = 0; i < rows.length; i++) {
      cancellation.check();
      for (int j = 0; j < i; j++) {
        // Ranks of nearly equal distances would change with their last bits.
        inSpace[pair] = (float) FixedOrder.squaredDistance(vectors[i], vectors[j]);
        double dx = layout.x(rows[i]) - layout.x(rows[j]);
        double dy = layout.y(rows[i]) - layout.y(rows[j]);
        inMap[pair++] = (float) (dx * dx + dy * dy);
      }
    }
    return pearson(ranks(inSpace), ranks(inMap));
  }

  /// Equal values share the mean of their ranks.
  static double[] ranks(float[] values) {
    long[] order = new long[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = ((long) Float.floatToIntBits(values[i]) << 32) | i;
    }
    Arrays.sort(order);
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int end = from + 1;
      while (end < order.length && order[end] >>> 32 == order[from] >>> 32) {
        end++;
      }
      for (int i = from; i < end; i++) {
        ranks[(int) order[i]] = (from + end - 1) / 2.0;
      }
      from = end;
    }
    return ranks;
  }

  /// 0 when one side does not vary.
  private static double pearson(double[] a, double[] b) {
    double mean = (a.length - 1) / 2.0;
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - mean) * (b[i] - mean);
      squareA += (a[i] - mean) * (a[i] - mean);
      squareB += (b[i] - mean) * (b[i] - mean);
    }
    return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : 0;
  }
}
