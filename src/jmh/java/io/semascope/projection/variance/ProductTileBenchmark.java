package io.semascope.projection.variance;

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

/// The products of 32 columns with 32 others over 64 rows, in the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductTileBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  private static final int ROWS = 64;

  /// Whole panels of every width there is.
  private static final int COLUMNS = 32;

  private ProductTile tile;
  private final double[] left = new double[ROWS * COLUMNS];
  private final double[] right = new double[ROWS * COLUMNS];
  private final double[] sums = new double[COLUMNS * COLUMNS];

  @Setup
  public void make() {
    tile = way.equals("SIMD") ? new SimdProductTile() : new ScalarProductTile();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < left.length; i++) {
      left[i] = random.nextGaussian();
      right[i] = random.nextGaussian();
    }
  }

  @Benchmark
  public double[] add() {
    int width = tile.width();
    int at = 0;
    for (int i = 0; i < COLUMNS / width; i++) {
      ProductTile.Panel one = new ProductTile.Panel(left, i * ROWS * width);
      for (int j = 0; j < COLUMNS / width; j++) {
        ProductTile.Panel other = new ProductTile.Panel(right, j * ROWS * width);
        tile.add(new ProductTile.Pair(one, other, ROWS), sums, at);
        at += width * width;
      }
    }
    return sums;
  }
}
