package io.semascope.bench;

import io.semascope.job.JobContext;
import io.semascope.projection.variance.PrincipalAxes;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Optional;

/// Times finding the two principal axes and projecting all rows on them.
final class PcaMeasurement implements Measurement {
  private static final String AXES = "axes";
  private static final String PROJECT = "project";

  private final Stopwatch watch = new Stopwatch();
  private final VectorBlock block;
  private Optional<PrincipalAxes> last = Optional.empty();

  PcaMeasurement(VectorBlock block) {
    this.block = block;
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.PCA;
  }

  @Override
  public long total() {
    return block.count();
  }

  @Override
  public void repeat(JobContext context) {
    PrincipalAxes axes = watch.time(AXES, () -> PrincipalAxes.of(block, context.cancellation()));
    watch.time(PROJECT, () -> axes.layout(block, context.cancellation()));
    last = Optional.of(axes);
    context.meter().advance(block.count());
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    PrincipalAxes axes = last.orElseThrow();
    return new EngineMeasure(
        engine(),
        watch.stages(),
        List.of(
            new EngineFigure("firstVarianceShare", axes.share(0)),
            new EngineFigure("secondVarianceShare", axes.share(1))),
        List.of());
  }
}
