package io.semascope.session;

import io.semascope.bench.Bench;
import io.semascope.bench.BenchInput;
import io.semascope.bench.BenchPlan;
import io.semascope.bench.BenchReport;
import io.semascope.bench.BenchedEngine;
import io.semascope.bench.EngineMeasure;
import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.TemporaryFolder;
import io.semascope.corpus.PastedText;
import io.semascope.job.Cancellation;
import io.semascope.job.Job;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.JobStatus;
import io.semascope.model.Purpose;
import io.semascope.projection.Pca;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Measures the engines on vectors and units from files; needs no workspace and changes none.
final class MeasureEngines {
  private static final int BREATH_MILLIS = 200;
  private static final int TYPED_TEXTS = 40;
  private static final int MOST_SHOWN = 2000;

  private final ModelKeeper models;
  private final Supplier<Session> another;

  /// @param another makes a session that is free to be measured, for the caller to close
  MeasureEngines(ModelKeeper models, Supplier<Session> another) {
    this.models = models;
    this.another = another;
  }

  /// @param choice embeds, when embedding is among the engines
  BenchReport run(BenchPlan plan, ModelChoice choice, JobContext context) {
    BenchInput input =
        plan.readsFiles()
            ? BenchInput.read(plan.vectorFile(), plan.unitFile(), context.cancellation())
            : BenchInput.none();
    if (!plan.engines().contains(BenchedEngine.EMBED)) {
      return new Bench(input, Optional.empty()).run(plan, context);
    }
    BenchReport report;
    try (ModelKeeper.Hold hold = models.hold(choice, context)) {
      report = new Bench(input, Optional.of(hold.model())).run(plan, context);
    }
    Typing typing = type(input, choice, context.cancellation());
    return withTyping(report, typing);
  }

  /// What a person waits for who types while an import is running.
  ///
  /// @param seconds from asking for each text to be placed until the session knows its place, ascending
  /// @param shown texts on the map
  /// @param bulk texts of the import
  private record Typing(List<Double> seconds, int shown, int bulk) {}

  /// Embeds the first texts of the input into a workspace with a map, then the others, and types as long as that lasts. The import is stopped when enough
  /// was typed.
  private Typing type(BenchInput input, ModelChoice choice, Cancellation cancellation) {
    List<String> lines =
        input.units().stream()
            .map(TextUnit::text)
            .map(text -> text.strip().replaceAll("\\s+", " "))
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    int shown = Math.min(MOST_SHOWN, lines.size() / 2);
    List<String> bulk = lines.subList(shown, lines.size());
    try (TemporaryFolder folder = TemporaryFolder.make();
        Session session = another.get()) {
      await(session.openOrCreateWorkspace(folder.path().resolve("typing.semascope")), cancellation);
      if (shown == 0) {
        return new Typing(List.of(), shown, bulk.size());
      }
      await(importLines(session, lines.subList(0, shown), choice), cancellation);
      if (session.state().chunkCount() > 2) {
        await(session.startLayout(new Pca()), cancellation);
      }
      Job<ImportReport> importing = importLines(session, bulk, choice);
      awaitEmbedding(importing);
      List<Double> seconds = typeWhile(importing, session, bulk, cancellation);
      stop(importing);
      return new Typing(seconds.stream().sorted().toList(), shown, bulk.size());
    }
  }

  private static Job<ImportReport> importLines(
      Session session, List<String> lines, ModelChoice choice) {
    return session.importPasted(
        String.join("\n", lines), PastedText.Split.LINES, choice, new Granularity.WholeDocument());
  }

  private static List<Double> typeWhile(
      Job<?> importing, Session session, List<String> bulk, Cancellation cancellation) {
    List<Double> seconds = new ArrayList<>();
    while (seconds.size() < TYPED_TEXTS && !importing.status().ended()) {
      int number = seconds.size();
      String text =
          "typed " + number + ": " + bulk.get((int) ((long) number * bulk.size() / TYPED_TEXTS));
      TypedRequest request =
          new TypedRequest(text, new Granularity.WholeDocument(), Purpose.DOCUMENT);
      long started = System.nanoTime();
      await(session.placeText(request), cancellation);
      seconds.add((System.nanoTime() - started) / 1e9);
      takeBreath();
    }
    return seconds;
  }

  /// A person does not type without end: meanwhile the import goes on.
  private static void takeBreath() {
    try {
      var unused = new CountDownLatch(1).await(BREATH_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitEmbedding(Job<?> importing) {
    CountDownLatch embedding = new CountDownLatch(1);
    importing.onChange(
        status -> {
          boolean begun =
              status instanceof JobStatus.Running running
                  && running.progress().stage().equals("embedding");
          if (begun || status.ended()) {
            embedding.countDown();
          }
        });
    try {
      embedding.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Job<?> importing) {
    importing.cancel();
    try {
      var unused = importing.await();
    } catch (JobCancelled asked) {
      return;
    }
  }

  private static <T> T await(Job<T> job, Cancellation cancellation) {
    Cancellation.Registration registration = cancellation.onRequest(job::cancel);
    try {
      return job.await();
    } finally {
      registration.close();
    }
  }

  private static BenchReport withTyping(BenchReport report, Typing typing) {
    return new BenchReport(
        report.count(),
        report.dimension(),
        report.repetitions(),
        report.cores(),
        report.memory(),
        report.engines().stream()
            .map(one -> one.engine() == BenchedEngine.EMBED ? withTyping(one, typing) : one)
            .toList(),
        report.notes());
  }

  private static EngineMeasure withTyping(EngineMeasure embed, Typing typing) {
    List<EngineFigure> figures = new ArrayList<>(embed.figures());
    List<String> notes = new ArrayList<>(embed.notes());
    int typed = typing.seconds().size();
    figures.add(
        new EngineFigure(
            "textsTypedWhileEmbedding", "typed while texts were embedded", "texts", typed));
    if (typed > 0) {
      figures.add(
          new EngineFigure(
              "typedMedianMillis",
              "from Enter to its place meanwhile, median",
              "milliseconds",
              quantile(typing, 0.5)));
      figures.add(
          new EngineFigure(
              "typed95thPercentileMillis",
              "from Enter to its place meanwhile, 95th percentile",
              "milliseconds",
              quantile(typing, 0.95)));
      notes.add(
          "embed: %,d texts were typed one after the other while %,d were being embedded, beside a map of %,d; from asking until the session knows the place."
              .formatted(typed, typing.bulk(), typing.shown()));
    }
    return new EngineMeasure(embed.engine(), embed.stages(), figures, notes);
  }

  /// The smallest time that this share of the texts did not exceed.
  private static double quantile(Typing typing, double share) {
    int place = (int) Math.ceil(share * typing.seconds().size()) - 1;
    return typing.seconds().get(place) * 1e3;
  }
}
