package io.semascope.projection.fourier;

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

/// Sixteen sequences there and back. With `-prof gc` it says whether registers became objects; none should.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LaneTransformBenchmark {
  @Param({"scalar", "SIMD"})
  public String way;

  @Param({"256", "300", "625"})
  public int length;

  private LaneTransform transform;
  private Lanes lanes;

  @Setup
  public void make() {
    transform =
        new LaneTransform(
            length, way.equals("SIMD") ? new SimdButterflies() : new ScalarButterflies());
    lanes = new Lanes(length);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < lanes.re.length; i++) {
      lanes.re[i] = (float) random.nextGaussian();
    }
  }

  @Benchmark
  public float thereAndBack() {
    transform.forward(lanes);
    transform.inverse(lanes);
    for (int i = 0; i < lanes.re.length; i++) {
      lanes.re[i] /= length;
      lanes.im[i] /= length;
    }
    return lanes.re[1];
  }
}
