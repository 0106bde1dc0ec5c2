package io.semascope.vector;

/// The two inner loops everything else spends its time in: dot product and squared Euclidean distance, summed in float32.
///
/// Stateless and safe for use from any thread. A kernel gives the same bits whenever it is asked. Two kernels may add in a different order, so their results differ in the last bits: by at most
/// `errorFactor(d)` · Σ|aᵢ·bᵢ| from the true dot product and by `errorFactor(d)` · |a−b|² from the true squared distance. Values that are shown to a
/// person are summed in double precision by `Similarity`; a kernel is for choosing what to look at.
public sealed interface Kernel permits ScalarKernel, SimdKernel {
  /// For people: `scalar`, or `SIMD` with the width of a register in bits.
  String name();

  /// a·b for `query`, of the block's dimension, and one row.
  float dot(float[] query, VectorBlock block, int row);

  /// a·b for one row of each of two blocks of the same dimension, which may be the same block.
  float dot(VectorBlock a, int rowA, VectorBlock b, int rowB);

  /// |a − b|² for `query`, of the block's dimension, and one row.
  float squaredDistance(float[] query, VectorBlock block, int row);

  /// |a − b|² for one row of each of two blocks of the same dimension, which may be the same block.
  float squaredDistance(VectorBlock a, int rowA, VectorBlock b, int rowB);

  /// a·b for `query`, of the block's dimension, and each row of `rows`, written to `products` from index 0 on.
  default void dots(float[] query, VectorBlock block, RowRange rows, float[] products) {
    for (int i = 0; i < rows.count(); i++) {
      products[i] = dot(query, block, rows.first() + i);
    }
  }

  /// |a − b|² for `query`, of the block's dimension, and each row of `rows`, written to `distances` from index 0 on.
  default void squaredDistances(
      float[] query, VectorBlock block, RowRange rows, float[] distances) {
    for (int i = 0; i < rows.count(); i++) {
      distances[i] = squaredDistance(query, block, rows.first() + i);
    }
  }

  /// γ(d+3) = (d+3)u / (1 − (d+3)u) with u = 2⁻²⁴: the bound on the relative rounding error of a float32 sum of d products in any order, with three more
  /// roundings for the difference and its square (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., equation 3.4).
  static double errorFactor(int dimension) {
    double roundings = (dimension + 3) * 0x1p-24;
    return roundings / (1 - roundings);
  }
}
