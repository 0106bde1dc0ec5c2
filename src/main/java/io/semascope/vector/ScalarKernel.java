package io.semascope.vector;

import java.lang.foreign.MemorySegment;

/// Plain loops, for a JVM that was started without the Vector API. Four sums run side by side, so that additions need not wait for each other.
public final class ScalarKernel implements Kernel {
  ScalarKernel() {}

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public float dot(float[] query, VectorBlock block, int row) {
    int dimension = block.requireDimension(query.length);
    MemorySegment segment = block.segment();
    long offset = block.offset(row);
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i <= dimension - 4; i += 4) {
      sum0 += query[i] * at(segment, offset, i);
      sum1 += query[i + 1] * at(segment, offset, i + 1);
      sum2 += query[i + 2] * at(segment, offset, i + 2);
      sum3 += query[i + 3] * at(segment, offset, i + 3);
    }
    for (; i < dimension; i++) {
      sum0 += query[i] * at(segment, offset, i);
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  @Override
  public float dot(VectorBlock a, int rowA, VectorBlock b, int rowB) {
    int dimension = a.requireDimension(b.dimension());
    MemorySegment segmentA = a.segment();
    MemorySegment segmentB = b.segment();
    long offsetA = a.offset(rowA);
    long offsetB = b.offset(rowB);
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i <= dimension - 4; i += 4) {
      sum0 += at(segmentA, offsetA, i) * at(segmentB, offsetB, i);
      sum1 += at(segmentA, offsetA, i + 1) * at(segmentB, offsetB, i + 1);
      sum2 += at(segmentA, offsetA, i + 2) * at(segmentB, offsetB, i + 2);
      sum3 += at(segmentA, offsetA, i + 3) * at(segmentB, offsetB, i + 3);
    }
    for (; i < dimension; i++) {
      sum0 += at(segmentA, offsetA, i) * at(segmentB, offsetB, i);
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  @Override
  public float squaredDistance(float[] query, VectorBlock block, int row) {
    int dimension = block.requireDimension(query.length);
    MemorySegment segment = block.segment();
    long offset = block.offset(row);
    float sum0 = 0;
    float sum1 = 0;
    int i = 0;
    for (; i <= dimension - 2; i += 2) {
      float difference0 = query[i] - at(segment, offset, i);
      float difference1 = query[i + 1] - at(segment, offset, i + 1);
      sum0 += difference0 * difference0;
      sum1 += difference1 * difference1;
    }
    if (i < dimension) {
      float difference = query[i] - at(segment, offset, i);
      sum0 += difference * difference;
    }
    return sum0 + sum1;
  }

  @Override
  public float squaredDistance(VectorBlock a, int rowA, VectorBlock b, int rowB) {
    int dimension = a.requireDimension(b.dimension());
    MemorySegment segmentA = a.segment();
    MemorySegment segmentB = b.segment();
    long offsetA = a.offset(rowA);
    long offsetB = b.offset(rowB);
    float sum0 = 0;
    float sum1 = 0;
    int i = 0;
    for (; i <= dimension - 2; i += 2) {
      float difference0 = at(segmentA, offsetA, i) - at(segmentB, offsetB, i);
      float difference1 = at(segmentA, offsetA, i + 1) - at(segmentB, offsetB, i + 1);
      sum0 += difference0 * difference0;
      sum1 += difference1 * difference1;
    }
    if (i < dimension) {
      float difference = at(segmentA, offsetA, i) - at(segmentB, offsetB, i);
      sum0 += difference * difference;
    }
    return sum0 + sum1;
  }

  private static float at(MemorySegment segment, long offset, int dimension) {
    return segment.get(VectorBlock.ELEMENT, offset + (long) dimension * Float.BYTES);
  }
}
