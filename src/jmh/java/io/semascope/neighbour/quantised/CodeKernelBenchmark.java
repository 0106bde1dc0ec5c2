package io.semascope.neighbour.quantised;

import io.semascope.job.Cancellation;
import io.semascope.vector.RowRange;
import io.semascope.vector.VectorBlock;
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

/// One query against the codes of 128 rows that are in the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodeKernelBenchmark {
  private static final RowRange ROWS = new RowRange(0, 128);

  @Param({"scalar", "SIMD"})
  public String way;

  @Param({"384"})
  public int dimension;

  private CodeKernel kernel;
  private RowCodes codes;
  private QueryCode query;
  private final int[] products = new int[ROWS.count()];

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdCodeKernel() : new ScalarCodeKernel();
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[ROWS.count()][dimension];
    for (float[] row : rows) {
      for (int i = 0; i < dimension; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    VectorBlock block = VectorBlock.copyOf(List.of(rows), dimension);
    codes = RowCodes.of(block, Cancellation.never());
    query = new QueryCode(block.row(0));
  }

  @Benchmark
  public int[] dot() {
    kernel.dots(query.values, codes, ROWS, products);
    return products;
  }
}
