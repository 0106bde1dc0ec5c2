package io.semascope.neighbour.pairs;

import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One row against 128 that are in the cache: the distance as a graph states it, and the quick look that sends every pair away.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PairDistanceBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  private static final int ROWS = 128;

  @Param({"384"})
  public int dimension;

  private PairDistance kernel;
  private VectorBlock block;

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdPairDistance() : new ScalarPairDistance();
    SplittableRandom random = new SplittableRandom(1);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) random.nextGaussian();
      }
      rows.add(values);
    }
    block = VectorBlock.copyOf(rows, dimension);
  }

  @Benchmark
  public float between() {
    float sum = 0;
    for (int row = 0; row < ROWS; row++) {
      sum += kernel.between(block, 0, row);
    }
    return sum;
  }

  @Benchmark
  public int sentAway() {
    int beyond = 0;
    for (int row = 0; row < ROWS; row++) {
      beyond += kernel.isSurelyBeyond(block, 0, row, 1) ? 1 : 0;
    }
    return beyond;
  }
}
