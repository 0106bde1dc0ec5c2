package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;
import java.util.SplittableRandom;

/// The true nearest other rows of some rows drawn from all. Immutable; safe for use from any thread.
final class TrueNeighbours {
  /// Rows that stay in the second-level cache while the drawn ones pass by.
  private static final int ROWS_AT_ONCE = 256;

  /// Drawn rows that share a pass over all rows.
  private static final int QUERIES_AT_ONCE = 25;

  private final int[] rows;
  private final NearestRows nearest;

  private TrueNeighbours(int[] rows, NearestRows nearest) {
    this.rows = rows;
    this.nearest = nearest;
  }

  /// Draws different rows, as many for each seed.
  ///
  /// @param count of all rows
  static int[] draw(int count, int drawn, long seed) {
    return new SplittableRandom(seed).ints(0, count).distinct().limit(drawn).toArray();
  }

  /// Compares rows with all others. Throws `JobCancelled` when asked to stop.
  static TrueNeighbours of(
      VectorBlock block, int[] rows, int neighbours, Cancellation cancellation) {
    NearestRows nearest = new NearestRows(rows.length, neighbours);
    PairDistance distance = ScanKernels.best().distance();
    Fork.blocks(
        Math.ceilDiv(rows.length, QUERIES_AT_ONCE),
        cancellation,
        part -> {
          int from = part * QUERIES_AT_ONCE;
          int to = Math.min(rows.length, from + QUERIES_AT_ONCE);
          for (int first = 0; first < block.count(); first += ROWS_AT_ONCE) {
            cancellation.check();
            int last = Math.min(block.count(), first + ROWS_AT_ONCE);
            for (int query = from; query < to; query++) {
              for (int other = first; other < last; other++) {
                float reach = nearest.reach(query);
                if (other != rows[query]
                    && !distance.isSurelyBeyond(block, rows[query], other, reach)) {
                  nearest.offer(query, distance.between(block, rows[query], other), other);
                }
              }
            }
          }
          for (int query = from; query < to; query++) {
            nearest.sort(query);
          }
        });
    return new TrueNeighbours(rows.clone(), nearest);
  }

  /// How many rows were drawn.
  int count() {
    return rows.length;
  }

  /// A row that was drawn.
  int row(int i) {
    return rows[i];
  }

  /// How many neighbours each has.
  int neighbours() {
    return nearest.capacity();
  }

  /// The true neighbour at `rank` of the drawn row `i`, 0 being the nearest.
  int neighbour(int i, int rank) {
    return nearest.neighbour(i, rank);
  }

  /// |a − b|² to the last of the true neighbours of the drawn row `i`.
  float reach(int i) {
    return nearest.squaredDistance(i, nearest.capacity() - 1);
  }

  /// The share of the true neighbours of each drawn row that was found, in [0, 1]; a found row counts when it is at least as near as the last true one.
  double[] found(NearestRows all) {
    double[] shares = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int found = 0;
      while (found < neighbours() && all.squaredDistance(rows[i], found) <= reach(i)) {
        found++;
      }
      shares[i] = (double) found / neighbours();
    }
    return shares;
  }
}
