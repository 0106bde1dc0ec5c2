package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.ui.PanelSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutBarStateTest {
  @ParameterizedTest
  @CsvSource({
    "30, 30, 205, ''",
    "30, 3, 10, ' · perplexity capped at (n−1)/3'",
    "30, 12, 205, ' · perplexity turned while it ran'",
    "12, 40, 205, ' · perplexity turned while it ran'"
  })
  void saysWhyThePerplexityIsAnother(double asked, double used, int points, String why) {
    Tsne usual = Tsne.standard();
    Tsne method =
        new Tsne(
            asked,
            usual.seed(),
            usual.engine(),
            usual.earlyIterations(),
            usual.iterations(),
            usual.exaggeration(),
            usual.learningRate());
    Projection projection =
        new Projection(
            method,
            PlanarLayout.copyOf(new float[2 * points]),
            new ProjectionFacts.OfTsne(used, 750, 750, 1.5));
    assertEquals(
        "t-SNE · perplexity %.0f · 750 of 750 iterations · KL 1.50 nats%s".formatted(used, why),
        LayoutBarState.of(PanelSamples.showing(projection)).facts());
  }
}
