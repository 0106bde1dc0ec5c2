package io.semascope.projection.variance;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// Products with the covariance matrix of a block that is never formed: one pass over the rows for two of them.
///
/// Sums run in double precision over a fixed partition of the rows, so they do not depend on the number of cores. Used by one thread at a time.
final class RowPasses {
  /// Fewer rows are no part of their own, for each part has its own sums.
  private static final int FEWEST_ROWS = 32;

  private static final int MOST_PARTS = 32;

  /// Rows evenly spaced over all whose mean is taken off before anything is squared.
  private static final int SHIFTING = 64;

  private final VectorBlock block;
  private final Cancellation cancellation;
  private final int dimension;
  private final double[] mean;
  private final double totalVariance;

  /// Two sums each, one behind the other; at first of values and of their squares.
  private final double[][] parts;

  private RowPasses(VectorBlock block, Cancellation cancellation) {
    this.block = block;
    this.cancellation = cancellation;
    dimension = block.dimension();
    parts = new double[Math.clamp(block.count() / FEWEST_ROWS, 1, MOST_PARTS)][2 * dimension];
    mean = shift();
    Fork.blocks(parts.length, cancellation, part -> addSquares(part));
    double[] sums = total();
    double total = 0;
    for (int i = 0; i < dimension; i++) {
      double away = sums[i] / block.count();
      total += sums[dimension + i] - sums[i] * away;
      mean[i] += away;
    }
    totalVariance = total / Math.max(1, block.count() - 1);
  }

  /// Of a block of at least one row.
  static RowPasses of(VectorBlock block, Cancellation cancellation) {
    return new RowPasses(block, cancellation);
  }

  /// A row among the others: the squares of what is left lose no more digits by it than n / `SHIFTING` has.
  private double[] shift() {
    int some = Math.min(SHIFTING, block.count());
    double[] sum = new double[dimension];
    float[] row = new float[dimension];
    for (int k = 0; k < some; k++) {
      block.copyRow((int) ((long) k * block.count() / some), row);
      for (int i = 0; i < dimension; i++) {
        sum[i] += row[i] / (double) some;
      }
    }
    return sum;
  }

  private void addSquares(int part) {
    double[] shift = mean;
    double[] sum = new double[shift.length];
    double[] squares = new double[shift.length];
    float[] row = new float[shift.length];
    int end = from(part + 1);
    for (int k = from(part); k < end; k++) {
      cancellation.check();
      block.copyRow(k, row);
      for (int i = 0; i < row.length; i++) {
        double shifted = row[i] - shift[i];
        sum[i] += shifted;
        squares[i] += shifted * shifted;
      }
    }
    System.arraycopy(sum, 0, parts[part], 0, dimension);
    System.arraycopy(squares, 0, parts[part], dimension, dimension);
  }

  private int from(int part) {
    return (int) ((long) part * block.count() / parts.length);
  }

  private double[] total() {
    double[] total = parts[0].clone();
    for (int part = 1; part < parts.length; part++) {
      for (int i = 0; i < total.length; i++) {
        total[i] += parts[part][i];
      }
    }
    return total;
  }

  int dimension() {
    return dimension;
  }

  double[] mean() {
    return mean.clone();
  }

  /// Summed over all dimensions, divided by n − 1.
  double totalVariance() {
    return totalVariance;
  }

  /// Σ (x − mean) ((x − mean) · v) / (n − 1) over all rows x, for two vectors v, one behind the other.
  double[] covarianceTimesPair(double[] pair) {
    return covarianceTimesPair(pair, RowProducts.best());
  }

  double[] covarianceTimesPair(double[] pair, RowProducts products) {
    double[] offsets = new double[2];
    for (int i = 0; i < dimension; i++) {
      offsets[0] += mean[i] * pair[i];
      offsets[1] += mean[i] * pair[dimension + i];
    }
    double[][] weights = new double[parts.length][];
    Fork.blocks(
        parts.length,
        cancellation,
        part -> weights[part] = new Pass(part, products, pair).run(offsets));
    double first = 0;
    double second = 0;
    for (double[] of : weights) {
      first += of[0];
      second += of[1];
    }
    double[] image = total();
    double scale = 1.0 / Math.max(1, block.count() - 1);
    for (int i = 0; i < dimension; i++) {
      image[i] = (image[i] - first * mean[i]) * scale;
      image[dimension + i] = (image[dimension + i] - second * mean[i]) * scale;
    }
    return image;
  }

  /// The same for one vector.
  double[] covarianceTimes(double[] vector) {
    return Arrays.copyOf(covarianceTimesPair(Arrays.copyOf(vector, 2 * dimension)), dimension);
  }

  /// What one part adds.
  private final class Pass {
    private final int part;
    private final RowProducts products;
    private final double[] pair;
    private final double[] weights = new double[2 * RowProducts.ROWS];

    Pass(int part, RowProducts products, double[] pair) {
      this.part = part;
      this.products = products;
      this.pair = pair;
    }

    /// Adds to the sums of the part and gives the sums of both weights.
    double[] run(double[] away) {
      double[] sums = parts[part];
      Arrays.fill(sums, 0);
      double[] all = new double[2];
      int end = from(part + 1);
      RowProducts.Rows rows = new RowProducts.Rows(block, end);
      for (int row = from(part); row < end; row += RowProducts.ROWS) {
        cancellation.check();
        products.multiply(rows.at(row), pair, weights);
        for (int r = 0; r < RowProducts.ROWS; r++) {
          // Behind the last row there is none to count.
          boolean there = row + r < end;
          weights[2 * r] = there ? weights[2 * r] - away[0] : 0;
          weights[2 * r + 1] = there ? weights[2 * r + 1] - away[1] : 0;
          all[0] += weights[2 * r];
          all[1] += weights[2 * r + 1];
        }
        products.add(rows, weights, sums);
      }
      return all;
    }
  }
}
