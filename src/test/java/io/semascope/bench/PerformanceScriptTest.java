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
    List<String> arguments = new ArrayList<>(List.of(run.toString(), folder.toString()));
    arguments.addAll(List.of(names));
    return performance("measure", arguments);
  }

  private int performance(String what, List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("python3", BASE.resolve("src/bench/performance.py").toString(), what));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("SEMASCOPE", folder.resolve("program").toString());
    builder.environment().put("PEER_PYTHON", folder.resolve("peer").toString());
    builder.environment().put("PYTHONUTF8", "1");
    return builder.start().waitFor();
  }

  /// The page of a run.
  private String written(Path source) throws Exception {
    assertEquals(0, performance("write", List.of(source.toString())), Files.readString(said));
    return Files.readString(said);
  }

  private static String section(String page, String heading) {
    String from = page.substring(page.indexOf("## " + heading));
    int next = from.indexOf("\n## ");
    return next < 0 ? from : from.substring(0, next);
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

  @Test
  void thePageIsWhatTheScriptWritesOfTheRunBesideIt() throws Exception {
    assertEquals(
        Files.readString(BASE.resolve("src/site/markdown/performance.md")),
        written(BASE.resolve("src/bench/run.json")));
  }

  /// UMAP is faster than umap-learn in its median, but not by the median of the turns.
  @Test
  void thePageTellsWhatWasReachedByTheTurns() throws Exception {
    Files.writeString(
        run,
        """
        {"machine": {"processor": "one", "cores": 2, "memory": "1 GiB", "system": "any", "date": "2000-01-01", "revision": "abc",
          "bytesPerSecond": 1e10, "floatOperationsPerSecond": 1e11, "doubleOperationsPerSecond": 1e11},
        "quality": {}, "works": {
          "umap-10000": {"loadBefore": 0, "found": {"ours": {"values": [1, 2, 9], "facts": {}},
            "umapLearn": {"values": [10, 2.5, 12], "facts": {}}, "uwot": {"values": [100, 100, 100], "facts": {}}}},
          "umap-50000": {"loadBefore": 0, "found": {"umapLearn": {"values": [100], "facts": {}}, "ours": {"values": [10], "facts":
            {"neighbours (s)": 5, "fuzzy graph (s)": 1, "start (s)": 1, "epochs (s)": 3, "neighbours": 15}}}},
          "hit-1000000": {"loadBefore": 0, "found": {"ours": {"values": [0.5, 0.25, 0.75], "facts":
            {"1000000 points: index (s)": 7, "1000000 points: hit test (s)": 8, "1000000 points: hit test while they move (s)": 9}}}},
          "hit-moving-1000000": {"loadBefore": 0, "found": {"ours": {"values": [2, 3, 4], "facts":
            {"1000000 points: hit test (s)": 8, "1000000 points: hit test while they move (s)": 9}}}},
          "start": {"loadBefore": 0, "found": {"ours": {"values": [2, 2, 4], "facts": {}}}}}}
        """);
    String page = written(run);
    String table = section(page, "Ours against theirs");
    assertTrue(table.contains("| 2 s | umapLearn | 10 s | **0.75** (0.10–0.80) |"), table);
    assertTrue(table.contains("| uwot | 100 s | **0.02** (0.01–0.09) |"), table);
    assertTrue(
        section(page, "What holds us up")
            .contains("stages take neighbours 50%, fuzzy graph 10%, start 10%, epochs 30% of"),
        page);
    List<String> missed =
        section(page, "What was not reached")
            .lines()
            .filter(line -> line.startsWith("- "))
            .toList();
    assertEquals(3, missed.size(), page);
    assertTrue(missed.get(0).contains("UMAP, 10,000") && missed.get(0).contains("0.6×"), page);
    assertTrue(missed.get(1).contains("while they move, without an index** (goal ≤ 1 ms)"), page);
    assertTrue(missed.get(2).endsWith("reached in the median, but not in 1 of the 3 turns."), page);
    List<String> facts = section(page, "What our engines said").lines().skip(2).toList();
    assertEquals(3, facts.size(), page);
    assertTrue(facts.get(1).endsWith("**: 1000000 points: hit test (s) 8."), page);
    assertTrue(facts.getLast().endsWith("**: 1000000 points: hit test while they move (s) 9."));
  }
}
