package io.semascope.cli.projection;

import com.google.gson.JsonObject;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import java.util.List;
import java.util.Locale;

/// What a map was asked to be, seed included. Its names are those of the options that ask for it, in one word; `earlyIterations`, which no option sets, and
/// `turned`, whether the settings of a UMAP were turned while it ran, have no option.
public record MapSettings(ProjectionMethod method, ProjectionFacts facts) {
  public MapSettings(Projection map) {
    this(map.method(), map.facts());
  }

  /// Of PCA empty: it has none.
  public JsonObject json() {
    JsonObject json = new JsonObject();
    switch (method) {
      case Pca pca -> {}
      case Tsne tsne -> {
        json.addProperty("seed", tsne.seed());
        json.addProperty("perplexity", tsne.perplexity());
        json.addProperty("earlyIterations", tsne.earlyIterations());
        json.addProperty("iterations", tsne.iterations());
        json.addProperty("allIterations", !tsne.stopsWhenSettled());
        json.addProperty("engine", engine(tsne).name());
        if (tsne.engine() != Tsne.Engine.LIBRARY) {
          json.addProperty("exaggeration", tsne.exaggeration());
          json.addProperty("learningRate", tsne.learningRate());
          json.addProperty("neighbourGraph", tsne.graphSearch().text());
        }
      }
      case Umap umap -> {
        json.addProperty("seed", umap.seed());
        json.addProperty("neighbours", umap.neighbours());
        json.addProperty("minDist", umap.minDist());
        json.addProperty("spread", umap.spread());
        json.addProperty("repulsion", umap.repulsion());
        json.addProperty("epochs", umap.wantedEpochs());
        json.addProperty("start", start(umap).name());
        json.addProperty("neighbourGraph", umap.graphSearch().text());
        json.addProperty("turned", turned());
      }
    }
    return json;
  }

  /// The same for people, as “seed 42, perplexity 30, …”; of PCA “none”. Numbers stand as a person types them, so not in groups: an option takes them as they are.
  public String text() {
    return switch (method) {
      case Pca pca -> "none";
      case Tsne tsne -> String.join(", ", words(tsne));
      case Umap umap ->
          String.format(
              Locale.ROOT,
              "seed %d, %d neighbours, least distance %s, spread %s, repulsion %s, %d epochs,"
                  + " start %s, neighbour graph %s%s",
              umap.seed(),
              umap.neighbours(),
              plain(umap.minDist()),
              plain(umap.spread()),
              plain(umap.repulsion()),
              umap.wantedEpochs(),
              start(umap),
              umap.graphSearch().text(),
              turned()
                  ? "; some were turned while it ran, so these alone do not make it again"
                  : "");
    };
  }

  private boolean turned() {
    return facts instanceof ProjectionFacts.OfUmap umap && umap.turned();
  }

  /// The library minds neither exaggeration and learning rate nor the neighbour graph.
  private static List<String> words(Tsne tsne) {
    String common =
        String.format(
            Locale.ROOT,
            "seed %d, perplexity %s, %d + %s%d iterations",
            tsne.seed(),
            plain(tsne.perplexity()),
            tsne.earlyIterations(),
            tsne.stopsWhenSettled() ? "at most " : "",
            tsne.iterations());
    String engine = "engine " + engine(tsne);
    return tsne.engine() == Tsne.Engine.LIBRARY
        ? List.of(common, engine)
        : List.of(
            common,
            "exaggeration " + plain(tsne.exaggeration()),
            "learning rate "
                + (tsne.learningRate() == 0 ? "automatic" : plain(tsne.learningRate())),
            engine,
            "neighbour graph " + tsne.graphSearch().text());
  }

  private static TsneOptions.Engine engine(Tsne tsne) {
    return switch (tsne.engine()) {
      case AUTOMATIC -> TsneOptions.Engine.automatic;
      case FFT -> TsneOptions.Engine.fft;
      case BARNES_HUT -> TsneOptions.Engine.tree;
      case LIBRARY -> TsneOptions.Engine.library;
    };
  }

  private static UmapOptions.Start start(Umap umap) {
    return switch (umap.start()) {
      case SPECTRAL -> UmapOptions.Start.spectral;
      case PCA -> UmapOptions.Start.pca;
    };
  }

  /// As a person would type it.
  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
