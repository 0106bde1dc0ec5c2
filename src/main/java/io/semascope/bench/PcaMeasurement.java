package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.JobContext;
import io.semascope.projection.variance.PrincipalAxes;
import io.semascope.projection.variance.PrincipalComponents;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Optional;

/// Times finding the two principal axes and projecting all rows on them, and the same for all components and the first 50 of them.
final class PcaMeasurement implements Bench.Measurement {
  private static final String AXES = "axes";
  private static final String PROJECT = "project";
  private static final String COMPONENTS = "all components";
  private static final String PROJECT_MANY = "project on 50";
  private static final int MANY = 50;

  private final Stopwatch watch = new Stopwatch();
  private final VectorBlock block;
  private Optional<PrincipalAxes> last = Optional.empty();
  private double manyShare;

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
    PrincipalComponents components =
        watch.time(COMPONENTS, () -> PrincipalComponents.of(block, context.cancellation()));
    int kept = Math.min(MANY, components.count());
    watch.time(PROJECT_MANY, () -> components.project(block, kept, context.cancellation()));
    last = Optional.of(axes);
    manyShare = 0;
    for (int rank = 0; rank < kept; rank++) {
      manyShare += components.share(rank);
    }
    context.meter().advance(block.count());
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    PrincipalAxes axes = last.orElseThrow();
    return new EngineMeasure(
        engine(),
        watch.stages(),
        List.of(
            new EngineFigure(
                "passes", "before the two axes were known", "passes", passes(axes.way())),
            new EngineFigure(
                "byMatrix",
                "the two axes come from the covariance matrix",
                "1 yes, 0 no",
                axes.way() instanceof PrincipalAxes.Way.ByMatrix ? 1 : 0),
            new EngineFigure(
                "firstVarianceShare", "variance along the first axis", "0 to 1", axes.share(0)),
            new EngineFigure(
                "secondVarianceShare", "variance along the second axis", "0 to 1", axes.share(1)),
            new EngineFigure(
                "first50VarianceShare", "variance along the first 50 axes", "0 to 1", manyShare)),
        List.of(how(axes.way())));
  }

  /// Over all rows with two directions at once.
  private static int passes(PrincipalAxes.Way way) {
    return switch (way) {
      case PrincipalAxes.Way.ByMatrix(int dimension, int before) -> before;
      case PrincipalAxes.Way.ByPasses(int passes) -> passes;
      case PrincipalAxes.Way.OneByOne(int before) -> before;
    };
  }

  private static String how(PrincipalAxes.Way way) {
    return switch (way) {
      case PrincipalAxes.Way.ByMatrix(int dimension, int passesBefore) ->
          "The two axes come from the covariance matrix (%,d × %,d)%s."
              .formatted(
                  dimension,
                  dimension,
                  passesBefore == 0
                      ? ""
                      : ", because %d passes over the vectors had not settled"
                          .formatted(passesBefore));
      case PrincipalAxes.Way.ByPasses(int passes) ->
          "The two axes come from %d passes over the vectors, begun with random directions, to a residual of 1e-8 of each variance."
              .formatted(passes);
      case PrincipalAxes.Way.OneByOne(int passesBefore) ->
          "The two axes come from passes over the vectors one by one, because %d with two directions had not settled."
              .formatted(passesBefore);
    };
  }
}
