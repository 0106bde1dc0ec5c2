package io.semascope.neighbour.quantised;

import io.semascope.job.JobContext;
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

/// One query against the signs of a chunk of 4,096 rows, which fits the second cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignKernelBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  @Param({"384"})
  public int dimension;

  private SignKernel kernel;
  private long[] query;
  private long[] chunk;
  private final int[] distances = new int[SignCodes.CHUNK_ROWS];

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdSignKernel() : new ScalarSignKernel();
    SplittableRandom random = new SplittableRandom(1);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < SignCodes.CHUNK_ROWS; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) random.nextGaussian();
      }
      rows.add(values);
    }
    VectorBlock block = VectorBlock.copyOf(rows, dimension);
    SignCodes codes = SignCodes.of(block, JobContext.direct());
    query = codes.bits(block.row(0));
    chunk = codes.chunk(0);
  }

  @Benchmark
  public int[] differingBits() {
    kernel.distances(query, chunk, distances);
    return distances;
  }
}
