package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.session.TestSession;
import io.semascope.store.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The progress of a map counts what its method calls its steps.
final class ProgressOfMapTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"tsne, --iterations, 70 iterations", "umap, --epochs, 20 epochs"})
  void stepsHaveTheNameOfTheMethod(String method, String option, String steps) throws Exception {
    String workspace = folder.resolve("work.semascope").toString();
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
    String out = folder.resolve("map.csv").toString();
    RunCommand.Result map =
        RunCommand.in(
            folder, "map", "-w", workspace, "--method", method, option, "20", "--out", out);
    assertEquals(0, map.code(), map.err());
    // What is printed first depends on how far the run is by then.
    String line = "moving the points {2}[0-9]+ / " + steps + "\n";
    assertTrue(Pattern.compile(line).matcher(map.err()).find(), map.err());
  }

  @Test
  void aMapThatCannotBeWrittenIsNotComputed() throws Exception {
    Path workspace = folder.resolve("work.semascope");
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace.toString()).code());
    Path nowhere = folder.resolve("nowhere");
    RunCommand.Result map =
        RunCommand.in(
            folder,
            "map",
            "-w",
            workspace.toString(),
            "--method",
            "umap",
            "--out",
            nowhere.resolve("map.png").toString());
    assertEquals(5, map.code(), map.err());
    assertTrue(map.err().contains("There is no folder " + nowhere + "."), map.err());
    try (Workspace opened = Workspace.open(workspace)) {
      assertEquals(List.of(), opened.projections());
    }
  }
}
