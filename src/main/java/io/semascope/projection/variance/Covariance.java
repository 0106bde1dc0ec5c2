package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;

/// Mean and covariance of rows that may come in several blocks, so that they need not fit into memory together.
///
/// All sums run in double precision over a fixed partition, so the result does not depend on the number of cores; the blocks they come in change its last
/// bits. Used by one thread at a time.
///
/// Rows are shifted by the mean of the first block before they are multiplied, and the shift is taken out at the end (Chan, Golub & LeVeque 1983, Algorithms
/// for computing the sample variance, section 2): no digits are lost as long as the blocks have means that differ by less than they scatter.
final class Covariance {
  /// Rows packed at once: two panels of them fit into the first-level cache.
  private static final int ROWS_AT_ONCE = 64;

  /// Bytes that all partial sums may take together.
  private static final long MOST_BYTES = 1L << 28;

  private static final int MOST_PARTS = 8;

  private final int dimension;
  private final ProductTile tile;
  private final int panels;
  private final double[] shift;
  private final double[] shiftedSum;
  private final double[][] products;
  private long count;

  private Covariance(double[] shift, ProductTile tile) {
    this.dimension = shift.length;
    this.tile = tile;
    this.shift = shift;
    this.panels = (dimension + tile.width() - 1) / tile.width();
    int size = Math.multiplyExact(panels * (panels + 1) / 2, tile.width() * tile.width());
    long parts = Math.clamp(MOST_BYTES / ((long) size * Double.BYTES), 1, MOST_PARTS);
    this.products = new double[(int) parts][size];
    this.shiftedSum = new double[dimension];
  }

  /// The sums of one block.
  static Covariance of(VectorBlock block, Cancellation cancellation) {
    return of(block, ProductTile.best(), cancellation);
  }

  static Covariance of(VectorBlock block, ProductTile tile, Cancellation cancellation) {
    Covariance covariance = new Covariance(RowSums.mean(block, cancellation), tile);
    covariance.add(block, cancellation);
    return covariance;
  }

  /// Adds the rows of another block of the same dimension.
  void add(VectorBlock block, Cancellation cancellation) {
    if (block.dimension() != dimension) {
      throw new IllegalArgumentException(
          "dimensions differ: " + block.dimension() + " and " + dimension);
    }
    int parts = products.length;
    double[][] sums = new double[parts][dimension];
    Fork.blocks(
        parts,
        cancellation,
        part -> {
          int from = (int) ((long) part * block.count() / parts);
          int end = (int) ((part + 1L) * block.count() / parts);
          double[] packed = new double[panels * tile.width() * ROWS_AT_ONCE];
          for (int first = from; first < end; first += ROWS_AT_ONCE) {
            cancellation.check();
            int rows = Math.min(ROWS_AT_ONCE, end - first);
            pack(block, first, rows, packed, sums[part]);
            multiply(packed, rows, products[part]);
          }
        });
    for (double[] sum : sums) {
      for (int i = 0; i < dimension; i++) {
        shiftedSum[i] += sum[i];
      }
    }
    count += block.count();
  }

  private void pack(VectorBlock block, int first, int rows, double[] packed, double[] sum) {
    int width = tile.width();
    float[] values = new float[dimension];
    for (int row = 0; row < rows; row++) {
      block.copyRow(first + row, values);
      for (int panel = 0; panel < panels; panel++) {
        int target = (panel * ROWS_AT_ONCE + row) * width;
        int columns = Math.min(width, dimension - panel * width);
        for (int c = 0; c < columns; c++) {
          int i = panel * width + c;
          double shifted = values[i] - shift[i];
          packed[target + c] = shifted;
          sum[i] += shifted;
        }
      }
    }
  }

  private void multiply(double[] packed, int rows, double[] sums) {
    int width = tile.width();
    int at = 0;
    for (int i = 0; i < panels; i++) {
      for (int j = i; j < panels; j++) {
        var left = new ProductTile.Panel(packed, i * ROWS_AT_ONCE * width);
        var right = new ProductTile.Panel(packed, j * ROWS_AT_ONCE * width);
        tile.add(new ProductTile.Pair(left, right, rows), sums, at);
        at += width * width;
      }
    }
  }

  int dimension() {
    return dimension;
  }

  /// How many rows there were.
  long count() {
    return count;
  }

  double[] mean() {
    double[] mean = shift.clone();
    for (int i = 0; i < dimension; i++) {
      mean[i] += shiftedSum[i] / count;
    }
    return mean;
  }

  /// Symmetric, in rows; divided by n − 1, or by 1 for a single row.
  double[][] matrix() {
    int width = tile.width();
    double[][] matrix = new double[dimension][dimension];
    int at = 0;
    for (int left = 0; left < panels; left++) {
      for (int right = left; right < panels; right++) {
        for (int i = left * width; i < Math.min(dimension, (left + 1) * width); i++) {
          for (int j = Math.max(i, right * width);
              j < Math.min(dimension, (right + 1) * width);
              j++) {
            int place = at + (i - left * width) * width + j - right * width;
            matrix[i][j] = covariance(place, i, j);
            matrix[j][i] = matrix[i][j];
          }
        }
        at += width * width;
      }
    }
    return matrix;
  }

  private double covariance(int place, int i, int j) {
    double product = 0;
    for (double[] part : products) {
      product += part[place];
    }
    return (product - shiftedSum[i] * shiftedSum[j] / count) / Math.max(1, count - 1);
  }
}
