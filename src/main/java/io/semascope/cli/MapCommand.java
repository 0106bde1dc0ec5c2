package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.neighbour.GraphSearch;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    tsne,
    umap
  }

  /// Where the points of a UMAP stand at first, by the names a script uses.
  enum Start {
    spectral,
    pca
  }

  /// The t-SNE engines by the names a script uses.
  enum Engine {
    automatic,
    fft,
    tree,
    library
  }

  private static final String NEIGHBOUR_GRAPH = "--neighbour-graph";

  /// More than anybody waits for.
  private static final int MOST_ITERATIONS = 1_000_000;

  /// Options that mean something to one method only.
  private static final Map<Method, List<String>> OWN_OPTIONS =
      Map.of(
          Method.tsne,
          List.of("--perplexity", "--iterations", "--all-iterations", "--engine"),
          Method.umap,
          List.of("--neighbours", "--min-dist", "--spread", "--repulsion", "--epochs", "--start"));

  /// Two points are each other's only neighbours in any picture.
  private static final int FEWEST_FOR_QUALITY = 3;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(
      names = "--method",
      required = true,
      paramLabel = "METHOD",
      description = "${COMPLETION-CANDIDATES}.")
  private Method method = Method.pca;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Seed of t-SNE and UMAP (default: 42); PCA needs none.")
  private long seed;

  @Option(
      names = "--perplexity",
      defaultValue = "30",
      paramLabel = "P",
      description = "How many neighbours each point of a t-SNE minds (default: 30).")
  private double perplexity;

  @Option(
      names = "--iterations",
      defaultValue = "700",
      paramLabel = "N",
      description = "Iterations of a t-SNE after its first 50, at most (default: 700).")
  private int iterations;

  @Option(
      names = "--all-iterations",
      description =
          "Do all iterations of a t-SNE; without it the run ends when its divergence falls by less"
              + " than 0.4 %% in 50 iterations.")
  private boolean allIterations;

  @Option(
      names = "--engine",
      defaultValue = "automatic",
      paramLabel = "ENGINE",
      description =
          "Who computes a t-SNE: ${COMPLETION-CANDIDATES} (default: automatic; fft or"
              + " tree for the repulsion; library is bh-tsne).")
  private Engine engine = Engine.automatic;

  @Option(
      names = NEIGHBOUR_GRAPH,
      defaultValue = "automatic",
      paramLabel = "HOW",
      description =
          "Neighbours of a t-SNE or UMAP: automatic, exact, or the recall wanted of approximate"
              + " ones, between 0.5 and 1 (default: automatic, exact below 100,000 texts).")
  private String neighbourGraph = "automatic";

  @Option(
      names = "--resume",
      description =
          "Go on with the t-SNE of this workspace that was stopped before its end, with the"
              + " settings it was begun with, and keep the result; momentum and gains begin anew.")
  private boolean resume;

  @Option(
      names = "--neighbours",
      defaultValue = "15",
      paramLabel = "K",
      description =
          "How many nearest points make up a neighbourhood of a UMAP, the point itself counted"
              + " (default: 15).")
  private int neighbours;

  @Option(
      names = "--min-dist",
      defaultValue = "0.1",
      paramLabel = "D",
      description = "How near the points of a UMAP may come, up to the spread (default: 0.1).")
  private double minDist;

  @Option(
      names = "--spread",
      defaultValue = "1",
      paramLabel = "D",
      description = "How far apart the clusters of a UMAP stand (default: 1).")
  private double spread;

  @Option(
      names = "--repulsion",
      defaultValue = "1",
      paramLabel = "G",
      description = "How hard a UMAP pushes points apart against pulling (default: 1).")
  private double repulsion;

  @Option(
      names = "--epochs",
      defaultValue = "0",
      paramLabel = "N",
      description = "Epochs of a UMAP (default: 500, which 0 stands for).")
  private int epochs;

  @Option(
      names = "--start",
      defaultValue = "spectral",
      paramLabel = "START",
      description =
          "Where the points of a UMAP stand at first: ${COMPLETION-CANDIDATES} (default:"
              + " spectral).")
  private Start start = Start.spectral;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "X",
      description = "X.csv (id,x,y,label,category), X.png or X.svg.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  MapCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    requireOwnOptions();
    ProjectionMethod wanted = wanted();
    if (resume) {
      requireNothingElseAsked();
    }
    workspace.open(session, this);
    List<String> notes = new ArrayList<>();
    Projection projection =
        awaitMap(
            session,
            resume ? session.resumeLayout(out) : session.sketchLayout(wanted, out),
            notes::add);
    // Measured first: the picture says how far it can be trusted.
    Optional<MapQuality> quality =
        projection.layout().count() < FEWEST_FOR_QUALITY
            ? Optional.empty()
            : Optional.of(await(session.measureQuality()));
    await(session.exportMap(out));
    return describe(quality, projection, notes);
  }

  @Override
  ProblemReport stopped(SessionState last) {
    return MapWords.stopped(last, out);
  }

  /// An option that would change nothing is a mistake that should be told.
  private void requireOwnOptions() {
    OWN_OPTIONS.forEach(
        (owner, options) ->
            options.stream()
                .filter(option -> owner != method)
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .forEach(
                    option -> {
                      throw ArgumentRefused.because(
                          spec,
                          "%s goes with --method %s, and the method asked for is %s."
                              .formatted(option, owner, method),
                          "Leave it out or ask for that method");
                    }));
  }

  /// The stopped run has its settings already.
  private void requireNothingElseAsked() {
    List<String> settings =
        List.of(
            "--seed",
            "--perplexity",
            "--iterations",
            "--all-iterations",
            "--engine",
            NEIGHBOUR_GRAPH);
    boolean asked =
        settings.stream().anyMatch(spec.commandLine().getParseResult()::hasMatchedOption);
    if (method != Method.tsne || asked) {
      throw ArgumentRefused.because(
          spec,
          "--resume goes with --method tsne only, and with none of "
              + String.join(", ", settings)
              + ".",
          "Leave the others out: the run has the settings it was begun with");
    }
  }

  private Answer describe(
      Optional<MapQuality> measured, Projection projection, List<String> notes) {
    MapWords words = new MapWords(projection, measured);
    JsonObject json = new JsonObject();
    json.addProperty("method", projection.method().key());
    json.addProperty("count", projection.layout().count());
    json.addProperty("out", out.toString());
    words.addTo(json);
    List<String> headline = new ArrayList<>(words.sentences());
    notes.addAll(factNotes(projection.facts()));
    notes.addAll(words.notes());
    headline.add("Wrote " + out + ".");
    return new Answer(json, headline, List.of(), List.of(), notes);
  }

  /// The engine uses less than was asked for when there are too few points.
  private List<String> factNotes(ProjectionFacts facts) {
    return switch (facts) {
      case ProjectionFacts.OfPca pca -> List.of();
      case ProjectionFacts.OfTsne tsne when resume ->
          List.of(
              "Gone on with from where it was stopped. Momentum and gains began anew there, so the"
                  + " picture is not that of a run without a stop.");
      case ProjectionFacts.OfTsne tsne when tsne.perplexity() < perplexity ->
          List.of(
              String.format(
                  Locale.ROOT,
                  "Perplexity %.1f was used instead of %.1f: it can be at most a third of the"
                      + " other points.",
                  tsne.perplexity(),
                  perplexity));
      case ProjectionFacts.OfTsne tsne -> List.of();
      case ProjectionFacts.OfUmap umap when umap.neighbours() < neighbours ->
          List.of(
              String.format(
                  Locale.ROOT,
                  "%d neighbours were used instead of %d: there are no more points.",
                  umap.neighbours(),
                  neighbours));
      case ProjectionFacts.OfUmap umap -> List.of();
    };
  }

  private ProjectionMethod wanted() {
    GraphSearch search = graphSearch();
    return switch (method) {
      case pca -> new Pca();
      case tsne -> wantedTsne(search);
      case umap -> wantedUmap(search);
    };
  }

  private Tsne wantedTsne(GraphSearch search) {
    require(
        perplexity >= 2 && Double.isFinite(perplexity),
        "--perplexity",
        "a number of at least 2; more than a third of the texts is lowered to that");
    require(
        iterations >= 1 && iterations <= MOST_ITERATIONS,
        "--iterations",
        String.format(Locale.ROOT, "a whole number from 1 to %,d", MOST_ITERATIONS));
    Tsne usual = Tsne.standard();
    return new Tsne(
        perplexity,
        seed,
        switch (engine) {
          case automatic -> Tsne.Engine.AUTOMATIC;
          case fft -> Tsne.Engine.FFT;
          case tree -> Tsne.Engine.BARNES_HUT;
          case library -> Tsne.Engine.LIBRARY;
        },
        usual.earlyIterations(),
        iterations,
        usual.exaggeration(),
        usual.learningRate(),
        !allIterations,
        search);
  }

  private void require(boolean possible, String option, String wanted) {
    if (!possible) {
      throw ArgumentRefused.value(spec, option, wanted);
    }
  }

  private GraphSearch graphSearch() {
    boolean looksNot = method == Method.pca || (method == Method.tsne && engine == Engine.library);
    if (looksNot && spec.commandLine().getParseResult().hasMatchedOption(NEIGHBOUR_GRAPH)) {
      throw ArgumentRefused.because(
          spec,
          method == Method.pca
              ? "PCA needs no neighbours, so --neighbour-graph would change nothing."
              : "--engine library looks for neighbours in its own way, whatever --neighbour-graph"
                  + " says.",
          "Leave it out or ask for another method or engine");
    }
    try {
      return GraphSearch.of(neighbourGraph);
    } catch (IllegalArgumentException e) {
      throw ArgumentRefused.value(
          spec,
          NEIGHBOUR_GRAPH,
          "automatic, exact, or the recall wanted of approximate neighbours: more than 0.5 and less"
              + " than 1");
    }
  }

  private Umap wantedUmap(GraphSearch search) {
    require(neighbours >= 2, "--neighbours", "a whole number of at least 2");
    require(
        spread >= Umap.SMALLEST && spread <= Umap.LARGEST,
        "--spread",
        "a number from %s to %.0f".formatted(Umap.SMALLEST, Umap.LARGEST));
    boolean curved = Umap.isCurve(minDist, spread);
    require(
        curved || spec.commandLine().getParseResult().hasMatchedOption("--min-dist"),
        "--spread",
        "a number from the least distance, which is %s, to %.0f".formatted(minDist, Umap.LARGEST));
    require(curved, "--min-dist", "a number from 0 to the spread, which is %s".formatted(spread));
    require(
        Umap.isRepulsion(repulsion),
        "--repulsion",
        "a number from 0 to %.0f".formatted(Umap.LARGEST));
    require(
        epochs >= 0 && epochs <= Umap.MOST_EPOCHS,
        "--epochs",
        String.format(Locale.ROOT, "a whole number from 0 to %,d", Umap.MOST_EPOCHS));
    return new Umap(
        neighbours,
        minDist,
        spread,
        repulsion,
        epochs,
        switch (start) {
          case spectral -> Umap.Start.SPECTRAL;
          case pca -> Umap.Start.PCA;
        },
        seed,
        search);
  }
}
