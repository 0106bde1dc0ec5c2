package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a person waits for when asking for ten neighbours.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExactIndexBenchmark {
  private static final int DIMENSION = 384;

  @Param({"10000", "100000"})
  public int rows;

  @Param public Similarity similarity = Similarity.COSINE;

  private final Cancellation never = Cancellation.never();
  private VectorBlock block = VectorBlock.copyOf(List.of(), DIMENSION);
  private ExactIndex index = ExactIndex.over(block, never);
  private DenseVector query = DenseVector.of();

  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    MemorySegment segment = VectorBlock.allocate(rows, DIMENSION);
    for (long i = 0; i < (long) rows * DIMENSION; i++) {
      segment.set(VectorBlock.ELEMENT, i * Float.BYTES, (float) random.nextGaussian());
    }
    block = VectorBlock.wrap(segment, rows, DIMENSION);
    index = ExactIndex.over(block, never);
    query = block.row(rows / 2);
  }

  @Benchmark
  public NeighbourList tenNearest() {
    return index.nearest(NeighbourQuery.of(query, 10, similarity), never);
  }

  @Benchmark
  public ExactIndex build() {
    return ExactIndex.over(block, never);
  }
}
