package io.semascope.projection.umap;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;

/// Stochastic gradient descent on the fuzzy cross entropy (McInnes, Healy & Melville 2018, section 4.2), with negative sampling (Mikolov et al. 2013).
///
/// An edge is followed as often as its strength says. Every point walks along its own edges one after the other, by the pulls and pushes of the others as
/// they stood when the epoch began: so the epoch comes out the same whoever walks first, and on any number of cores. umap-learn moves both ends of an edge
/// each time it meets it, from either side; here only the point whose edge it is moves, twice as far. Used by one thread at a time.
final class Descent {
  private static final int ROWS_AT_ONCE = 256;

  /// An odd number far from every simple share of 2³²: edges of one strength must not all be followed in the same epochs.
  private static final int PHASE = 0x9E3779B1;

  /// The same edge is met once from each end.
  private static final float BOTH_WAYS = 2;

  private final FuzzyGraph graph;
  private final long seed;

  /// By edge, the share of the epochs that follow it, in units of 2⁻³²; unsigned.
  private final int[] paces;

  private float[] positions;
  private float[] next;

  /// @param positions x0, y0, x1, y1, …; copied
  Descent(FuzzyGraph graph, float[] positions, long seed) {
    this.graph = graph;
    this.seed = seed;
    this.positions = positions.clone();
    next = positions.clone();
    paces = new int[graph.edges()];
    for (int edge = 0; edge < paces.length; edge++) {
      paces[edge] = (int) Math.min(0xFFFFFFFFL, (long) (graph.strength(edge) * 0x1p32));
    }
  }

  /// x0, y0, x1, y1, …; not to be written to, and overwritten by the next epoch.
  float[] positions() {
    return positions;
  }

  /// @param epoch its number, from 0
  /// @param rate how much of each force is followed, in (0, 1]
  void run(int epoch, float rate, Forces forces, Cancellation cancellation) {
    long key = Draws.mix(Draws.key(seed, epoch + 1L));
    int count = graph.count();
    Fork.blocks(
        (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        block -> {
          int last = Math.min(count, (block + 1) * ROWS_AT_ONCE);
          for (int row = block * ROWS_AT_ONCE; row < last; row++) {
            walk(
                row,
                epoch,
                new Walker(forces, rate, positions[2 * row], positions[2 * row + 1]),
                key);
          }
        });
    float[] old = positions;
    positions = next;
    next = old;
  }

  private void walk(int row, int epoch, Walker walker, long key) {
    int last = graph.start(row + 1);
    for (int edge = graph.start(row); edge < last; edge++) {
      int pace = paces[edge];
      int clock = edge * PHASE + epoch * pace;
      boolean due = Integer.compareUnsigned(clock + pace, pace) < 0;
      if (due) {
        walker.pull(positions, graph.end(edge), BOTH_WAYS);
        walker.push(positions, row, Draws.key(key, edge));
      }
    }
    next[2 * row] = walker.x();
    next[2 * row + 1] = walker.y();
  }
}
