package io.semascope.projection.variance;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.F2D;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: eight sums are under way at once. The order in which the values of a row are summed, so the last bits of a product, depends on the width
/// of the registers.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `RowProducts` names it.
final class SimdRowProducts implements RowProducts {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
  private static final int LANES = DOUBLES.length();

  @Override
  public void multiply(Rows rows, double[] pair, double[] products) {
    MemorySegment segment = rows.block.segment();
    long[] offsets = rows.offsets;
    int dimension = rows.block.dimension();
    DoubleVector a0 = DoubleVector.zero(DOUBLES);
    DoubleVector a1 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    int whole = dimension / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      long at = (long) i * Float.BYTES;
      DoubleVector first = DoubleVector.fromArray(DOUBLES, pair, i);
      DoubleVector second = DoubleVector.fromArray(DOUBLES, pair, dimension + i);
      DoubleVector a = widened(segment, offsets[0] + at);
      a0 = a.fma(first, a0);
      a1 = a.fma(second, a1);
      DoubleVector b = widened(segment, offsets[1] + at);
      b0 = b.fma(first, b0);
      b1 = b.fma(second, b1);
      DoubleVector c = widened(segment, offsets[2] + at);
      c0 = c.fma(first, c0);
      c1 = c.fma(second, c1);
      DoubleVector d = widened(segment, offsets[3] + at);
      d0 = d.fma(first, d0);
      d1 = d.fma(second, d1);
    }
    products[0] = sum(a0, rows.lanes);
    products[1] = sum(a1, rows.lanes);
    products[2] = sum(b0, rows.lanes);
    products[3] = sum(b1, rows.lanes);
    products[4] = sum(c0, rows.lanes);
    products[5] = sum(c1, rows.lanes);
    products[6] = sum(d0, rows.lanes);
    products[7] = sum(d1, rows.lanes);
    for (int i = whole; i < dimension; i++) {
      for (int row = 0; row < ROWS; row++) {
        double value = ScalarRowProducts.value(rows, row, i);
        products[2 * row] += value * pair[i];
        products[2 * row + 1] += value * pair[dimension + i];
      }
    }
  }

  @Override
  public void add(Rows rows, double[] weights, double[] sums) {
    MemorySegment segment = rows.block.segment();
    long[] offsets = rows.offsets;
    int dimension = rows.block.dimension();
    DoubleVector a0 = DoubleVector.broadcast(DOUBLES, weights[0]);
    DoubleVector a1 = DoubleVector.broadcast(DOUBLES, weights[1]);
    DoubleVector b0 = DoubleVector.broadcast(DOUBLES, weights[2]);
    DoubleVector b1 = DoubleVector.broadcast(DOUBLES, weights[3]);
    DoubleVector c0 = DoubleVector.broadcast(DOUBLES, weights[4]);
    DoubleVector c1 = DoubleVector.broadcast(DOUBLES, weights[5]);
    DoubleVector d0 = DoubleVector.broadcast(DOUBLES, weights[6]);
    DoubleVector d1 = DoubleVector.broadcast(DOUBLES, weights[7]);
    int whole = dimension / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      long at = (long) i * Float.BYTES;
      DoubleVector a = widened(segment, offsets[0] + at);
      DoubleVector first = a0.fma(a, DoubleVector.fromArray(DOUBLES, sums, i));
      DoubleVector second = a1.fma(a, DoubleVector.fromArray(DOUBLES, sums, dimension + i));
      DoubleVector b = widened(segment, offsets[1] + at);
      first = b0.fma(b, first);
      second = b1.fma(b, second);
      DoubleVector c = widened(segment, offsets[2] + at);
      first = c0.fma(c, first);
      second = c1.fma(c, second);
      DoubleVector d = widened(segment, offsets[3] + at);
      d0.fma(d, first).intoArray(sums, i);
      d1.fma(d, second).intoArray(sums, dimension + i);
    }
    for (int i = whole; i < dimension; i++) {
      for (int row = 0; row < ROWS; row++) {
        double value = ScalarRowProducts.value(rows, row, i);
        sums[i] += weights[2 * row] * value;
        sums[dimension + i] += weights[2 * row + 1] * value;
      }
    }
  }

  /// Lane after lane: the Vector API may add them in any order, and takes another one once a loop is compiled.
  private static double sum(DoubleVector vector, double[] lanes) {
    vector.intoArray(lanes, 0);
    double sum = lanes[0];
    for (int lane = 1; lane < LANES; lane++) {
      sum += lanes[lane];
    }
    return sum;
  }

  private static DoubleVector widened(MemorySegment segment, long at) {
    return (DoubleVector)
        FloatVector.fromMemorySegment(FLOATS, segment, at, LITTLE_ENDIAN)
            .convertShape(F2D, DOUBLES, 0);
  }
}
