package io.semascope.bench;

import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.MapQuality;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Times our own t-SNE with its standard parameters, and judges the map.
final class TsneMeasurement implements Bench.Measurement {
  private static final Tsne METHOD = Tsne.standard();
  private static final int ITERATIONS_AT_ONCE = 5;
  private static final int NEAREST = 10;

  private final Stopwatch watch = new Stopwatch();
  private final VectorBlock block;
  private Optional<Projection> last = Optional.empty();
  private Tsne.Engine engine = METHOD.engine();

  TsneMeasurement(VectorBlock block) {
    this.block = block;
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.TSNE;
  }

  @Override
  public long total() {
    return METHOD.earlyIterations() + METHOD.iterations();
  }

  @Override
  public void repeat(JobContext context) {
    // The search for neighbours counts rows, this stage counts iterations.
    JobContext quiet =
        new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
    TsneRun run = TsneRun.start(block, METHOD, quiet, watch::time);
    engine = run.engine();
    last =
        Optional.of(
            watch.time(
                "iterations",
                () -> {
                  while (!run.finished()) {
                    context
                        .meter()
                        .advance(run.step(ITERATIONS_AT_ONCE, context.cancellation()).iteration());
                  }
                  return run.result(context.cancellation());
                }));
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    Projection projection = last.orElseThrow();
    MapQuality quality =
        MapQuality.measure(block, projection.layout(), NEAREST, context.cancellation());
    List<EngineFigure> figures = new ArrayList<>(facts(projection.facts()));
    figures.add(new EngineFigure("repulsionOnGrid", engine == Tsne.Engine.FFT ? 1 : 0));
    figures.addAll(QualityFigures.of(quality));
    return new EngineMeasure(
        engine(),
        watch.stages(),
        figures,
        quality.sampled()
            ? List.of(
                "tsne: the map was judged on %,d rows of %,d, drawn at random, each against all."
                    .formatted(quality.measuredRows(), quality.count()))
            : List.of());
  }

  private static List<EngineFigure> facts(ProjectionFacts facts) {
    return switch (facts) {
      case ProjectionFacts.OfPca pca -> List.of();
      case ProjectionFacts.OfUmap umap -> List.of();
      case ProjectionFacts.OfTsne tsne ->
          List.of(
              new EngineFigure("perplexity", tsne.perplexity()),
              new EngineFigure("iterations", tsne.iterations()),
              new EngineFigure("settled", tsne.settled() ? 1 : 0),
              new EngineFigure("divergence", tsne.divergence()));
    };
  }
}
