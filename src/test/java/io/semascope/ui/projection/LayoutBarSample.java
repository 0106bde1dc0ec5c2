package io.semascope.ui.projection;

import io.semascope.projection.ProjectionMethod;
import io.semascope.ui.FxToolkit;
import java.util.Optional;

/// A toolbar above a finished t-SNE.
final class LayoutBarSample {
  private LayoutBarSample() {}

  static void show(LayoutBar bar, LayoutBarState.Phase phase, ProjectionMethod method) {
    FxToolkit.run(
        () ->
            bar.show(
                new LayoutBarState(
                    phase,
                    "t-SNE · perplexity 30 · 1000 of 1000 iterations · KL 1.23 nats",
                    "Rough guide: keeps 45 of 100 near neighbours",
                    "",
                    Optional.of(method),
                    "End the map")));
    FxToolkit.snapshot(bar, 700, 80);
  }
}
