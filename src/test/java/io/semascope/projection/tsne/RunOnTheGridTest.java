package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import io.semascope.projection.Golden;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From 1,000 points on this is the default; the number of cores must not show in it.
class RunOnTheGridTest {
  private static final Projection WHOLE = RunOnTheGrid.whole();
  private static final Projection TAKEN_UP = RunOnTheGrid.stoppedAndTakenUp();

  @Test
  void itIsTheGridThatRunsToItsEnd() {
    assertEquals(Tsne.Engine.FFT, RunOnTheGrid.started().engine());
    for (Projection projection : List.of(WHOLE, TAKEN_UP)) {
      assertTrue(!projection.unfinished() && projection.layout().isFinite());
    }
    assertNotEquals(
        RunOnTheGrid.bits(WHOLE),
        RunOnTheGrid.bits(TAKEN_UP),
        "momentum and gains begin anew where a run is taken up (decision 0043)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theNumberOfThreadsAtHandDoesNotChangeABit(int cores) {
    assertEquals(
        RunOnTheGrid.bits(WHOLE),
        Golden.onCores(cores, () -> RunOnTheGrid.bits(RunOnTheGrid.whole())));
    assertEquals(
        RunOnTheGrid.bits(TAKEN_UP),
        Golden.onCores(cores, () -> RunOnTheGrid.bits(RunOnTheGrid.stoppedAndTakenUp())));
  }

  /// A step is shared by as many workers as Java saw cores when it began, so each number has a Java of its own.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theNumberOfCoresDoesNotChangeABit(int cores) throws IOException, InterruptedException {
    Process process =
        ChildProgram.with(
                List.of(
                    "-XX:ActiveProcessorCount=" + cores,
                    "-XX:+UseSerialGC",
                    "--add-modules=jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED"),
                System.getProperty("java.class.path"),
                RunOnTheGrid.class.getName(),
                List.of())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals(Integer.toString(cores), lines.readLine());
      assertEquals(RunOnTheGrid.bits(WHOLE), lines.readLine());
      assertEquals(RunOnTheGrid.bits(TAKEN_UP), lines.readLine());
      assertEquals(0, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }
}
