package io.semascope.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one comparison costs, by kernel and dimension.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
  /// Few enough to stay in the cache of one core at 1,024 dimensions, so that arithmetic is measured and not memory.
  private static final int ROWS = 128;

  /// Which kernel.
  public enum Choice {
    SCALAR(new ScalarKernel()),
    SIMD(new SimdKernel());

    private final Kernel kernel;

    Choice(Kernel kernel) {
      this.kernel = kernel;
    }
  }

  @Param public Choice kernel = Choice.SCALAR;

  @Param({"384", "1024"})
  public int dimension;

  private VectorBlock block = VectorBlock.copyOf(List.of(), 1);
  private float[] query = new float[0];

  @Setup
  public void fill() {
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
    query = block.row(0).toArray();
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float dot() {
    float sum = 0;
    for (int row = 0; row < ROWS; row++) {
      sum += kernel.kernel.dot(query, block, row);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float squaredDistance() {
    float sum = 0;
    for (int row = 0; row < ROWS; row++) {
      sum += kernel.kernel.squaredDistance(query, block, row);
    }
    return sum;
  }
}
