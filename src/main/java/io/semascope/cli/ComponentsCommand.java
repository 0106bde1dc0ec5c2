package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.projection.variance.ComponentShares;
import io.semascope.session.Session;
import io.semascope.session.components.FileComponents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `semascope components`: how much of a space's variance lies along each of its principal components.
@Command(
    name = "components",
    description =
        "Show how much of a space's variance lies along each principal component, and write"
            + " vectors of fewer dimensions. Variance is not meaning: what varies little may"
            + " still tell neighbours apart.")
final class ComponentsCommand extends SessionCommand {
  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /// Whose vectors.
  static final class Source {
    @ArgGroup(exclusive = false)
    private @Nullable WorkspaceOption workspace;

    @ArgGroup(exclusive = false)
    private @Nullable VectorFile file;
  }

  /// Vectors without a workspace.
  static final class VectorFile {
    @Option(
        names = "--from",
        required = true,
        paramLabel = "IN.npy",
        description =
            "The vectors of a file instead of a workspace. One that takes more than a quarter of"
                + " the memory allowed is read in parts.")
    private Path vectors = Path.of("");

    @Option(
        names = "--in-parts",
        description = "Read the file in parts even if there is room for all of it.")
    private boolean inParts;
  }

  @Option(
      names = "--top",
      defaultValue = "10",
      paramLabel = "N",
      description = "How many components to show (default: 10); JSON has all of them.")
  @NumberLimits(least = 1)
  private int top = 10;

  @ArgGroup(exclusive = false)
  private @Nullable Written written;

  /// Where smaller vectors go.
  static final class Written {
    @Option(
        names = "--keep",
        required = true,
        paramLabel = "K",
        description = "Write the vectors on their first K components.")
    @NumberLimits(least = 1)
    private int keep = 1;

    @Option(
        names = "--vectors",
        required = true,
        paramLabel = "OUT.npy",
        description = "Where to write them.")
    private Path vectors = Path.of("");

    @Option(
        names = "--units",
        paramLabel = "OUT.tsv",
        description = "Where to write their units; the rows of --from are those of the file.")
    private @Nullable Path units;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  ComponentsCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    Written to = written;
    if (source.file != null) {
      return ofFile(session, source.file);
    }
    if (to != null && to.units == null) {
      throw ArgumentRefused.because(
          spec,
          "The vectors of a workspace are written beside their units, and “--units=OUT.tsv” was"
              + " not given.",
          "Add it");
    }
    if (source.workspace != null) {
      source.workspace.open(session, this);
    }
    if (to == null || to.units == null) {
      return describe(await(session.inspect().components()), List.of());
    }
    ComponentShares components =
        await(session.inspect().writeOnComponents(to.vectors, to.units, to.keep));
    return describe(
        components, List.of(wrote(to, components) + " and their units to " + to.units + "."));
  }

  private static String wrote(Written to, ComponentShares components) {
    return String.format(
        Locale.ROOT,
        "Wrote the vectors on their first %,d components, which carry %.1f %% of the variance, to"
            + " %s",
        to.keep,
        components.cumulativeShare(to.keep) * 100,
        to.vectors);
  }

  private Answer ofFile(Session session, VectorFile file) {
    Written to = written;
    if (to != null && to.units != null) {
      throw ArgumentRefused.because(
          spec,
          "--units writes the units of a workspace, and the rows of --from are those of its file.",
          "Leave --units out");
    }
    FileComponents found =
        to == null
            ? await(session.inspect().componentsOfFile(file.vectors, file.inParts))
            : await(
                session
                    .inspect()
                    .writeFileOnComponents(
                        new FileComponents.Wish(file.vectors, file.inParts, to.keep, to.vectors)));
    List<String> said = new ArrayList<>();
    if (to != null) {
      said.add(wrote(to, found.shares()) + ", row by row as the file has them.");
    }
    if (found.parts() > 1) {
      said.add(
          String.format(
              Locale.ROOT,
              "Read%s in %,d parts of at most %,d bytes.",
              to == null ? "" : " twice",
              found.parts(),
              found.partBytes()));
    }
    Answer answer = describe(found.shares(), said);
    answer.json().addProperty("parts", found.parts());
    return new Answer(
        answer.json(),
        answer.headline(),
        answer.header(),
        answer.rows(),
        found.notes(),
        answer.counts());
  }

  private Answer describe(ComponentShares components, List<String> wrote) {
    JsonArray all = new JsonArray();
    List<List<String>> rows = new ArrayList<>();
    for (int rank = 0; rank < components.count(); rank++) {
      double cumulative = components.cumulativeShare(rank + 1);
      JsonObject json = new JsonObject();
      json.addProperty("component", rank + 1);
      json.addProperty("variance", components.variances().get(rank));
      json.addProperty("share", components.share(rank));
      json.addProperty("cumulativeShare", cumulative);
      all.add(json);
      if (rank < top) {
        rows.add(
            List.of(
                String.valueOf(rank + 1),
                String.format(Locale.ROOT, "%.6f", components.variances().get(rank)),
                percent(components.share(rank)),
                percent(cumulative)));
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("count", components.rows());
    json.addProperty("totalVariance", components.totalVariance());
    json.add("components", all);
    List<String> headline = new ArrayList<>();
    headline.add(
        String.format(
            Locale.ROOT,
            "Principal components of %,d vectors of %d dimensions; total variance %.6f.",
            components.rows(),
            components.count(),
            components.totalVariance()));
    headline.addAll(wrote);
    return new Answer(
        json, headline, List.of("component", "variance", "share", "cumulative"), rows, List.of());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
