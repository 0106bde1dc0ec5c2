package io.semascope.neighbour.pairs;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.F2D;

import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API with two registers of four float64 sums.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `ScanKernels` names it.
final class SimdPairDistance implements PairDistance {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_128;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int HALF = 4;
  private static final long HALF_BYTES = (long) HALF * Float.BYTES;

  /// Whether a register of this machine holds four float64 values.
  static boolean fits() {
    return DoubleVector.SPECIES_PREFERRED.length() >= HALF;
  }

  @Override
  public float between(VectorBlock block, int a, int b) {
    MemorySegment segment = block.segment();
    long rowBytes = (long) block.dimension() * Float.BYTES;
    long atA = a * rowBytes;
    long atB = b * rowBytes;
    int whole = block.dimension() / SUMS * SUMS;
    DoubleVector first = DoubleVector.zero(DOUBLES);
    DoubleVector second = first;
    for (int i = 0; i < whole; i += SUMS) {
      long at = (long) i * Float.BYTES;
      DoubleVector difference0 = doubles(segment, atA + at).sub(doubles(segment, atB + at));
      first = difference0.fma(difference0, first);
      DoubleVector difference1 =
          doubles(segment, atA + at + HALF_BYTES).sub(doubles(segment, atB + at + HALF_BYTES));
      second = difference1.fma(difference1, second);
    }
    DoubleVector sums = first.add(second);
    double total = (sums.lane(0) + sums.lane(2)) + (sums.lane(1) + sums.lane(3));
    return (float) (total + PairDistance.rest(block, atA, atB, whole));
  }

  @Override
  public boolean isSurelyBeyond(VectorBlock block, int a, int b, float squaredLimit) {
    MemorySegment segment = block.segment();
    long rowBytes = (long) block.dimension() * Float.BYTES;
    long atA = a * rowBytes;
    long atB = b * rowBytes;
    long step = (long) WIDE.length() * Float.BYTES;
    long end = atA + block.dimension() / (4 * WIDE.length()) * 4 * step;
    FloatVector sum0 = FloatVector.zero(WIDE);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (; atA < end; atA += 4 * step, atB += 4 * step) {
      FloatVector difference0 = difference(segment, atA, atB);
      sum0 = difference0.fma(difference0, sum0);
      FloatVector difference1 = difference(segment, atA + step, atB + step);
      sum1 = difference1.fma(difference1, sum1);
      FloatVector difference2 = difference(segment, atA + 2 * step, atB + 2 * step);
      sum2 = difference2.fma(difference2, sum2);
      FloatVector difference3 = difference(segment, atA + 3 * step, atB + 3 * step);
      sum3 = difference3.fma(difference3, sum3);
    }
    double rest = 0;
    for (long rowEnd = (a + 1) * rowBytes; atA < rowEnd; atA += Float.BYTES, atB += Float.BYTES) {
      float difference =
          segment.get(VectorBlock.ELEMENT, atA) - segment.get(VectorBlock.ELEMENT, atB);
      rest += difference * difference;
    }
    double sum = rest + sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(ADD);
    return PairDistance.isSurelyBeyond(sum, block.dimension(), squaredLimit);
  }

  private static FloatVector difference(MemorySegment segment, long atA, long atB) {
    return FloatVector.fromMemorySegment(WIDE, segment, atA, LITTLE_ENDIAN)
        .sub(FloatVector.fromMemorySegment(WIDE, segment, atB, LITTLE_ENDIAN));
  }

  private static DoubleVector doubles(MemorySegment segment, long at) {
    return (DoubleVector)
        FloatVector.fromMemorySegment(FLOATS, segment, at, LITTLE_ENDIAN)
            .convertShape(F2D, DOUBLES, 0);
  }
}
