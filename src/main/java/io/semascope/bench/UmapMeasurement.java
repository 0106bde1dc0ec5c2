package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.MapQuality;
import io.semascope.projection.quality.QualityQuestion;
import io.semascope.projection.umap.UmapRun;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Times our own UMAP with its standard parameters, and judges the map.
final class UmapMeasurement implements Bench.Measurement {
  private static final Umap METHOD = Umap.standard();
  private static final int EPOCHS_AT_ONCE = 5;
  private static final int NEAREST = 10;

  private final Stopwatch watch = new Stopwatch();
  private final BenchInput input;
  private final VectorBlock block;
  private Optional<Projection> last = Optional.empty();

  UmapMeasurement(BenchInput input) {
    this.input = input;
    this.block = input.vectors();
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.UMAP;
  }

  @Override
  public long total() {
    return METHOD.wantedEpochs();
  }

  @Override
  public void repeat(JobContext context) {
    // The search for neighbours counts rows, this stage counts epochs.
    JobContext quiet =
        new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
    UmapRun run = UmapRun.start(SearchedRows.alone(block), METHOD, quiet, watch::time);
    last =
        Optional.of(
            watch.time(
                "epochs",
                () -> {
                  while (!run.finished()) {
                    context
                        .meter()
                        .advance(run.step(EPOCHS_AT_ONCE, context.cancellation()).iteration());
                  }
                  return run.result(context.cancellation());
                }));
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    Projection projection = last.orElseThrow();
    MapQuality quality =
        MapQuality.measure(
            QualityQuestion.of(block, projection.layout(), NEAREST).with(input.classes()),
            context.cancellation());
    List<EngineFigure> figures = new ArrayList<>();
    if (projection.facts() instanceof ProjectionFacts.OfUmap umap) {
      figures.add(
          new EngineFigure("neighbours", "neighbours of each point", "points", umap.neighbours()));
      figures.add(new EngineFigure("epochs", "length of the run", "epochs", umap.epochs()));
      figures.add(
          new EngineFigure(
              "components", "separate parts of the neighbour graph", "parts", umap.components()));
    }
    figures.addAll(QualityFigures.ofGraph(projection.facts()));
    figures.addAll(QualityFigures.of(quality));
    List<String> notes = new ArrayList<>(QualityFigures.graphNotes(engine(), projection));
    if (quality.sampled()) {
      notes.add(
          "umap: the map was judged on %,d rows of %,d, drawn at random, each against all."
              .formatted(quality.measuredRows(), quality.count()));
    }
    return new EngineMeasure(engine(), watch.stages(), figures, notes);
  }
}
