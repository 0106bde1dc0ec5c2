package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a command says that is asked to end while it works.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process can only be killed by others")
final class StoppedCommandTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long INTERRUPT = 2;

  @TempDir private Path folder = Path.of("");

  /// What is started in the background of a shell without a person ignores Ctrl+C, and all it starts does.
  private static boolean hearsInterrupts() throws IOException {
    if (!Files.exists(STATUS)) {
      return true;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .noneMatch(
            line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0);
  }

  @Test
  void commandsThatStoreAsTheyGoSaySo() {
    Desk desk =
        new Desk(
            () -> TestSession.in(folder),
            (session, picture) -> {},
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false);
    SessionState last = TestSession.in(folder).state();
    for (SessionCommand command : List.of(new ImportCommand(desk), new EmbedCommand(desk))) {
      String said = command.stopped(last).toString();
      assertTrue(said.contains("by then is kept"), said);
      assertTrue(said.contains("goes on where it was"), said);
    }
    String map = new MapCommand(desk).stopped(last).toString();
    assertTrue(map.contains("nothing is kept of this map"), map);
    String components = new ComponentsCommand(desk).stopped(last).toString();
    assertTrue(components.contains("writes nothing before it has its answer"), components);
  }

  @Test
  void aMapThatIsStoppedSaysWhatIsKeptAndHowToGoOn() throws Exception {
    String workspace = folder.resolve("w.semascope").toString();
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
    Path out = folder.resolve("map.csv");
    boolean interrupt = hearsInterrupts();
    Process process =
        ChildProgram.of(
                StoppedCommand.class,
                folder.toString(),
                "map",
                "-w",
                workspace,
                "--method",
                "tsne",
                "--perplexity",
                "3",
                "--iterations",
                "1000000",
                "--all-iterations",
                "--out",
                out.toString())
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        said.add(line);
        // The first line is that of a run whose points have not moved.
        if (line.startsWith("moving the points") && !line.contains(" 0 / ")) {
          String signal = interrupt ? "-INT" : "-TERM";
          new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
        }
      }
      assertEquals(interrupt ? 130 : 143, process.waitFor(), said.toString());
    } finally {
      process.destroyForcibly();
    }
    int at = said.indexOf("The command was stopped before its end.");
    assertTrue(at >= 0, said.toString());
    assertEquals(at, said.lastIndexOf("The command was stopped before its end."));
    assertTrue(
        said.get(at + 1)
            .matches(
                "Nothing was written to .*map.csv; the workspace keeps a t-SNE that was left at"
                    + " iteration [0-9,]+ of 1,000,050\\."),
        said.toString());
    assertTrue(said.get(at + 2).contains("--method tsne --resume"), said.toString());
    assertEquals(at + 3, said.size(), said.toString());
    assertFalse(Files.exists(out));
  }
}
