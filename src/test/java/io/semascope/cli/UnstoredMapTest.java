package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.text.Granularity;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `map` where the workspace takes no map any more: the file that was asked for is written all the same.
final class UnstoredMapTest {
  @TempDir private Path folder = Path.of("");
  private Path workspace = Path.of("");

  @BeforeEach
  void importSomething() throws Exception {
    workspace = folder.resolve("work.semascope");
    try (Session session = TestSession.in(folder)) {
      session.openOrCreateWorkspace(workspace).await();
      TestSession.importTable(session, TestSession.table(folder), new Granularity.WholeDocument());
    }
  }

  @Test
  void theMapIsMeasuredAndExportedAndANoteSaysThatItIsNotKept() throws Exception {
    Path out = folder.resolve("map.csv");
    RunCommand.Result result =
        RunCommand.by(
            () -> TestSession.losing(workspace, TestSession.in(folder)),
            (session, picture) -> {},
            new StringWriter(),
            "map",
            "-w",
            workspace.toString(),
            "--method",
            "tsne",
            "--iterations",
            "20",
            "--out",
            out.toString(),
            "--format",
            "json");
    assertEquals(0, result.code(), result.err());
    JsonObject answer = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(70, answer.get("iterations").getAsInt());
    assertFalse(answer.get("kept").getAsBoolean());
    assertTrue(answer.has("trustworthiness"), result.out());
    String notes = answer.get("notes").toString();
    assertTrue(notes.contains("The workspace does not keep this map. "), notes);
    assertTrue(notes.contains(workspace.getFileName().toString()), notes);
    assertEquals(13, Files.readAllLines(out).size());
  }

  /// As when Ctrl+C comes while the map is measured or written.
  @Test
  void aStopBehindItPromisesNoMapThatIsKept() {
    String said = LostMap.stopped(folder, workspace);
    assertTrue(said.contains("nothing is kept of this map"), said);
  }
}
