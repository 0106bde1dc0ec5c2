package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.text.Granularity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
    AtomicReference<SessionState> last = new AtomicReference<>(SessionState.empty());
    Session session = TestSession.losing(workspace, TestSession.in(folder));
    session.listen(last::set);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Desk desk = new Desk(() -> session, (shown, picture) -> {}, nowhere, nowhere, false);
    CommandLine line = new CommandLine(new MapCommand(desk));
    String out = folder.resolve("map.csv").toString();
    line.parseArgs("-w", workspace.toString(), "--method=tsne", "--iterations=20", "--out", out);
    MapCommand command = line.getCommand();
    assertEquals(0, command.call());
    assertFalse(last.get().projection().orElseThrow().unfinished());
    String said = command.stopped(last.get()).toString();
    assertTrue(said.contains("nothing is kept of this map"), said);
  }
}
