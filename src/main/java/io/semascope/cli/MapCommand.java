package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `semascope map`: a picture of a space as a table or an image.
@Command(
    name = "map",
    description =
        "Project a space to two dimensions and write the picture; the same seed gives the same"
            + " picture.")
final class MapCommand extends SessionCommand {
  /// The methods by the names a script uses.
  enum Method {
    pca,
    tsne
  }

  /// The t-SNE engines by the names a script uses.
  enum Engine {
    own,
    library
  }

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--method", required = true, description = "${COMPLETION-CANDIDATES}.")
  private Method method = Method.pca;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Seed of t-SNE (default: 42); PCA needs none.")
  private long seed;

  @Option(
      names = "--perplexity",
      defaultValue = "30",
      paramLabel = "P",
      description = "How many neighbours each point of a t-SNE minds (default: 30).")
  private double perplexity;

  @Option(
      names = "--iterations",
      defaultValue = "500",
      paramLabel = "N",
      description = "Iterations of a t-SNE after its first 250 (default: 500).")
  private int iterations;

  @Option(
      names = "--engine",
      defaultValue = "own",
      description =
          "Who computes a t-SNE: ${COMPLETION-CANDIDATES} (default: own; library is bh-tsne).")
  private Engine engine = Engine.own;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "X",
      description = "X.csv (id,x,y), X.png or X.svg.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  MapCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    ProjectionMethod wanted = wanted();
    workspace.open(session, this);
    Projection projection = await(session.startLayout(wanted)).orElseThrow();
    MapQuality quality = await(session.measureQuality());
    await(session.exportMap(out));
    JsonObject json = new JsonObject();
    json.addProperty("method", projection.method().key());
    json.addProperty("count", projection.layout().count());
    json.addProperty("out", out.toString());
    json.addProperty("trustworthiness", quality.trustworthiness());
    json.addProperty("neighboursKept", quality.kept());
    json.addProperty("qualityNeighbours", quality.k());
    addFacts(json, projection.facts());
    return new Answer(
        json,
        List.of(
            facts(projection.facts()),
            String.format(
                Locale.ROOT,
                "Trustworthiness %.3f; %.1f %% of the %d nearest neighbours are kept.",
                quality.trustworthiness(),
                quality.kept() * 100,
                quality.k()),
            "Wrote " + out + "."),
        List.of(),
        List.of(),
        quality.sampled()
            ? List.of("Map quality was measured on " + quality.measuredRows() + " points.")
            : List.of());
  }

  private ProjectionMethod wanted() {
    return switch (method) {
      case pca -> new Pca();
      case tsne -> {
        try {
          Tsne usual = Tsne.standard();
          yield new Tsne(
              perplexity,
              seed,
              switch (engine) {
                case own -> Tsne.Engine.BARNES_HUT;
                case library -> Tsne.Engine.LIBRARY;
              },
              usual.earlyIterations(),
              iterations,
              usual.exaggeration(),
              usual.learningRate());
        } catch (IllegalArgumentException e) {
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "Not possible: perplexity must be at least 2 and iterations at least 1.",
              e);
        }
      }
    };
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
              "t-SNE: perplexity %.1f, %d of %d iterations, KL divergence %s.",
              tsne.perplexity(),
              tsne.iterations(),
              tsne.plannedIterations(),
              Double.isNaN(tsne.divergence())
                  ? "not told by the engine"
                  : String.format(Locale.ROOT, "%.3f nats", tsne.divergence()));
    };
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
        if (!Double.isNaN(tsne.divergence())) {
          json.addProperty("divergence", tsne.divergence());
        }
      }
    }
  }
}
