package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.cli.projection.MapSettings;
import io.semascope.cli.refusal.GivenValues;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.ClassAgreement;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.SessionState;
import io.semascope.vector.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a map in sentences and in JSON.
///
/// @param measured how far it can be trusted; empty when it has too few points to say
record MapWords(Projection projection, Optional<MapQuality> measured) {
  /// Values, and beside each measured on some points only its margin: half the width of the 95 % interval.
  void addTo(JsonObject json) {
    json.add("settings", new MapSettings(projection).json());
    addFacts(json, projection.facts());
    addNeighbours(json);
    measured.ifPresent(quality -> addQuality(json, quality));
  }

  private static void addFacts(JsonObject json, ProjectionFacts facts) {
    switch (facts) {
      case ProjectionFacts.OfPca pca -> {
        json.addProperty("firstVarianceShare", pca.firstShare());
        json.addProperty("secondVarianceShare", pca.secondShare());
      }
      case ProjectionFacts.OfTsne tsne -> {
        json.addProperty("perplexity", tsne.perplexity());
        json.addProperty("iterations", tsne.iterations());
        json.addProperty("plannedIterations", tsne.plannedIterations());
        json.addProperty("settled", tsne.settled());
        if (!Double.isNaN(tsne.divergence())) {
          json.addProperty("divergence", tsne.divergence());
        }
      }
      case ProjectionFacts.OfUmap umap -> {
        json.addProperty("neighbours", umap.neighbours());
        json.addProperty("epochs", umap.epochs());
        json.addProperty("a", umap.a());
        json.addProperty("b", umap.b());
        json.addProperty("repulsion", umap.repulsion());
        json.addProperty("components", umap.components());
      }
    }
  }

  private void addNeighbours(JsonObject json) {
    switch (neighbours()) {
      case NONE, UNTOLD -> {}
      case EXACT -> json.addProperty("neighbourGraph", "exact");
      case APPROXIMATE -> {
        json.addProperty("neighbourGraph", "approximate");
        GraphRecall recall = projection.facts().recall().orElseThrow();
        json.addProperty("graphRecall", recall.value());
        if (recall.margin() > 0) {
          json.addProperty("graphRecallMargin", recall.margin());
        }
        json.addProperty("graphRecallRows", recall.rows());
      }
    }
  }

  /// What the picture was made from.
  private enum Neighbours {
    NONE,
    /// The engine does not tell.
    UNTOLD,
    EXACT,
    APPROXIMATE
  }

  private Neighbours neighbours() {
    return switch (projection.method()) {
      case Pca pca -> Neighbours.NONE;
      case Tsne tsne when tsne.engine() == Tsne.Engine.LIBRARY -> Neighbours.UNTOLD;
      case Tsne tsne -> told();
      case Umap umap -> told();
    };
  }

  private Neighbours told() {
    return projection.facts().recall().isPresent() ? Neighbours.APPROXIMATE : Neighbours.EXACT;
  }

  private static void addQuality(JsonObject json, MapQuality quality) {
    add(json, "trustworthiness", quality.trustworthiness());
    add(json, "continuity", quality.continuity());
    add(json, "neighboursKept", quality.kept());
    add(json, "rankCorrelation", quality.distances().rankCorrelation());
    json.addProperty("rankCorrelationPairs", quality.distances().pairs());
    quality
        .classAgreement()
        .ifPresent(
            agreement -> {
              add(json, "classAgreementOnMap", agreement.onMap());
              add(json, "classAgreementInSpace", agreement.inSpace());
              json.addProperty("classes", agreement.classes());
            });
    json.addProperty("qualityNeighbours", quality.k());
    json.addProperty("qualityPoints", quality.measuredRows());
  }

  private static void add(JsonObject json, String name, Estimate estimate) {
    json.addProperty(name, estimate.value());
    if (estimate.margin() > 0) {
      json.addProperty(name + "Margin", estimate.margin());
    }
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(List.of(facts(projection.facts())));
    switch (neighbours()) {
      case NONE -> {}
      case UNTOLD -> sentences.add("Neighbours: not told by the engine.");
      case EXACT -> sentences.add("Neighbours: exact.");
      case APPROXIMATE ->
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "Neighbours: approximate, %s (measured on %,d of %,d texts).",
                  projection.facts().recallText().orElseThrow(),
                  projection.facts().recall().orElseThrow().rows(),
                  projection.layout().count()));
    }
    if (!(projection.method() instanceof Pca)) {
      sentences.add("Settings: " + new MapSettings(projection).text() + ".");
    }
    measured.ifPresent(quality -> addSentences(quality, sentences));
    return sentences;
  }

  private static String facts(ProjectionFacts facts) {
    return switch (facts) {
      case ProjectionFacts.OfPca pca ->
          String.format(
              Locale.ROOT,
              "PCA: the axes carry %.1f %% and %.1f %% of the variance.",
              pca.firstShare() * 100,
              pca.secondShare() * 100);
      case ProjectionFacts.OfTsne tsne ->
          String.format(
              Locale.ROOT,
              "t-SNE: perplexity %s, %s, KL divergence %s.",
              perplexity(tsne.perplexity()),
              tsne.settled()
                  ? String.format(
                      Locale.ROOT,
                      "stopped at iteration %,d of at most %,d because its divergence fell by less"
                          + " than 0.4 %% in 50 iterations",
                      tsne.iterations(),
                      tsne.plannedIterations())
                  : String.format(
                      Locale.ROOT,
                      "%,d of %,d iterations",
                      tsne.iterations(),
                      tsne.plannedIterations()),
              Double.isNaN(tsne.divergence())
                  ? "not told by the engine"
                  : String.format(Locale.ROOT, "%.3f nats", tsne.divergence()));
      case ProjectionFacts.OfUmap umap ->
          String.format(
              Locale.ROOT,
              "UMAP: %,d neighbours, %,d of %,d epochs, curve a = %.3f and b = %.3f.",
              umap.neighbours(),
              umap.epochs(),
              umap.plannedEpochs(),
              umap.a(),
              umap.b());
    };
  }

  /// To one digit behind the point, where there is one.
  private static String perplexity(double value) {
    return GivenValues.plain(Math.round(value * 10) / 10.0);
  }

  private static void addSentences(MapQuality quality, List<String> sentences) {
    sentences.add(
        String.format(
            Locale.ROOT,
            "Trustworthiness %s, continuity %s; %s %% of the %d nearest neighbours are kept.",
            quality.trustworthiness().text(3),
            quality.continuity().text(3),
            quality.kept().ofHundred(1),
            quality.k()));
    DistanceAgreement distances = quality.distances();
    sentences.add(
        String.format(
            Locale.ROOT,
            "Rank correlation of the distances in the space and on the map: %s, of %,d %spairs.",
            distances.rankCorrelation().text(3),
            distances.pairs(),
            distances.sampled()
                ? String.format(Locale.ROOT, "of %,d ", distances.allPairs())
                : ""));
    quality
        .classAgreement()
        .ifPresent(agreement -> sentences.add(sentence(agreement, quality.k())));
  }

  private static String sentence(ClassAgreement agreement, int k) {
    return String.format(
        Locale.ROOT,
        "Of the %d nearest points on the map %s %% share a point's category, of the %d nearest"
            + " texts in the space %s %%.",
        k,
        agreement.onMap().ofHundred(1),
        k,
        agreement.inSpace().ofHundred(1));
  }

  /// Where the engine used less than was asked for, because there are too few points.
  List<String> lowered() {
    return switch (projection.facts()) {
      case ProjectionFacts.OfTsne used
          when projection.method() instanceof Tsne asked
              && used.perplexity() < asked.perplexity() ->
          List.of(
              String.format(
                  Locale.ROOT,
                  "Perplexity %s was used instead of %s: it can be at most a third of the other"
                      + " points.",
                  perplexity(used.perplexity()),
                  perplexity(asked.perplexity())));
      case ProjectionFacts.OfUmap used
          when projection.method() instanceof Umap asked
              && used.neighbours() < asked.neighbours() ->
          List.of(
              String.format(
                  Locale.ROOT,
                  "%,d neighbours were used instead of %,d: there are no more points.",
                  used.neighbours(),
                  asked.neighbours()));
      case ProjectionFacts.OfPca pca -> List.of();
      case ProjectionFacts.OfTsne tsne -> List.of();
      case ProjectionFacts.OfUmap umap -> List.of();
    };
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (projection.exactInsteadOfApproximate()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The wish for approximate neighbours was set aside: with fewer than %,d texts exact"
                  + " ones take no longer.",
              GraphSearch.FEWEST_FOR_APPROXIMATE));
    }
    if (projection.facts() instanceof ProjectionFacts.OfUmap umap && umap.components() > 1) {
      notes.add(parts(umap));
    }
    if (measured.isEmpty()) {
      notes.add("Map quality was not measured: it needs at least 3 points.");
    }
    measured
        .filter(MapQuality::sampled)
        .ifPresent(
            quality ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "Map quality was measured on %,d of %,d points drawn at random; ± is the 95"
                            + " %% interval.",
                        quality.measuredRows(),
                        quality.count())));
    measured
        .map(MapQuality::distances)
        .filter(DistanceAgreement::sampled)
        .ifPresent(
            distances ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "The rank correlation is that of %,d of %,d pairs, all within ten groups of"
                            + " points drawn at random; ± is the 95 %% interval.",
                        distances.pairs(),
                        distances.allPairs())));
    return notes;
  }

  private static String parts(ProjectionFacts.OfUmap umap) {
    return String.format(
        Locale.ROOT,
        "The neighbour graph has %,d separate parts%s; where they stand to each other says"
            + " nothing.",
        umap.components(),
        umap.recall().isPresent() ? ", some perhaps only for want of a missed neighbour" : "");
  }

  /// That the workspace keeps another map of the method, and how to have this one kept.
  static String notKept(Projection kept) {
    return String.format(
        Locale.ROOT,
        "The workspace does not keep this map: it keeps the one by “%s” that it had%s. The same"
            + " command with %s puts this map in its place.",
        kept.method().key(),
        kept.method() instanceof Pca ? "" : " (" + new MapSettings(kept).text() + ")",
        MapCommand.KEEP);
  }

  /// What is said of a map that was stopped before it was written.
  ///
  /// @param last the state when all work had ended
  /// @param method key of that of the map
  /// @param lost whether the finished map could not be stored
  static ProblemReport stopped(SessionState last, String method, Path out, boolean lost) {
    String nothing = "Nothing was written to " + out;
    boolean finished =
        !lost
            && last.projection()
                .filter(map -> map.method().key().equals(method) && !map.unfinished())
                .isPresent();
    if (finished) {
      return SessionCommand.stopped(
          nothing + "; the workspace keeps a finished map by “" + method + "”.",
          "Start the command again.");
    }
    return last.interrupted()
        .filter(left -> left.method().key().equals(method))
        .map(Projection::facts)
        .filter(ProjectionFacts.OfTsne.class::isInstance)
        .map(ProjectionFacts.OfTsne.class::cast)
        .map(
            left ->
                SessionCommand.stopped(
                    String.format(
                        Locale.ROOT,
                        "%s; the workspace keeps a t-SNE that was left at iteration %,d of %,d.",
                        nothing,
                        left.iterations(),
                        left.plannedIterations()),
                    "Go on with that one by --method tsne --resume, or start the command again."))
        .orElseGet(
            () ->
                SessionCommand.stopped(
                    nothing + ", and nothing is kept of this map.", "Start the command again."));
  }
}
