package io.semascope.bench;

import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.EmbeddingModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Runs engines on one input, in turn and over and over, so that a busy minute of the machine does not fall on one of them alone. Nothing is run before the
/// first measured repetition: that one is cold, and the median of three or more leaves it out.
public final class Bench {
  /// The repeated run of one engine. Used by one thread.
  interface Measurement {
    BenchedEngine engine();

    /// How many units of progress one repetition has.
    long total();

    /// Runs the engine once from end to end, timing its stages. Throws what the engine throws; `JobCancelled` when asked to stop.
    void repeat(JobContext context);

    /// What the repetitions came to, after at least one; judges the last result, untimed.
    EngineMeasure measure(JobContext context);
  }

  private final BenchInput input;
  private final Optional<EmbeddingModel> model;

  /// @param model needed only to measure embedding
  public Bench(BenchInput input, Optional<EmbeddingModel> model) {
    this.input = input;
    this.model = model;
  }

  /// Measures the engines of the plan. Throws what an engine throws for an input it cannot take; `JobCancelled` when asked to stop.
  public BenchReport run(BenchPlan plan, JobContext context) {
    List<Measurement> measurements =
        plan.engines().stream().map(engine -> measurement(engine, plan)).toList();
    announce(measurements, plan.repetitions(), context.meter());
    int stage = 0;
    for (int repetition = 0; repetition < plan.repetitions(); repetition++) {
      for (Measurement measurement : measurements) {
        context.cancellation().check();
        context.meter().begin(stage++, measurement.total());
        measurement.repeat(context);
      }
    }
    List<EngineMeasure> measured = new ArrayList<>();
    context.meter().begin(stage, measurements.size());
    for (Measurement measurement : measurements) {
      measured.add(measurement.measure(context));
      context.meter().advance(measured.size());
    }
    return new BenchReport(
        input.vectors().count(),
        input.vectors().dimension(),
        plan.repetitions(),
        Runtime.getRuntime().availableProcessors(),
        PeakMemory.now(),
        measured,
        input.notes());
  }

  private static void announce(
      List<Measurement> measurements, int repetitions, ProgressMeter meter) {
    List<ProgressMeter.Stage> round =
        measurements.stream()
            .map(Measurement::engine)
            .map(engine -> new ProgressMeter.Stage("measuring " + engine.key(), 1, engine.unit()))
            .toList();
    List<ProgressMeter.Stage> all = new ArrayList<>();
    Collections.nCopies(repetitions, round).forEach(all::addAll);
    all.add(new ProgressMeter.Stage("judging the results", 1, "engines"));
    meter.plan(all.toArray(ProgressMeter.Stage[]::new));
  }

  private Measurement measurement(BenchedEngine engine, BenchPlan plan) {
    return switch (engine) {
      case EMBED ->
          new EmbedMeasurement(
              input,
              model.orElseThrow(
                  () -> new IllegalArgumentException("no model to measure embedding with")));
      case NEIGHBOURS -> new NeighbourMeasurement(input.vectors(), plan.neighbourParts());
      case PCA -> new PcaMeasurement(input.vectors());
      case TSNE -> new TsneMeasurement(input, plan.drawing().screen());
      case UMAP -> new UmapMeasurement(input);
      case DRAW -> new DrawMeasurement(plan.drawing());
      case STORE -> new StoreMeasurement(input);
      case START -> StartMeasurement.ofThisProgram();
    };
  }
}
