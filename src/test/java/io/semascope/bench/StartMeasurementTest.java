package io.semascope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher is a script that counts its starts; the real one opens a window.
@DisabledOnOs(OS.WINDOWS)
final class StartMeasurementTest {
  private static final long LAUNCHED = 1_000_000;
  @TempDir private Path folder = Path.of("");

  private Path launcher(String... lines) throws IOException {
    Path script = folder.resolve("launcher");
    Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void eachRepetitionStartsTwiceInAFreshFolder() throws IOException {
    Path launcher =
        launcher(
            "[ \"$1\" = --time-start ] || exit 2",
            "mkdir -p \"$SEMASCOPE_HOME/cache/deep\"",
            "if [ -f \"$SEMASCOPE_HOME/cache/deep/seen\" ]; then ready=1001500; else ready=1009000;"
                + " fi",
            "echo \"$SEMASCOPE_HOME\" >> " + folder.resolve("homes"),
            "touch \"$SEMASCOPE_HOME/cache/deep/seen\"",
            "echo \"{\\\"readyEpochMillis\\\":$ready,\\\"processorMillis\\\":2500,\\\"points\\\":205}\"");
    StartMeasurement measurement = new StartMeasurement(launcher, () -> LAUNCHED);
    measurement.repeat(JobContext.direct());
    measurement.repeat(JobContext.direct());
    EngineMeasure measured = measurement.measure(JobContext.direct());
    assertEquals(
        List.of(
            new StageTime("first start", List.of(9.0, 9.0)),
            new StageTime("second start", List.of(1.5, 1.5))),
        measured.stages());
    Map<String, Double> figures =
        measured.figures().stream()
            .collect(Collectors.toMap(EngineFigure::name, EngineFigure::value));
    assertEquals(
        Map.of(
            "firstStartMillis",
            9000.0,
            "secondStartMillis",
            1500.0,
            "secondStartProcessorMillis",
            2500.0,
            "points",
            205.0),
        figures);
    List<String> homes = Files.readAllLines(folder.resolve("homes"));
    assertEquals(4, homes.size());
    assertEquals(2, homes.stream().distinct().count());
    assertTrue(homes.stream().noneMatch(home -> Files.exists(Path.of(home))), "left behind");
  }

  @Test
  void aWindowThatDiesIsReportedWithItsLastWords() throws IOException {
    Path launcher = launcher("echo 'no display anywhere' >&2", "exit 1");
    StartMeasurement.NotStarted problem =
        assertThrows(
            StartMeasurement.NotStarted.class,
            () -> new StartMeasurement(launcher, () -> LAUNCHED).repeat(JobContext.direct()));
    assertTrue(problem.report().why().contains("no display anywhere"), problem.report().why());
  }

  @Test
  void aWindowThatNeverShowsAMapIsGivenUp() throws IOException {
    AtomicLong clock = new AtomicLong();
    StartMeasurement measurement =
        new StartMeasurement(launcher("exec sleep 600"), () -> clock.getAndAdd(100_000));
    StartMeasurement.NotStarted problem =
        assertThrows(
            StartMeasurement.NotStarted.class, () -> measurement.repeat(JobContext.direct()));
    assertTrue(problem.report().why().contains("180 seconds"), problem.report().why());
  }

  @Test
  void aLauncherThatCannotBeRunIsNamedInPlainWords() throws IOException {
    Path gone = folder.resolve("gone");
    Path closed = Files.writeString(folder.resolve("closed"), "#!/bin/sh\n");
    Path odd = launcher("");
    Files.writeString(odd, "#!/no/such/shell\n");
    assertEquals("There is no file " + gone + ".", refusal(gone));
    assertEquals(closed + " may not be run.", refusal(closed));
    assertEquals(
        "The system says of it, or of the program named in its first line: No such file or"
            + " directory.",
        refusal(odd));
  }

  private static String refusal(Path launcher) {
    StartMeasurement measurement = new StartMeasurement(launcher, () -> LAUNCHED);
    return assertThrows(
            StartMeasurement.NotStarted.class, () -> measurement.repeat(JobContext.direct()))
        .report()
        .why();
  }

  @Test
  void withoutALauncherNothingIsPretended() {
    assertThrows(StartMeasurement.NotStarted.class, StartMeasurement::ofThisProgram);
  }
}
