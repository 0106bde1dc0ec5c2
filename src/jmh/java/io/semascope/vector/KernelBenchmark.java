package io.semascope.vector;

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

/// One query against 128 rows that are in the cache: dot products and squared distances.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {
  private static final RowRange ROWS = new RowRange(0, 128);

  @Param({"scalar", "SIMD"})
  public String way;

  @Param({"384"})
  public int dimension;

  private Kernel kernel;
  private VectorBlock block;
  private float[] query;
  private final float[] results = new float[ROWS.count()];

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdKernel() : new ScalarKernel();
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[ROWS.count()][dimension];
    for (float[] row : rows) {
      for (int i = 0; i < dimension; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    block = VectorBlock.copyOf(List.of(rows), dimension);
    query = rows[0].clone();
  }

  @Benchmark
  public float[] dot() {
    kernel.dots(query, block, ROWS, results);
    return results;
  }

  @Benchmark
  public float[] squaredDistance() {
    kernel.squaredDistances(query, block, ROWS, results);
    return results;
  }
}
