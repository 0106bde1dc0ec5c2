package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.session.Session;
import io.semascope.space.VectorSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `semascope export`: vectors and units for other tools.
@Command(
    name = "export",
    description =
        "Write the vectors of a space (float32, C order .npy) and its units (.tsv) in the same"
            + " order.")
final class ExportCommand extends SessionCommand {
  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "OUT.npy",
      description = "The vectors.")
  private Path vectors = Path.of("");

  @Option(names = "--units", required = true, paramLabel = "OUT.tsv", description = "The units.")
  private Path units = Path.of("");

  ExportCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    workspace.open(session, this);
    VectorSpace space = await(session.exportVectors(vectors, units));
    JsonObject json = Answers.origin(space.origin(), space.dimension(), space.count());
    json.addProperty("vectors", vectors.toString());
    json.addProperty("units", units.toString());
    return new Answer(
        json,
        List.of(
            String.format(
                Locale.ROOT,
                "Wrote %s of %d dimensions to %s and their units to %s.",
                Answers.counted(space.count(), "vector"),
                space.dimension(),
                vectors,
                units)),
        List.of(),
        List.of(),
        List.of());
  }
}
