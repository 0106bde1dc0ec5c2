package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.SquaredDistances;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.vector.VectorBlock;

/// How far the neighbours seen in a map are the neighbours in the space, by Euclidean distance on both sides.
///
/// @param k how many neighbours were compared: what was asked for, at most (n − 1)/2
/// @param trustworthiness in [0, 1]: 1 when no map neighbour is an intruder, each weighted by how far off it is in the space (Venna & Kaski 2001)
/// @param continuity in [0, 1]: 1 when no true neighbour was torn away, each weighted by how far off it is in the map (Venna & Kaski 2001)
/// @param kept share of the k nearest neighbours in the space that are among the k nearest in the map, in [0, 1]
/// @param measuredRows how many rows were asked for their neighbours; each was compared with all others
/// @param count how many rows there are
public record MapQuality(
    int k, double trustworthiness, double continuity, double kept, int measuredRows, int count) {
  /// Up to this many points every row is measured, beyond it an evenly spaced sample of `SAMPLE` rows.
  public static final int EXACT_UP_TO = 5_000;

  /// Rows measured of a larger map: the standard error of the kept share is then below 0.01.
  public static final int SAMPLE = 2_000;

  private static final int ROWS_AT_ONCE = 16;

  /// Whether only some rows were measured.
  public boolean sampled() {
    return measuredRows < count;
  }

  /// Row i of the block stands at position i of the layout. Throws `TooFewPoints` below three points, `IllegalArgumentException` when the counts differ or
  /// k is below 1, `JobCancelled` when asked to stop.
  public static MapQuality measure(
      VectorBlock block, PlanarLayout layout, int k, Cancellation cancellation) {
    int count = requireSameCount(block, layout);
    if (count < 3) {
      throw new TooFewPoints("The quality of a map", count, 3);
    }
    if (k < 1) {
      throw new IllegalArgumentException("the quality of " + k + " neighbours");
    }
    int compared = Math.min(k, (count - 1) / 2);
    int measured = count <= EXACT_UP_TO ? count : SAMPLE;
    int blocks = (measured + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    long[][] tallies = new long[blocks][];
    Fork.blocks(
        blocks,
        cancellation,
        part -> {
          int from = part * ROWS_AT_ONCE;
          int[] rows = new int[Math.min(ROWS_AT_ONCE, measured - from)];
          for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) ((long) (from + i) * count / measured);
          }
          tallies[part] = new Tally(block, layout, compared, cancellation).of(rows);
        });
    long intrusion = 0;
    long tear = 0;
    long kept = 0;
    for (long[] tally : tallies) {
      intrusion += tally[0];
      tear += tally[1];
      kept += tally[2];
    }
    double worst = (double) measured * compared * (2.0 * count - 3.0 * compared - 1) / 2;
    return new MapQuality(
        compared,
        1 - intrusion / worst,
        1 - tear / worst,
        (double) kept / measured / compared,
        measured,
        count);
  }

  /// How some rows fare.
  private record Tally(VectorBlock block, PlanarLayout layout, int k, Cancellation cancellation) {
    /// Intrusion, tear and kept neighbours, summed over `rows`.
    long[] of(int[] rows) {
      float[][] inSpace = spaceDistances(rows);
      float[] inMap = new float[block.count()];
      Ranks spaceRanks = new Ranks(block.count());
      Ranks mapRanks = new Ranks(block.count());
      long[] tally = new long[3];
      for (int i = 0; i < rows.length; i++) {
        cancellation.check();
        mapRanks.sort(rows[i], mapDistances(layout, rows[i], inMap));
        spaceRanks.sort(rows[i], inSpace[i]);
        for (int rank = 1; rank <= k; rank++) {
          int intrusion = spaceRanks.rank(mapRanks.row(rank)) - k;
          tally[0] += Math.max(0, intrusion);
          tally[1] += Math.max(0, mapRanks.rank(spaceRanks.row(rank)) - k);
          tally[2] += intrusion <= 0 ? 1 : 0;
        }
      }
      return tally;
    }

    private float[][] spaceDistances(int[] rows) {
      int dimension = block.dimension();
      float[] queries = new float[rows.length * dimension];
      float[] query = new float[dimension];
      for (int i = 0; i < rows.length; i++) {
        block.copyRow(rows[i], query);
        System.arraycopy(query, 0, queries, i * dimension, dimension);
      }
      float[][] distances = new float[rows.length][block.count()];
      SquaredDistances.scan(
          block,
          queries,
          cancellation,
          (i, first, from, at, count) -> System.arraycopy(from, at, distances[i], first, count));
      return distances;
    }
  }

  /// Writes the squared distances in the map from `row` to all rows, and gives `target`.
  static float[] mapDistances(PlanarLayout layout, int row, float[] target) {
    double x = layout.x(row);
    double y = layout.y(row);
    for (int other = 0; other < target.length; other++) {
      double dx = layout.x(other) - x;
      double dy = layout.y(other) - y;
      target[other] = (float) (dx * dx + dy * dy);
    }
    return target;
  }

  static int requireSameCount(VectorBlock block, PlanarLayout layout) {
    if (block.count() != layout.count() || !layout.isFinite()) {
      throw new IllegalArgumentException(
          "no layout of these " + block.count() + " vectors: " + layout.count() + " positions");
    }
    return block.count();
  }
}
