package io.semascope.neighbour.pairs;

import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;

/// Plain loops, for a JVM without registers of 256 bits.
final class ScalarPairDistance implements PairDistance {
  @Override
  public float between(VectorBlock block, int a, int b) {
    MemorySegment segment = block.segment();
    long rowBytes = (long) block.dimension() * Float.BYTES;
    int whole = block.dimension() / SUMS * SUMS;
    double[] sums = new double[SUMS];
    for (int i = 0; i < whole; i++) {
      double difference =
          (double) segment.get(VectorBlock.ELEMENT, a * rowBytes + (long) i * Float.BYTES)
              - segment.get(VectorBlock.ELEMENT, b * rowBytes + (long) i * Float.BYTES);
      sums[i % SUMS] = Math.fma(difference, difference, sums[i % SUMS]);
    }
    double low = (sums[0] + sums[4]) + (sums[2] + sums[6]);
    double high = (sums[1] + sums[5]) + (sums[3] + sums[7]);
    return (float) (low + high + PairDistance.rest(block, a * rowBytes, b * rowBytes, whole));
  }

  @Override
  public boolean isSurelyBeyond(VectorBlock block, int a, int b, float squaredLimit) {
    MemorySegment segment = block.segment();
    long rowBytes = (long) block.dimension() * Float.BYTES;
    float sum = 0;
    for (int i = 0; i < block.dimension(); i++) {
      float difference =
          segment.get(VectorBlock.ELEMENT, a * rowBytes + (long) i * Float.BYTES)
              - segment.get(VectorBlock.ELEMENT, b * rowBytes + (long) i * Float.BYTES);
      sum += difference * difference;
    }
    return PairDistance.isSurelyBeyond(sum, block.dimension(), squaredLimit);
  }
}
