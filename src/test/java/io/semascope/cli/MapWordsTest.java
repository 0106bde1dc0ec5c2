package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.semascope.cli.projection.MapSettings;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.vector.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MapWordsTest {
  private static final GraphRecall SAMPLED = new GraphRecall(0.9534, 0.0042, 300);

  private static MapWords words(ProjectionMethod method, ProjectionFacts facts) {
    return words(method, facts, 50_000);
  }

  private static MapWords words(ProjectionMethod method, ProjectionFacts facts, int texts) {
    PlanarLayout layout = PlanarLayout.copyOf(new float[2 * texts]);
    return new MapWords(new Projection(method, layout, facts), Optional.empty());
  }

  private static ProjectionFacts tsne(Optional<GraphRecall> recall) {
    return new ProjectionFacts.OfTsne(30, 350, 750, 2.5, true, recall);
  }

  private static ProjectionFacts umap(Optional<GraphRecall> recall) {
    return new ProjectionFacts.OfUmap(15, 200, 200, 1.5, 0.9, 1, 1, false, recall);
  }

  @Test
  void theKeptMapIsToldWithTheSettingsItHas() {
    String pca = MapWords.notKept(words(new Pca(), new ProjectionFacts.OfPca(1, 0)).projection());
    assertTrue(pca.contains("keeps the one by “pca” that it had. The same command"), pca);
    String tsne = MapWords.notKept(words(Tsne.standard(), tsne(Optional.empty())).projection());
    assertTrue(tsne.contains("keeps the one by “tsne” that it had (seed 42, "), tsne);
  }

  @Test
  void whatWasLoweredIsToldInPlainNumbers() {
    Tsne usual = Tsne.standard();
    Tsne asked =
        new Tsne(
            1_000_000_000,
            usual.seed(),
            usual.engine(),
            usual.earlyIterations(),
            usual.iterations(),
            usual.exaggeration(),
            usual.learningRate());
    MapWords words = words(asked, new ProjectionFacts.OfTsne(68, 750, 750, 1.5), 205);
    assertEquals(
        List.of(
            "Perplexity 68 was used instead of 1,000,000,000: it can be at most a third of the"
                + " other points."),
        words.lowered());
    assertTrue(words.sentences().getFirst().startsWith("t-SNE: perplexity 68, "));
    assertTrue(words.sentences().toString().contains("seed 42, perplexity 1000000000, "));
    MapWords third = words(Tsne.standard(), new ProjectionFacts.OfTsne(11 / 3.0, 9, 9, 1.5), 12);
    assertTrue(third.lowered().getFirst().startsWith("Perplexity 3.7 was used instead of 30: "));
  }

  @Test
  void settingsAreToldAsTheyAreTyped() {
    Tsne usual = Tsne.standard();
    Tsne asked =
        new Tsne(1_500.5, usual.seed(), usual.engine(), usual.earlyIterations(), 7_000, 4, 1_250);
    assertEquals(
        "seed 42, perplexity 1500.5, 50 + 7000 iterations, exaggeration 4,"
            + " learning rate 1250, engine automatic, neighbour graph automatic",
        new MapSettings(asked, new ProjectionFacts.OfTsne(68, 750, 750, 1.5)).text());
  }

  private static JsonObject json(MapWords words) {
    JsonObject json = new JsonObject();
    words.addTo(json);
    return json;
  }

  @Test
  void approximateNeighboursAreToldWithTheirRecallAndItsSample() {
    for (MapWords words :
        List.of(
            words(Tsne.standard(), tsne(Optional.of(SAMPLED))),
            words(Umap.standard(), umap(Optional.of(SAMPLED))))) {
      assertEquals(
          "Neighbours: approximate, recall 0.953 ± 0.004 (measured on 300 of 50,000 texts).",
          words.sentences().get(1));
      JsonObject json = json(words);
      assertEquals("approximate", json.get("neighbourGraph").getAsString());
      assertEquals(0.9534, json.get("graphRecall").getAsDouble());
      assertEquals(0.0042, json.get("graphRecallMargin").getAsDouble());
      assertEquals(300, json.get("graphRecallRows").getAsInt());
    }
  }

  @Test
  void aRecallOfEveryRowHasNoMargin() {
    MapWords words = words(Umap.standard(), umap(Optional.of(new GraphRecall(0.75, 0, 50_000))));
    assertEquals(
        "Neighbours: approximate, recall 0.750 (measured on 50,000 of 50,000 texts).",
        words.sentences().get(1));
    assertFalse(json(words).has("graphRecallMargin"));
  }

  @Test
  void exactNeighboursAreCalledSo() {
    for (MapWords words :
        List.of(
            words(Tsne.standard(), tsne(Optional.empty())),
            words(Umap.standard(), umap(Optional.empty())))) {
      assertEquals("Neighbours: exact.", words.sentences().get(1));
      assertEquals("exact", json(words).get("neighbourGraph").getAsString());
      assertFalse(json(words).has("graphRecall"));
    }
  }

  @Test
  void aWishForApproximateNeighboursThatFewTextsSetAsideIsTold() {
    GraphSearch approximate = new GraphSearch.Approximate(0.9);
    Umap umap = new Umap(15, 0.1, 1, 1, 200, Umap.Start.PCA, 42, approximate);
    Tsne tsne = new Tsne(30, 42, Tsne.Engine.AUTOMATIC, 50, 700, 4, 0, true, approximate);
    for (int texts : new int[] {3, 15_999}) {
      for (MapWords words :
          List.of(
              words(umap, umap(Optional.empty()), texts),
              words(tsne, tsne(Optional.empty()), texts))) {
        assertEquals(
            "The wish for approximate neighbours was set aside: with fewer than 16,000 texts exact"
                + " ones take no longer.",
            words.notes().getFirst());
        assertEquals("Neighbours: exact.", words.sentences().get(1));
        assertEquals("exact", json(words).get("neighbourGraph").getAsString());
      }
      assertFalse(
          words(Umap.standard(), umap(Optional.empty()), texts)
              .notes()
              .toString()
              .contains("set aside"),
          "automatic wishes for exact ones here");
    }
    assertEquals(
        "Neighbours: approximate, recall 0.953 ± 0.004 (measured on 300 of 16,000 texts).",
        words(umap, umap(Optional.of(SAMPLED)), 16_000).sentences().get(1));
  }

  @Test
  void partsOfAnApproximateGraphMayBeNone() {
    assertEquals(
        "The neighbour graph has 1,204 separate parts; where they stand to each other says"
            + " nothing.",
        parts(Optional.empty()));
    assertEquals(
        "The neighbour graph has 1,204 separate parts, some perhaps only for want of a missed"
            + " neighbour; where they stand to each other says nothing.",
        parts(Optional.of(SAMPLED)));
    assertEquals(1, words(Umap.standard(), umap(Optional.of(SAMPLED))).notes().size(), "one part");
  }

  private static String parts(Optional<GraphRecall> recall) {
    ProjectionFacts facts =
        new ProjectionFacts.OfUmap(15, 200, 200, 1.5, 0.9, 1, 1_204, false, recall);
    return words(Umap.standard(), facts).notes().getFirst();
  }

  /// From 501 points on some pairs are compared, long before some rows are measured.
  @Test
  void aRankCorrelationOfSomePairsSaysOfHowMany() {
    MapWords words =
        measured(1_000, new DistanceAgreement(new Estimate(0.29, 0.02), 49_500, 499_500));
    assertEquals(
        "Rank correlation of the distances in the space and on the map: 0.290 ± 0.020, of 49,500 of"
            + " 499,500 pairs.",
        words.sentences().get(2));
    assertEquals(
        List.of(
            "The rank correlation is that of 49,500 of 499,500 pairs, all within ten groups of"
                + " points drawn at random; ± is the 95 % interval."),
        words.notes());
    assertEquals(49_500, json(words).get("rankCorrelationPairs").getAsLong());
    assertEquals(0.02, json(words).get("rankCorrelationMargin").getAsDouble());
    MapWords whole = measured(400, new DistanceAgreement(Estimate.exact(0.29), 79_800, 79_800));
    assertEquals(
        "Rank correlation of the distances in the space and on the map: 0.290, of 79,800 pairs.",
        whole.sentences().get(2));
    assertEquals(List.of(), whole.notes());
    assertEquals(79_800, json(whole).get("rankCorrelationPairs").getAsLong());
  }

  private static MapWords measured(int texts, DistanceAgreement distances) {
    Estimate exact = Estimate.exact(0.9);
    Projection projection =
        new Projection(
            new Pca(),
            PlanarLayout.copyOf(new float[2 * texts]),
            new ProjectionFacts.OfPca(0.5, 0.25));
    return new MapWords(
        projection,
        Optional.of(
            new MapQuality(10, exact, exact, exact, distances, Optional.empty(), texts, texts)));
  }

  @Test
  void nothingIsClaimedOfNeighboursNobodyKnows() {
    Tsne library = new Tsne(30, 42, Tsne.Engine.LIBRARY, 250, 500, 12, 200);
    MapWords untold = words(library, new ProjectionFacts.OfTsne(30, 750, 750, Double.NaN));
    assertEquals("Neighbours: not told by the engine.", untold.sentences().get(1));
    assertFalse(json(untold).has("neighbourGraph"));
    assertEquals(
        Set.of("seed", "perplexity", "earlyIterations", "iterations", "allIterations", "engine"),
        json(untold).getAsJsonObject("settings").keySet(),
        "what the library minds");
    MapWords none = words(new Pca(), new ProjectionFacts.OfPca(0.5, 0.25));
    assertEquals(
        List.of("PCA: the axes carry 50.0 % and 25.0 % of the variance."), none.sentences());
    assertEquals(
        Set.of("settings", "firstVarianceShare", "secondVarianceShare"), json(none).keySet());
    assertTrue(none.notes().getFirst().contains("at least 3 points"), none.notes().toString());
  }
}
