package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.neighbour.GraphRecall;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.session.layout.RunningLayout;
import io.semascope.ui.PanelSamples;
import io.semascope.vector.Estimate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutBarStateTest {
  @ParameterizedTest
  @CsvSource({
    "30, 30, 205, ''",
    "30, 3, 10, ' · perplexity lowered to a third of the other texts'",
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

  @Test
  void saysInPlainWordsWhyAUmapHasFewerNeighbours() {
    ProjectionFacts facts =
        new ProjectionFacts.OfUmap(10, 500, 500, 1.5, 0.9, 1, 1_200, false, Optional.empty());
    Projection projection =
        new Projection(Umap.standard(), PlanarLayout.copyOf(new float[20]), facts);
    String said = LayoutBarState.of(PanelSamples.showing(projection)).facts();
    assertTrue(
        said.startsWith("UMAP · 10 neighbours · 500 of 500 epochs · 1,200 separate parts"), said);
    assertTrue(said.endsWith(" · neighbours lowered to the number of texts"), said);
  }

  @Test
  void aRunThatWasInterruptedIsOfferedBesideTheFinishedMap() {
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0, 1, 0, 0, 1});
    SessionState finished =
        PanelSamples.showing(
            new Projection(Tsne.standard(), layout, new ProjectionFacts.OfTsne(30, 750, 750, 1.5)));
    assertEquals(LayoutBarState.Phase.IDLE, LayoutBarState.of(finished).phase());
    LayoutBarState offered =
        LayoutBarState.of(
            PanelSamples.interrupted(
                finished,
                new Projection(
                    Tsne.standard(), layout, new ProjectionFacts.OfTsne(30, 430, 1_750, 2.5))));
    assertEquals(LayoutBarState.Phase.STOPPED, offered.phase());
    assertEquals(
        LayoutBarState.of(finished).facts() + " · a t-SNE was left at iteration 430 of 1,750",
        offered.facts());
  }

  private static LayoutBarState running(Tsne.Engine engine) {
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0, 1, 0, 0, 1});
    Tsne method = new Tsne(2, 42, engine, 20, 20, 12, 0);
    SessionState shown =
        PanelSamples.showing(
            new Projection(method, layout, new ProjectionFacts.OfTsne(2, 40, 40, 1.5)));
    LiveParameters now = new LiveParameters.OfTsne(2, 12, 200);
    boolean interruptible = engine != Tsne.Engine.LIBRARY;
    return LayoutBarState.of(
        TestSession.running(shown, new RunningLayout(method, false, now, interruptible)));
  }

  @Test
  void stopSaysWhatBecomesOfTheRun() {
    LayoutBarState own = running(Tsne.Engine.FFT);
    assertEquals(LayoutBarState.Phase.RUNNING, own.phase());
    assertTrue(own.stop().contains("keep this picture to go on with"), own.stop());
    assertEquals(own, own.withRun());
    LayoutBarState library = running(Tsne.Engine.LIBRARY);
    assertEquals(LayoutBarState.Phase.BUSY, library.phase());
    assertTrue(library.stop().contains("nothing of it is kept"), library.stop());
    assertTrue(library.stop().contains("cannot be stopped"), library.stop());
    LayoutBarState searching = LayoutBarState.of(PanelSamples.session(5)).withRun();
    assertEquals(LayoutBarState.Phase.BUSY, searching.phase());
    assertTrue(searching.stop().contains("no point has moved"), searching.stop());
  }

  @Test
  void theTooltipSaysHowManyPairsWereCompared() {
    String some = detail(new DistanceAgreement(new Estimate(0.29, 0.02), 49_500, 499_500), 1_000);
    assertTrue(
        some.contains(
            "Rank correlation of the distances 0.290 ± 0.020 (1: what is farther apart is drawn"
                + " farther apart), of 49,500 of 499,500 pairs, all within ten groups of points"
                + " drawn at random. ± is the 95 % interval."),
        some);
    String all = detail(new DistanceAgreement(Estimate.exact(0.29), 79_800, 79_800), 400);
    assertTrue(all.endsWith("drawn farther apart), of all 79,800 pairs."), all);
  }

  private static String detail(DistanceAgreement distances, int points) {
    Estimate exact = Estimate.exact(0.9);
    return LayoutBarState.detail(
        new MapQuality(10, exact, exact, exact, distances, Optional.empty(), points, points));
  }

  @Test
  void saysWhenTheNeighboursAreApproximate() {
    Optional<GraphRecall> recall = Optional.of(new GraphRecall(0.9534, 0.0042, 300));
    PlanarLayout layout = PlanarLayout.copyOf(new float[600]);
    assertEquals(
        "t-SNE · perplexity 30 · settled at iteration 350 of at most 750 · KL 1.50 nats · "
            + "approximate neighbours, recall 0.953 ± 0.004",
        LayoutBarState.of(
                PanelSamples.showing(
                    new Projection(
                        Tsne.standard(),
                        layout,
                        new ProjectionFacts.OfTsne(30, 350, 750, 1.5, true, recall))))
            .facts());
    assertEquals(
        "UMAP · 15 neighbours · 200 of 200 epochs · approximate neighbours, recall 0.953 ±"
            + " 0.004 · turned while it ran",
        LayoutBarState.of(
                PanelSamples.showing(
                    new Projection(
                        Umap.standard(),
                        layout,
                        new ProjectionFacts.OfUmap(15, 200, 200, 1.5, 0.9, 1, 1, true, recall))))
            .facts());
  }
}
