package io.semascope.session;

import io.semascope.bench.Bench;
import io.semascope.bench.BenchInput;
import io.semascope.bench.BenchPlan;
import io.semascope.bench.BenchReport;
import io.semascope.bench.BenchedEngine;
import io.semascope.job.JobContext;
import java.util.Optional;

/// Measures the engines on vectors and units from files; needs no workspace and changes none.
final class MeasureEngines {
  private final ModelKeeper models;

  MeasureEngines(ModelKeeper models) {
    this.models = models;
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
    try (ModelKeeper.Hold hold = models.hold(choice, context)) {
      return new Bench(input, Optional.of(hold.model())).run(plan, context);
    }
  }
}
