package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.session.SessionState;
import io.semascope.ui.PanelSamples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatePreparerTest {
  private final StatePreparer preparer = new StatePreparer();

  private static SessionState threeOnAMap() {
    return PanelSamples.showing(
        new Projection(
            new Pca(),
            PlanarLayout.copyOf(new float[] {0, 0, 1, 0, 0, 1}),
            new ProjectionFacts.OfPca(0.5, 0.25)));
  }

  @Test
  void thePointsComeFirstAndTheTypedTextsBehindThem() {
    StatePreparer.Prepared prepared = preparer.prepare(threeOnAMap());
    assertEquals(3, prepared.scene().layoutCount());
    assertEquals(5, prepared.scene().count());
    assertEquals(OptionalInt.of(1), prepared.scene().rowOf("d1"));
    assertEquals(OptionalInt.of(4), prepared.scene().rowOf("t2"));
    assertEquals("second typed", prepared.scene().mark(4).label());
    assertEquals(
        List.of("Lighthouses", "Bread and the microbes that raise it"), prepared.colours().names());
  }

  @Test
  void aStateOfTheSameChunksSharesWhatWasMadeForThem() {
    SessionState state = threeOnAMap();
    StatePreparer.Prepared first = preparer.prepare(state);
    StatePreparer.Prepared second = preparer.prepare(PanelSamples.withASpaceMore(state));
    assertSame(first.colours(), second.colours());
    assertSame(first.scene().colours(), second.scene().colours());
    StatePreparer.Prepared other = preparer.prepare(PanelSamples.session(4));
    assertNotSame(first.colours(), other.colours());
    assertEquals(0, other.scene().count(), "no map yet");
  }

  @Test
  void theMapSaysWhenItWasMadeFromApproximateNeighbours() {
    Optional<GraphRecall> recall = Optional.of(new GraphRecall(0.9534, 0.0042, 2));
    String said =
        " This map was made from approximate neighbours, recall 0.953 ± 0.004: of 100 true near"
            + " texts about 95 were known to it (measured on 2 of 3 texts; ± is the 95 %"
            + " interval).";
    assertTrue(tsneReading(recall).contains(said), tsneReading(recall));
    assertEquals(tsneReading(Optional.empty()), tsneReading(recall).replace(said, ""));
    String umap =
        reading(
            Umap.standard(),
            new ProjectionFacts.OfUmap(3, 200, 200, 1.5, 0.9, 1, 1, false, recall));
    assertTrue(umap.startsWith("UMAP") && umap.contains(said), umap);
    assertTrue(parts(recall).contains("no neighbours in common among those that were found;"));
    assertTrue(parts(Optional.empty()).contains("no neighbours in common;"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.949, recall 0.949 ± 0.004, about 95",
    "0.9949, recall 0.995 ± 0.004, about 99",
    "0.996, recall 0.996 ± 0.004, about 99",
    "0.99997, recall 0.99997 ± 0.00423, about 99",
    "1, recall 1.000 ± 0.004, all"
  })
  void onlyAllIsCalledAll(double value, String number, String known) {
    String text = tsneReading(Optional.of(new GraphRecall(value, 0.00423, 2)));
    String said = "neighbours, %s: of 100 true near texts %s were known".formatted(number, known);
    assertTrue(text.contains(said), text);
  }

  @Test
  void theMapSaysWhenTheWishForApproximateNeighboursWasSetAside() {
    GraphSearch approximate = new GraphSearch.Approximate(0.9);
    String umap =
        reading(
            new Umap(15, 0.1, 1, 1, 200, Umap.Start.PCA, 42, approximate),
            new ProjectionFacts.OfUmap(3, 200, 200, 1.5, 0.9, 1, 1, false, Optional.empty()));
    String said =
        " The wish for approximate neighbours was set aside: with fewer than 16,000 texts exact"
            + " ones take no longer.";
    assertTrue(umap.contains(said), umap);
    assertFalse(tsneReading(Optional.empty()).contains("approximate"), "nobody wished for them");
    Tsne library = new Tsne(30, 42, Tsne.Engine.LIBRARY, 250, 500, 12, 200, false, approximate);
    String untold = reading(library, new ProjectionFacts.OfTsne(30, 750, 750, Double.NaN));
    assertFalse(untold.contains("approximate"), "the library looks in its own way: " + untold);
  }

  private String parts(Optional<GraphRecall> recall) {
    return reading(
        Umap.standard(), new ProjectionFacts.OfUmap(3, 200, 200, 1.5, 0.9, 1, 2, false, recall));
  }

  private String tsneReading(Optional<GraphRecall> recall) {
    return reading(Tsne.standard(), new ProjectionFacts.OfTsne(2, 350, 750, 1.5, true, recall));
  }

  private String reading(ProjectionMethod method, ProjectionFacts facts) {
    PlanarLayout layout = PlanarLayout.copyOf(new float[] {0, 0, 1, 0, 0, 1});
    return preparer
        .prepare(PanelSamples.showing(new Projection(method, layout, facts)))
        .scene()
        .reading();
  }
}
