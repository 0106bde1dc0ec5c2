package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.session.Session;
import io.semascope.session.SpaceGaps;
import io.semascope.session.WorkspaceInfo;
import io.semascope.store.ProjectionSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
    JsonArray shown = new JsonArray();
    session.state().shownSpaceIds().forEach(shown::add);
    json.add("shownSpaces", shown);
    return new Answer(
        json,
        headline(info, session.state().shownSpaceIds()),
        Answers.SPACE_HEADER,
        info.spaces().stream().map(Answers::row).toList(),
        info.spaces().stream()
            .flatMap(space -> SpaceGaps.of(space, info.documents()).stream())
            .toList());
  }

  private static List<String> headline(WorkspaceInfo info, List<Long> shown) {
    String holds =
        "%s: %s, %s, %s, %s, %s"
            .formatted(
                info.file().getFileName(),
                Answers.counted(info.documents(), "document"),
                Answers.counted(info.units(), "unit"),
                Answers.counted(info.spaces().size(), "space"),
                Answers.counted(info.projections().size(), "projection"),
                Answers.counted(info.fileBytes(), "byte"));
    return shown.isEmpty()
        ? List.of(holds)
        : List.of(
            holds,
            "Commands without --space use "
                + shown.stream().map(id -> "space " + id).collect(Collectors.joining(" and "))
                + ", the one shown last.");
  }
}
