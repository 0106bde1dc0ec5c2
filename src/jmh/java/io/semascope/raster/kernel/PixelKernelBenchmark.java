package io.semascope.raster.kernel;

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

/// The five loops of the raster on what is in the cache: 512 points located, 64 stamps of eight by eight pixels, 64 rows of a count, and a row of pixels turned
/// into colours.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PixelKernelBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  private static final int STAMPS = 64;

  private PixelKernel kernel;
  private final long[] canvas = new long[PixelKernel.LINE * PixelKernel.ROWS];
  private final long[] painted = new long[Shading.WIDTH];
  private final long[] colours = new long[PixelKernel.ROWS * PixelKernel.PIXELS];
  private final long[] words = new long[PixelKernel.WORDS];
  private final long[] counts = new long[2 * Shading.WIDTH + PixelKernel.WORDS];
  private final long[] added = new long[2 * Shading.WIDTH + PixelKernel.WORDS];
  private final int[] argb = new int[Shading.WIDTH];
  private final Shading shading = new Shading();
  private final Located located = new Located();
  private final Located.Ground ground = new Located.Ground(1, 0, 1_000, 1_600, 1_000, 2);
  private Shade shade;

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdPixelKernel() : new ScalarPixelKernel();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < colours.length; i++) {
      // So little that 64 of them on one place still let light through.
      colours[i] = 0x0002_0001_0001_0002L;
    }
    Arrays.fill(painted, 0x8000_4000_2000_8000L);
    for (int i = 0; i < PixelKernel.WORDS - 2; i++) {
      words[i] = 12L << 32 | random.nextInt(12 * 255);
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (long) random.nextInt(4096) << 32 | random.nextInt(4096 * 255);
    }
    for (int row = 0; row < Located.ROWS; row++) {
      located.places()[2 * row] = (float) random.nextDouble(1_600);
      located.places()[2 * row + 1] = (float) random.nextDouble(1_000);
    }
    shade = new Shade(new Shade.Tones(112, 38, 10), 0.4f, 0xFFFFFFFF);
  }

  @Benchmark
  public int locate() {
    return kernel.locate(located, Located.ROWS, ground);
  }

  @Benchmark
  public long paintBehind() {
    Arrays.fill(canvas, 0);
    long covered = 0;
    for (int stamp = 0; stamp < STAMPS; stamp++) {
      covered += kernel.paintBehind(canvas, stamp, colours, 0, PixelKernel.ROWS);
    }
    return covered;
  }

  @Benchmark
  public int[] toArgb() {
    kernel.toArgb(painted, 0, 0x00FF_00FF_00FF_00FFL, argb, 0, argb.length);
    return argb;
  }

  @Benchmark
  public long[] add() {
    Arrays.fill(added, 0);
    for (int row = 0; row < 64; row++) {
      kernel.add(added, 2 * row, words, 0, 3);
    }
    return added;
  }

  @Benchmark
  public float shade() {
    return kernel.shade(counts, 0, shade, shading);
  }
}
