package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.cli.projection.MapSettings;
import io.semascope.cli.projection.TsneOptions;
import io.semascope.cli.projection.UmapOptions;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.MapFlewApart;
import io.semascope.cli.refusal.MayBeEmpty;
import io.semascope.job.Job;
import io.semascope.neighbour.GraphSearch;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.quality.MapQuality;
import io.semascope.session.ExportMap;
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

  /// The option that replaces what is kept.
  static final String KEEP = "--keep";

  private static final String NEIGHBOUR_GRAPH = "--neighbour-graph";

  /// Options that mean something to one method only.
  private static final Map<Method, List<String>> OWN_OPTIONS =
      Map.of(Method.tsne, TsneOptions.NAMES, Method.umap, UmapOptions.NAMES);

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

  @Mixin private TsneOptions tsne = new TsneOptions();

  @Mixin private UmapOptions umap = new UmapOptions();

  @Option(
      names = NEIGHBOUR_GRAPH,
      defaultValue = "automatic",
      paramLabel = "HOW",
      description =
          "Neighbours of a t-SNE or UMAP: automatic, exact, or the recall wanted of approximate"
              + " ones, between 0.5 and 1 (default: automatic, exact below 100,000 texts).")
  @MayBeEmpty
  private String neighbourGraph = "automatic";

  @Option(
      names = "--resume",
      description =
          "Go on with the t-SNE of this workspace that was stopped before its end, with the"
              + " settings it was begun with, and keep the result; momentum and gains begin anew.")
  private boolean resume;

  @Option(
      names = KEEP,
      description =
          "Keep this map in the workspace, as the window does, in place of the one it has by this"
              + " method; without it a finished one that is there stays.")
  private boolean keep;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "X",
      description = "X.csv (id,x,y,label,category), X.png or X.svg.")
  private Path out = Path.of("");

  /// Whether the finished map could not be stored.
  private volatile boolean lost;

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
    ExportMap.requireWritable(out);
    workspace.open(session, this);
    List<String> notes = new ArrayList<>();
    Projection projection = map(session, wanted, notes);
    lost = !notes.isEmpty();
    // Measured first: the picture says how far it can be trusted.
    Optional<MapQuality> quality =
        projection.layout().count() < FEWEST_FOR_QUALITY
            ? Optional.empty()
            : Optional.of(await(session.measureQuality()));
    await(session.exportMap(out));
    Optional<Projection> kept =
        lost ? Optional.empty() : await(session.keptLayout(projection.method()));
    MapWords words = new MapWords(projection, quality);
    kept.filter(other -> !projection.samePicture(other))
        .map(MapWords::notKept)
        .ifPresent(notes::add);
    return describe(words, kept, notes);
  }

  private Projection map(Session session, ProjectionMethod wanted, List<String> notes) {
    try {
      return awaitMap(session, job(session, wanted), notes::add);
    } catch (LayoutDiverged apart) {
      throw resume ? MapFlewApart.resumed(apart) : MapFlewApart.begun(apart, wanted);
    }
  }

  private Job<Optional<Projection>> job(Session session, ProjectionMethod wanted) {
    if (resume) {
      return session.resumeLayout();
    }
    return session.sketchLayout(wanted, keep);
  }

  @Override
  ProblemReport stopped(SessionState last) {
    return MapWords.stopped(last, method.name(), out, lost);
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
    if (keep) {
      throw ArgumentRefused.because(
          spec,
          "--resume keeps its result anyway, so " + KEEP + " would change nothing.",
          "Leave it out");
    }
    List<String> settings = new ArrayList<>(List.of("--seed", NEIGHBOUR_GRAPH));
    settings.addAll(TsneOptions.NAMES);
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

  /// @param kept the map of this method that the workspace keeps
  private Answer describe(MapWords words, Optional<Projection> kept, List<String> notes) {
    Projection projection = words.projection();
    JsonObject json = new JsonObject();
    json.addProperty("method", projection.method().key());
    json.addProperty("count", projection.layout().count());
    json.addProperty("out", out.toString());
    json.addProperty("kept", kept.filter(projection::samePicture).isPresent());
    kept.filter(other -> !projection.samePicture(other))
        .ifPresent(other -> json.add("keptSettings", new MapSettings(other).json()));
    words.addTo(json);
    List<String> headline = new ArrayList<>(words.sentences());
    if (resume) {
      notes.add(
          "Gone on with from where it was stopped. Momentum and gains began anew there, so the"
              + " picture is not that of a run without a stop.");
    } else {
      notes.addAll(words.lowered());
    }
    notes.addAll(words.notes());
    headline.add("Wrote " + out + ".");
    return new Answer(json, headline, List.of(), List.of(), notes);
  }

  private ProjectionMethod wanted() {
    GraphSearch search = graphSearch();
    return switch (method) {
      case pca -> new Pca();
      case tsne -> tsne.wanted(spec, seed, search);
      case umap -> umap.wanted(spec, seed, search);
    };
  }

  private GraphSearch graphSearch() {
    boolean looksNot =
        method == Method.pca || (method == Method.tsne && !tsne.looksForNeighbours());
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
}
