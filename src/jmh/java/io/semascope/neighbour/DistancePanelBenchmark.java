package io.semascope.neighbour;

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

/// Four queries against 128 rows that stand side by side in the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DistancePanelBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  /// Whole panels of every width there is.
  private static final int ROWS = 128;

  @Param({"384"})
  public int dimension;

  private DistancePanel kernel;
  private float[] queries;
  private float[] panel;
  private float[] distances;

  @Setup
  public void make() {
    kernel = way.equals("SIMD") ? new SimdDistancePanel() : new ScalarDistancePanel();
    SplittableRandom random = new SplittableRandom(1);
    queries = floats(random, DistancePanel.QUERIES * dimension);
    panel = floats(random, kernel.width() * dimension);
    distances = new float[DistancePanel.QUERIES * kernel.width()];
  }

  private static float[] floats(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Benchmark
  public float compare() {
    float sum = 0;
    for (int first = 0; first < ROWS; first += kernel.width()) {
      kernel.compare(queries, 0, panel, distances);
      sum += distances[0];
    }
    return sum;
  }
}
