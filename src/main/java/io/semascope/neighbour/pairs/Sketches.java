package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.subspace.Coordinates;

/// Rows by few coordinates, in the order of a scan, so that far more of them stay in the cache than of whole rows. Immutable; safe for use from any thread.
final class Sketches {
  private final float[][] rows;
  private final float[] squares;
  private final TileKernel kernel = ScanKernels.best().tile();

  private Sketches(int count) {
    rows = new float[count][];
    squares = new float[count];
  }

  /// Throws `JobCancelled` when asked to stop.
  ///
  /// @param order which row stands at each place
  static Sketches of(Coordinates coordinates, int[] order, Cancellation cancellation) {
    Sketches sketches = new Sketches(order.length);
    Fork.blocks(
        Math.ceilDiv(order.length, TileBlock.ROWS),
        cancellation,
        part -> {
          int end = Math.min(order.length, (part + 1) * TileBlock.ROWS);
          float[] values = new float[coordinates.dimension()];
          for (int place = part * TileBlock.ROWS; place < end; place++) {
            cancellation.check();
            float[] packed = new float[coordinates.depth()];
            sketches.squares[place] = (float) coordinates.write(order[place], values, packed);
            sketches.rows[place] = packed;
          }
        });
    return sketches;
  }

  /// Whether the rows at two places are probably farther from each other than a squared distance.
  boolean isProbablyBeyond(int one, int other, float squaredDistance) {
    float product = kernel.product(rows[one], rows[other]);
    return squares[one] + squares[other] - 2 * product > squaredDistance;
  }
}
