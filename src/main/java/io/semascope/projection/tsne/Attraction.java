package io.semascope.projection.tsne;

import java.util.Arrays;

/// The pull of a point's neighbours: Σ_j p_ij (1 + d_ij²)⁻¹ (y_i − y_j) (van der Maaten 2014, equation 8, first term).
///
/// Neighbour j is added to sum j mod `LANES`, and the sums in one order, so both ways give the same bits. Keeps its buffers; used by one thread at a time.
abstract sealed class Attraction permits ScalarAttraction, SimdAttraction {
  /// Sums side by side.
  static final int LANES = 8;

  /// Neighbours gathered at once: most points have fewer, and all buffers stay in the first-level cache.
  private static final int ROOM = 32 * LANES;

  private static final boolean SIMD =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  /// How far the point is to the right of and above each neighbour at hand.
  final float[] dx = new float[ROOM];

  final float[] dy = new float[ROOM];
  final float[] sumX = new float[LANES];
  final float[] sumY = new float[LANES];

  /// The Vector API where this JVM has it, else a plain loop.
  static Attraction best() {
    return SIMD ? new SimdAttraction() : new ScalarAttraction();
  }

  /// Writes the sum over the neighbours of `row` to `force[0]` and `force[1]`.
  final void of(Affinities affinities, float[] positions, int row, float[] force) {
    Arrays.fill(sumX, 0);
    Arrays.fill(sumY, 0);
    int end = affinities.start(row + 1);
    for (int from = affinities.start(row); from < end; from += ROOM) {
      int count = Math.min(ROOM, end - from);
      gather(affinities, from, count, positions, row);
      add(affinities, from, count);
    }
    force[0] = total(sumX);
    force[1] = total(sumY);
  }

  private void gather(Affinities affinities, int from, int count, float[] positions, int row) {
    float x = positions[2 * row];
    float y = positions[2 * row + 1];
    for (int i = 0; i < count; i++) {
      int other = 2 * affinities.column(from + i);
      dx[i] = x - positions[other];
      dy[i] = y - positions[other + 1];
    }
  }

  /// Adds what the first `count` neighbours at hand pull.
  ///
  /// @param from the entry of the first of them
  abstract void add(Affinities affinities, int from, int count);

  /// Adds what one neighbour at hand pulls.
  final void add(int i, float probability) {
    float pull = probability / Math.fma(dx[i], dx[i], Math.fma(dy[i], dy[i], 1));
    sumX[i % LANES] = Math.fma(pull, dx[i], sumX[i % LANES]);
    sumY[i % LANES] = Math.fma(pull, dy[i], sumY[i % LANES]);
  }

  private static float total(float[] sums) {
    return ((sums[0] + sums[4]) + (sums[1] + sums[5]))
        + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
  }
}
