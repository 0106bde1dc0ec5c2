package io.semascope.projection.variance;

import io.semascope.projection.variance.RowProducts.ScalarRowProducts;
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

/// Four rows of 384 dimensions multiplied with two directions and added to two sums, in the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowProductsBenchmark {
  private static final int DIMENSION = 384;

  @Param({"scalar", "SIMD"})
  public String way;

  private RowProducts kernel;
  private RowProducts.Rows rows;
  private final double[] pair = new double[2 * DIMENSION];
  private final double[] sums = new double[2 * DIMENSION];
  private final double[] products = new double[2 * RowProducts.ROWS];

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdRowProducts() : new ScalarRowProducts();
    SplittableRandom random = new SplittableRandom(1);
    List<float[]> values = new ArrayList<>();
    for (int row = 0; row < RowProducts.ROWS; row++) {
      float[] one = new float[DIMENSION];
      for (int i = 0; i < DIMENSION; i++) {
        one[i] = (float) random.nextGaussian();
      }
      values.add(one);
    }
    for (int i = 0; i < pair.length; i++) {
      pair[i] = random.nextGaussian();
    }
    rows = new RowProducts.Rows(VectorBlock.copyOf(values, DIMENSION), RowProducts.ROWS).at(0);
  }

  @Benchmark
  public double[] multiply() {
    kernel.multiply(rows, pair, products);
    return products;
  }

  @Benchmark
  public double[] add() {
    kernel.add(rows, products, sums);
    return sums;
  }
}
