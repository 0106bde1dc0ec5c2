package io.semascope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that makes the page of performance, with a program and a peer that are scripts too. A machine without Python makes no page.
@DisabledOnOs(OS.WINDOWS)
final class PerformanceScriptTest {
  private static final Path BASE = Path.of(System.getProperty("semascope.basedir", "."));

  @TempDir private Path folder = Path.of("");
  private Path run = Path.of("");
  private Path said = Path.of("");

  @BeforeEach
  void scripts() throws IOException {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))),
        "no python3");
    run = folder.resolve("run.json");
    said = folder.resolve("said");
    script("peer", "echo '{\"bytesPerSecond\": 1e9}'");
    program("2.5");
  }

  /// Starts the window in so many seconds, and has nothing to draw on.
  private void program(String seconds) throws IOException {
    script(
        "program",
        "[ \"$2\" = start ] || { echo 'nothing to draw on'; exit 7; }",
        "echo '{\"peakMemoryBytes\": 0, \"engines\": [{\"figures\": {}, \"stages\":"
            + " [{\"stage\": \"second start\", \"medianSeconds\": "
            + seconds
            + "}]}]}'");
  }

  private void script(String name, String... lines) throws IOException {
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private int measure(String... names) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                BASE.resolve("src/bench/performance.py").toString(),
                "measure",
                run.toString(),
                folder.toString()));
    command.addAll(List.of(names));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("SEMASCOPE", folder.resolve("program").toString());
    builder.environment().put("PEER_PYTHON", folder.resolve("peer").toString());
    return builder.start().waitFor();
  }

  private boolean isMeasured(String value) throws IOException {
    try (Stream<String> lines = Files.lines(run)) {
      return lines.anyMatch(line -> line.strip().equals(value));
    }
  }

  @Test
  void whatFailsIsSaidAndTheOthersAreMeasuredAndKept() throws Exception {
    assertEquals(1, measure("hit-1000000", "start"));
    String words = Files.readString(said);
    assertTrue(words.contains("hit-1000000: FAILED"), words);
    assertTrue(words.contains("bench draw"), words);
    assertTrue(words.contains("ended with 7\n  | nothing to draw on"), words);
    assertTrue(words.contains("Not measured: hit-1000000. The others are in " + run), words);
    assertTrue(isMeasured("2.5"), "the start, which comes after what failed");
    program("1.25");
    assertEquals(1, measure("start", "draw-discs-100000"));
    assertTrue(isMeasured("1.25"), "anew");
    assertTrue(isMeasured("2.5"), "what was measured before stays beside it");
    assertTrue(isMeasured("\"hit-1000000\": {"), "it is still to be measured");
    assertEquals(0, measure("start"));
  }

  @Test
  void aNameThatThereIsNotIsSaidBeforeAnythingIsMeasured() throws Exception {
    assertFalse(measure("start", "strat") == 0);
    assertTrue(Files.readString(said).contains("no work named strat"), Files.readString(said));
    assertFalse(Files.exists(run));
  }
}
