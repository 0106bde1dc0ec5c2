package io.semascope.vector;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API with fused multiply-add. Four accumulators hide the latency of the additions; what is left over at the end of a row is summed plainly.
/// Registers are loaded where they are used: inside a large caller, as a search of a graph, the compiler no longer takes in small methods of our own, and what they
/// return would be an object.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `Kernels` names it.
public final class SimdKernel implements Kernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int STRIDE = 4 * LANES;
  private static final long LANE_BYTES = (long) LANES * Float.BYTES;

  SimdKernel() {}

  @Override
  public String name() {
    return "SIMD " + SPECIES.vectorBitSize() + " bit";
  }

  @Override
  public float dot(float[] query, VectorBlock block, int row) {
    int dimension = block.requireDimension(query.length);
    MemorySegment segment = block.segment();
    long at = block.offset(row);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int i = 0;
    for (; i <= dimension - STRIDE; i += STRIDE, at += 4 * LANE_BYTES) {
      sum0 =
          FloatVector.fromArray(SPECIES, query, i)
              .fma(FloatVector.fromMemorySegment(SPECIES, segment, at, LITTLE_ENDIAN), sum0);
      sum1 =
          FloatVector.fromArray(SPECIES, query, i + LANES)
              .fma(
                  FloatVector.fromMemorySegment(SPECIES, segment, at + LANE_BYTES, LITTLE_ENDIAN),
                  sum1);
      sum2 =
          FloatVector.fromArray(SPECIES, query, i + 2 * LANES)
              .fma(
                  FloatVector.fromMemorySegment(
                      SPECIES, segment, at + 2 * LANE_BYTES, LITTLE_ENDIAN),
                  sum2);
      sum3 =
          FloatVector.fromArray(SPECIES, query, i + 3 * LANES)
              .fma(
                  FloatVector.fromMemorySegment(
                      SPECIES, segment, at + 3 * LANE_BYTES, LITTLE_ENDIAN),
                  sum3);
    }
    for (; i <= dimension - LANES; i += LANES, at += LANE_BYTES) {
      sum0 =
          FloatVector.fromArray(SPECIES, query, i)
              .fma(FloatVector.fromMemorySegment(SPECIES, segment, at, LITTLE_ENDIAN), sum0);
    }
    float tail = 0;
    for (; i < dimension; i++, at += Float.BYTES) {
      tail = Math.fma(query[i], scalar(segment, at), tail);
    }
    return total(sum0.add(sum1), sum2.add(sum3)) + tail;
  }

  @Override
  public float dot(VectorBlock a, int rowA, VectorBlock b, int rowB) {
    int dimension = a.requireDimension(b.dimension());
    MemorySegment segmentA = a.segment();
    MemorySegment segmentB = b.segment();
    long atA = a.offset(rowA);
    long atB = b.offset(rowB);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int i = 0;
    for (; i <= dimension - STRIDE; i += STRIDE, atA += 4 * LANE_BYTES, atB += 4 * LANE_BYTES) {
      sum0 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA, LITTLE_ENDIAN)
              .fma(FloatVector.fromMemorySegment(SPECIES, segmentB, atB, LITTLE_ENDIAN), sum0);
      sum1 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA + LANE_BYTES, LITTLE_ENDIAN)
              .fma(
                  FloatVector.fromMemorySegment(SPECIES, segmentB, atB + LANE_BYTES, LITTLE_ENDIAN),
                  sum1);
      sum2 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA + 2 * LANE_BYTES, LITTLE_ENDIAN)
              .fma(
                  FloatVector.fromMemorySegment(
                      SPECIES, segmentB, atB + 2 * LANE_BYTES, LITTLE_ENDIAN),
                  sum2);
      sum3 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA + 3 * LANE_BYTES, LITTLE_ENDIAN)
              .fma(
                  FloatVector.fromMemorySegment(
                      SPECIES, segmentB, atB + 3 * LANE_BYTES, LITTLE_ENDIAN),
                  sum3);
    }
    for (; i <= dimension - LANES; i += LANES, atA += LANE_BYTES, atB += LANE_BYTES) {
      sum0 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA, LITTLE_ENDIAN)
              .fma(FloatVector.fromMemorySegment(SPECIES, segmentB, atB, LITTLE_ENDIAN), sum0);
    }
    float tail = 0;
    for (; i < dimension; i++, atA += Float.BYTES, atB += Float.BYTES) {
      tail = Math.fma(scalar(segmentA, atA), scalar(segmentB, atB), tail);
    }
    return total(sum0.add(sum1), sum2.add(sum3)) + tail;
  }

  /// Four rows at once: the query is read once for all of them, and four streams of memory are under way.
  @Override
  public void dots(float[] query, VectorBlock block, RowRange rows, float[] products) {
    int dimension = block.requireDimension(query.length);
    int whole = dimension / LANES * LANES;
    int row = 0;
    for (; row <= rows.count() - 4; row += 4) {
      long at = block.offset(rows.first() + row);
      fourDots(query, block.segment(), at, products, row);
      for (int next = row; whole < dimension && next < row + 4; next++) {
        products[next] += rest(query, block.segment(), block.offset(rows.first() + next), whole);
      }
    }
    for (; row < rows.count(); row++) {
      products[row] = dot(query, block, rows.first() + row);
    }
  }

  /// The products of four rows that follow each other, without what is left over behind whole registers.
  private static void fourDots(
      float[] query, MemorySegment segment, long at, float[] products, int target) {
    long rowBytes = (long) query.length * Float.BYTES;
    long at1 = at + rowBytes;
    long at2 = at1 + rowBytes;
    long at3 = at2 + rowBytes;
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (int i = 0; i <= query.length - LANES; i += LANES) {
      long step = (long) i * Float.BYTES;
      FloatVector values = FloatVector.fromArray(SPECIES, query, i);
      sum0 =
          values.fma(
              FloatVector.fromMemorySegment(SPECIES, segment, at + step, LITTLE_ENDIAN), sum0);
      sum1 =
          values.fma(
              FloatVector.fromMemorySegment(SPECIES, segment, at1 + step, LITTLE_ENDIAN), sum1);
      sum2 =
          values.fma(
              FloatVector.fromMemorySegment(SPECIES, segment, at2 + step, LITTLE_ENDIAN), sum2);
      sum3 =
          values.fma(
              FloatVector.fromMemorySegment(SPECIES, segment, at3 + step, LITTLE_ENDIAN), sum3);
    }
    products[target] = LaneSum.of(sum0);
    products[target + 1] = LaneSum.of(sum1);
    products[target + 2] = LaneSum.of(sum2);
    products[target + 3] = LaneSum.of(sum3);
  }

  private static float rest(float[] query, MemorySegment segment, long at, int from) {
    float sum = 0;
    for (int i = from; i < query.length; i++) {
      sum = Math.fma(query[i], scalar(segment, at + (long) i * Float.BYTES), sum);
    }
    return sum;
  }

  @Override
  public float squaredDistance(float[] query, VectorBlock block, int row) {
    int dimension = block.requireDimension(query.length);
    MemorySegment segment = block.segment();
    long at = block.offset(row);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    int i = 0;
    for (; i <= dimension - 2 * LANES; i += 2 * LANES, at += 2 * LANE_BYTES) {
      FloatVector difference0 =
          FloatVector.fromArray(SPECIES, query, i)
              .sub(FloatVector.fromMemorySegment(SPECIES, segment, at, LITTLE_ENDIAN));
      FloatVector difference1 =
          FloatVector.fromArray(SPECIES, query, i + LANES)
              .sub(FloatVector.fromMemorySegment(SPECIES, segment, at + LANE_BYTES, LITTLE_ENDIAN));
      sum0 = difference0.fma(difference0, sum0);
      sum1 = difference1.fma(difference1, sum1);
    }
    for (; i <= dimension - LANES; i += LANES, at += LANE_BYTES) {
      FloatVector difference =
          FloatVector.fromArray(SPECIES, query, i)
              .sub(FloatVector.fromMemorySegment(SPECIES, segment, at, LITTLE_ENDIAN));
      sum0 = difference.fma(difference, sum0);
    }
    float tail = 0;
    for (; i < dimension; i++, at += Float.BYTES) {
      float difference = query[i] - scalar(segment, at);
      tail = Math.fma(difference, difference, tail);
    }
    return total(sum0, sum1) + tail;
  }

  @Override
  public float squaredDistance(VectorBlock a, int rowA, VectorBlock b, int rowB) {
    int dimension = a.requireDimension(b.dimension());
    MemorySegment segmentA = a.segment();
    MemorySegment segmentB = b.segment();
    long atA = a.offset(rowA);
    long atB = b.offset(rowB);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    int i = 0;
    for (;
        i <= dimension - 2 * LANES;
        i += 2 * LANES, atA += 2 * LANE_BYTES, atB += 2 * LANE_BYTES) {
      FloatVector difference0 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA, LITTLE_ENDIAN)
              .sub(FloatVector.fromMemorySegment(SPECIES, segmentB, atB, LITTLE_ENDIAN));
      FloatVector difference1 =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA + LANE_BYTES, LITTLE_ENDIAN)
              .sub(
                  FloatVector.fromMemorySegment(
                      SPECIES, segmentB, atB + LANE_BYTES, LITTLE_ENDIAN));
      sum0 = difference0.fma(difference0, sum0);
      sum1 = difference1.fma(difference1, sum1);
    }
    for (; i <= dimension - LANES; i += LANES, atA += LANE_BYTES, atB += LANE_BYTES) {
      FloatVector difference =
          FloatVector.fromMemorySegment(SPECIES, segmentA, atA, LITTLE_ENDIAN)
              .sub(FloatVector.fromMemorySegment(SPECIES, segmentB, atB, LITTLE_ENDIAN));
      sum0 = difference.fma(difference, sum0);
    }
    float tail = 0;
    for (; i < dimension; i++, atA += Float.BYTES, atB += Float.BYTES) {
      float difference = scalar(segmentA, atA) - scalar(segmentB, atB);
      tail = Math.fma(difference, difference, tail);
    }
    return total(sum0, sum1) + tail;
  }

  private static float scalar(MemorySegment segment, long at) {
    return segment.get(VectorBlock.ELEMENT, at);
  }

  private static float total(FloatVector a, FloatVector b) {
    return LaneSum.of(a.add(b));
  }
}
