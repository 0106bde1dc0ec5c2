package io.semascope.neighbour.pairs;

import java.util.Arrays;
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

/// All pairs of two blocks of 480 rows, none of which passes the sieve.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TileKernelBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  @Param({"64", "385"})
  public int depth;

  private TileKernel kernel;
  private Tiles tiles;

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdTileKernel() : new ScalarTileKernel();
    SplittableRandom random = new SplittableRandom(1);
    tiles = new Tiles(block(random), block(random), kernel);
  }

  private TileBlock block(SplittableRandom random) {
    TileBlock.Shape shape = new TileBlock.Shape(depth, kernel.columns());
    TileBlock block =
        new TileBlock(new int[0], new NearestRows(0, 0), shape, new float[shape.values()]);
    for (int i = 0; i < block.panels.length; i++) {
      block.panels[i] = (float) random.nextGaussian();
    }
    Arrays.fill(block.half, 1e9f);
    Arrays.fill(block.limit, 1e9f);
    return block;
  }

  @Benchmark
  public int compare() {
    int passed = 0;
    for (int group = 0; group < TileBlock.ROWS / TileKernel.ROWS; group++) {
      for (int panel = 0; panel < TileBlock.ROWS / kernel.columns(); panel++) {
        passed += kernel.compare(tiles, group, panel);
      }
    }
    return passed;
  }
}
