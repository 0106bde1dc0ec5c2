package io.semascope.projection.variance;

import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// The inner loops of a pass over the rows with two directions at once, in double precision: four rows are multiplied with both, and four rows are added to
/// two sums with weights.
///
/// A row is widened from float32 once for both directions, and what is read of the directions serves four rows. Safe for use from several threads.
sealed interface RowProducts permits RowProducts.ScalarRowProducts, SimdRowProducts {
  /// Rows taken at once.
  int ROWS = 4;

  /// The Vector API where this JVM has it, else plain loops.
  static RowProducts best() {
    return Best.PRODUCTS;
  }

  /// Chosen once.
  final class Best {
    private static final RowProducts PRODUCTS =
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            ? new SimdRowProducts()
            : new ScalarRowProducts();

    private Best() {}
  }

  /// Writes the products of row r of four with the directions to `products` at 2r and 2r + 1.
  ///
  /// @param pair two directions, one behind the other
  void multiply(Rows rows, double[] pair, double[] products);

  /// Adds each of four rows to two sums, row r with the weights at 2r and 2r + 1.
  ///
  /// @param sums two, one behind the other
  void add(Rows rows, double[] weights, double[] sums);

  /// Four rows of a block that follow each other; the last one again in place of those behind the end. Used by one thread.
  final class Rows {
    final VectorBlock block;

    /// Where the rows begin in the memory of the block, in bytes.
    final long[] offsets = new long[ROWS];

    /// Room for the lanes of the widest register there is, while they are added up.
    final double[] lanes = new double[32];

    private final int end;

    /// @param end the row behind the last one
    Rows(VectorBlock block, int end) {
      this.block = block;
      this.end = end;
    }

    int end() {
      return end;
    }

    /// These rows at another place.
    Rows at(int first) {
      for (int r = 0; r < ROWS; r++) {
        offsets[r] = (long) Math.min(first + r, end - 1) * block.dimension() * Float.BYTES;
      }
      return this;
    }
  }

  /// Plain loops, for a JVM without the Vector API.
  final class ScalarRowProducts implements RowProducts {
    @Override
    public void multiply(Rows rows, double[] pair, double[] products) {
      int dimension = rows.block.dimension();
      Arrays.fill(products, 0, 2 * ROWS, 0);
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < dimension; i++) {
          double value = value(rows, row, i);
          products[2 * row] = Math.fma(value, pair[i], products[2 * row]);
          products[2 * row + 1] = Math.fma(value, pair[dimension + i], products[2 * row + 1]);
        }
      }
    }

    @Override
    public void add(Rows rows, double[] weights, double[] sums) {
      int dimension = rows.block.dimension();
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < dimension; i++) {
          double value = value(rows, row, i);
          sums[i] = Math.fma(weights[2 * row], value, sums[i]);
          sums[dimension + i] = Math.fma(weights[2 * row + 1], value, sums[dimension + i]);
        }
      }
    }

    static double value(Rows rows, int row, int i) {
      return rows.block
          .segment()
          .get(VectorBlock.ELEMENT, rows.offsets[row] + (long) i * Float.BYTES);
    }
  }
}
