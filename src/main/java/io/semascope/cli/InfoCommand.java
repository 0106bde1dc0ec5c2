package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.session.Session;
import io.semascope.session.WorkspaceInfo;
import io.semascope.store.ProjectionSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semascope info`: what a workspace holds.
@Command(name = "info", description = "Say what a workspace holds.")
final class InfoCommand extends SessionCommand {
  @Option(
      names = {"-w", "--workspace"},
      required = true,
      paramLabel = "FILE",
      description = "The workspace file.")
  private Path workspace = Path.of("");

  InfoCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    open(session, workspace);
    WorkspaceInfo info = await(session.info());
    JsonArray spaces = new JsonArray();
    info.spaces().forEach(space -> spaces.add(Answers.space(space)));
    JsonArray projections = new JsonArray();
    for (ProjectionSummary projection : info.projections()) {
      JsonObject json = new JsonObject();
      json.addProperty("method", projection.methodKey());
      json.addProperty("count", projection.count());
      JsonArray ids = new JsonArray();
      projection.spaceIds().forEach(ids::add);
      json.add("spaces", ids);
      projections.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("file", info.file().toString());
    json.addProperty("documents", info.documents());
    json.addProperty("units", info.units());
    json.add("spaces", spaces);
    json.add("projections", projections);
    json.addProperty("fileBytes", info.fileBytes());
    return new Answer(
        json,
        List.of(
            String.format(
                Locale.ROOT,
                "%s: %,d documents, %,d units, %d spaces, %d projections, %,d bytes",
                info.file().getFileName(),
                info.documents(),
                info.units(),
                info.spaces().size(),
                info.projections().size(),
                info.fileBytes())),
        Answers.SPACE_HEADER,
        info.spaces().stream().map(Answers::row).toList(),
        info.spaces().stream()
            .filter(space -> space.vectors() < space.units())
            .map(
                space ->
                    "Space "
                        + space.id()
                        + " is not finished: "
                        + (space.units() - space.vectors())
                        + " units have no vector yet; run import or embed again to go on.")
            .toList());
  }
}
