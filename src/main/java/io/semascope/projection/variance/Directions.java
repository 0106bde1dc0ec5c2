package io.semascope.projection.variance;

import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The first directions of some components, laid out so that several rows are projected on several of them at once, in double precision. Immutable; safe for
/// use from several threads.
final class Directions {
  private final ProductTile tile;
  private final int dimension;
  private final int kept;
  private final int panels;

  /// Value i of the directions of a panel lies at (panel · `dimension` + i) · width.
  private final double[] values;

  private final double[] offsets;

  private Directions(ProductTile tile, int dimension, int kept) {
    this.tile = tile;
    this.dimension = dimension;
    this.kept = kept;
    panels = Math.ceilDiv(kept, tile.width());
    values = new double[Math.multiplyExact(panels * tile.width(), dimension)];
    offsets = new double[kept];
  }

  static Directions of(PrincipalComponents components, int kept, ProductTile tile) {
    double[] mean = components.meanCopy();
    Directions directions = new Directions(tile, mean.length, kept);
    int width = tile.width();
    for (int rank = 0; rank < kept; rank++) {
      double[] direction = components.signedDirection(rank);
      int at = rank / width * mean.length * width + rank % width;
      for (int i = 0; i < mean.length; i++) {
        directions.values[at + i * width] = direction[i];
        directions.offsets[rank] += direction[i] * mean[i];
      }
    }
    return directions;
  }

  /// For one thread.
  Projector projector() {
    return new Projector();
  }

  /// Projects rows, with the scratch memory of one thread.
  final class Projector {
    private final double[] packed = new double[tile.width() * dimension];
    private final double[] sums = new double[tile.width() * tile.width()];
    private final float[] row = new float[dimension];
    private final float[] places = new float[tile.width() * kept];

    /// How many rows are projected at once, at most.
    int rowsAtOnce() {
      return tile.width();
    }

    /// Writes where `rows` rows of a block stand from `first` on, measured from the mean, to the rows of the same numbers of `target`, `kept` values each.
    void project(VectorBlock block, int first, int rows, MemorySegment target) {
      int width = tile.width();
      pack(block, first, rows);
      for (int panel = 0; panel < panels; panel++) {
        Arrays.fill(sums, 0);
        var left = new ProductTile.Panel(packed, 0);
        var right = new ProductTile.Panel(values, panel * dimension * width);
        tile.add(new ProductTile.Pair(left, right, dimension), sums, 0);
        place(rows, panel * width);
      }
      long at = (long) first * kept * Float.BYTES;
      MemorySegment.copy(places, 0, target, VectorBlock.ELEMENT, at, rows * kept);
    }

    private void pack(VectorBlock block, int first, int rows) {
      int width = tile.width();
      for (int r = 0; r < rows; r++) {
        block.copyRow(first + r, row);
        for (int i = 0; i < dimension; i++) {
          packed[i * width + r] = row[i];
        }
      }
    }

    private void place(int rows, int firstRank) {
      int width = tile.width();
      for (int r = 0; r < rows; r++) {
        for (int rank = firstRank; rank < Math.min(kept, firstRank + width); rank++) {
          places[r * kept + rank] = (float) (sums[r * width + rank - firstRank] - offsets[rank]);
        }
      }
    }
  }
}
