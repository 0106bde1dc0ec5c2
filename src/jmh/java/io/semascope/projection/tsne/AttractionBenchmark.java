package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourGraph;
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

/// What the neighbours of 1,000 points pull, about 90 of each as with perplexity 30, in the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AttractionBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  private static final int POINTS = 1_000;
  private static final int DIMENSION = 10;
  private static final double PERPLEXITY = 30;

  private Attraction attraction;
  private Affinities affinities;
  private final float[] positions = new float[2 * POINTS];
  private final float[] force = new float[2];

  @Setup
  public void make() {
    attraction = way.equals("SIMD") ? new SimdAttraction() : new ScalarAttraction();
    SplittableRandom random = new SplittableRandom(1);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < POINTS; row++) {
      float[] values = new float[DIMENSION];
      for (int i = 0; i < DIMENSION; i++) {
        values[i] = (float) random.nextGaussian();
      }
      rows.add(values);
      positions[2 * row] = (float) random.nextGaussian();
      positions[2 * row + 1] = (float) random.nextGaussian();
    }
    VectorBlock block = VectorBlock.copyOf(rows, DIMENSION);
    Neighbourhood neighbourhood = Neighbourhood.of(PERPLEXITY, POINTS);
    NeighbourGraph graph =
        NeighbourGraph.exact(block, neighbourhood.neighbours(), JobContext.direct());
    affinities = Affinities.of(graph, neighbourhood, Cancellation.never());
  }

  @Benchmark
  public float pull() {
    float sum = 0;
    for (int row = 0; row < POINTS; row++) {
      attraction.of(affinities, positions, row, force);
      sum += force[0];
    }
    return sum;
  }
}
