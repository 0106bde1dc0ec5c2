package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.cli.projection.StoredMap;
import io.semascope.session.Session;
import io.semascope.session.SpaceGaps;
import io.semascope.session.WorkspaceInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    List<StoredMap> maps = StoredMap.of(info);
    maps.forEach(map -> projections.add(map.json()));
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
    List<String> headline =
        new ArrayList<>(headline(info, maps.size(), session.state().shownSpaceIds()));
    maps.forEach(map -> headline.add("Projection: " + map.text() + "."));
    return new Answer(
        json,
        headline,
        Answers.SPACE_HEADER,
        info.spaces().stream().map(Answers::row).toList(),
        Stream.concat(
                info.spaces().stream()
                    .flatMap(space -> SpaceGaps.of(space, info.documents()).stream()),
                maps.stream().flatMap(map -> map.remedy().stream()))
            .toList(),
        Answers.SPACE_COUNTS);
  }

  private static List<String> headline(WorkspaceInfo info, int maps, List<Long> shown) {
    String holds =
        "%s: %s, %s, %s, %s, %s"
            .formatted(
                info.file().getFileName(),
                Answers.counted(info.documents(), "document"),
                Answers.counted(info.units(), "unit"),
                Answers.counted(info.spaces().size(), "space"),
                Answers.counted(maps, "projection"),
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
