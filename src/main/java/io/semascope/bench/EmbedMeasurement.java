package io.semascope.bench;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.Purpose;
import io.semascope.text.TextUnit;
import java.util.ArrayList;
import java.util.List;

/// Times the loaded model on the distinct texts of the input, as an import embeds them: equal texts once.
final class EmbedMeasurement implements Bench.Measurement {
  private static final String EMBED = "embed";

  private final Stopwatch watch = new Stopwatch();
  private final EmbeddingModel model;
  private final List<String> texts;
  private final int rows;
  private final List<Double> graphSeconds = new ArrayList<>();
  private int truncated;

  EmbedMeasurement(BenchInput input, EmbeddingModel model) {
    this.model = model;
    rows = input.units().size();
    texts = input.units().stream().map(TextUnit::text).distinct().toList();
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.EMBED;
  }

  @Override
  public long total() {
    return texts.size();
  }

  @Override
  public void repeat(JobContext context) {
    EmbeddedTexts embedded = watch.time(EMBED, () -> model.embed(texts, Purpose.DOCUMENT, context));
    truncated = embedded.truncations().size();
    model.graphSeconds(texts, Purpose.DOCUMENT, context).ifPresent(graphSeconds::add);
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    List<StageTime> stages = new ArrayList<>(watch.stages());
    List<EngineFigure> figures = new ArrayList<>();
    figures.add(new EngineFigure("distinctTexts", "distinct texts", "texts", texts.size()));
    figures.add(
        new EngineFigure(
            "textsPerSecond", "embedded", "texts per second", texts.size() / watch.median(EMBED)));
    figures.add(
        new EngineFigure("textsTruncated", "longer than the model takes", "texts", truncated));
    if (!graphSeconds.isEmpty()) {
      StageTime graph = new StageTime("graph alone", graphSeconds);
      stages.add(graph);
      double bare = graph.median();
      figures.add(
          new EngineFigure(
              "graphAloneTextsPerSecond",
              "the model's graph alone",
              "texts per second",
              texts.size() / bare));
      figures.add(
          new EngineFigure(
              "timesGraphAlone",
              "embedding",
              "times as long as the graph alone",
              watch.median(EMBED) / bare));
    }
    return new EngineMeasure(
        engine(),
        stages,
        figures,
        List.of(
            "embed: model %s, loaded beforehand; %,d distinct texts of %,d rows."
                .formatted(model.descriptor().id(), texts.size(), rows)));
  }
}
