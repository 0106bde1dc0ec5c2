package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another process imports and is killed at any moment: the workspace is sound, holds every batch whose call had returned, whole batches only, and the
/// import goes on from there to the same end.
class KillTest {
  private static final int KILLS = 20;

  /// Calls that return before the process is killed: 20 of these make up most of the import.
  private static final int MOST_CALLS = 13;

  private static final int MOST_DELAY_NANOS = 1_500_000;

  @TempDir Path folder;

  @Test
  void anImportKilledTwentyTimesEndsLikeOneThatWasNot() throws Exception {
    long seed = 42;
    Random random = new Random(seed);
    Path killed = folder.resolve("killed.semascope");
    for (int kill = 0; kill < KILLS; kill++) {
      String moment = "seed " + seed + ", kill " + kill;
      Map<String, Integer> committed = killDuringImport(killed, random, moment);
      if (Files.exists(killed)) {
        checkSound(killed, committed, moment);
      }
    }
    try (Workspace workspace = Workspace.open(killed)) {
      assertTrue(workspace.spaces().getFirst().vectors() > 0, "no kill came as late as a vector");
    }
    Path whole = folder.resolve("whole.semascope");
    for (Path file : List.of(killed, whole)) {
      try (Workspace workspace = Workspace.openOrCreate(file)) {
        ImportingProcess.run(workspace, line -> {});
      }
    }
    assertSameContent(whole, killed);
    assertEquals(List.of("killed.semascope", "whole.semascope"), names());
  }

  /// Gives the last count of each kind that was reported before the process was gone.
  private Map<String, Integer> killDuringImport(Path file, Random random, String moment)
      throws IOException, InterruptedException {
    int calls = random.nextInt(MOST_CALLS);
    int delayNanos = random.nextInt(MOST_DELAY_NANOS);
    Path errors = folder.resolve("errors.txt");
    Process process =
        ChildProgram.of(ImportingProcess.class, file.toString())
            .redirectError(errors.toFile())
            .start();
    Map<String, Integer> committed = new HashMap<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      assertEquals("opened 0", line, () -> moment + ": " + read(errors));
      for (int call = 0; call < calls && line != null; call++) {
        line = lines.readLine();
        note(line, committed);
      }
      if (calls == 0) {
        assertThrows(WorkspaceLocked.class, () -> Workspace.open(file), moment);
      }
      long until = System.nanoTime() + delayNanos;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      while (lines.ready() && (line = lines.readLine()) != null) {
        note(line, committed);
      }
    } finally {
      process.destroyForcibly();
    }
    Files.delete(errors);
    return committed;
  }

  private static void note(
      @org.jspecify.annotations.Nullable String line, Map<String, Integer> committed) {
    if (line != null && line.matches("\\w+ \\d+")) {
      String[] words = line.split(" ");
      committed.merge(words[0], Integer.parseInt(words[1]), Math::max);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void checkSound(Path file, Map<String, Integer> committed, String moment) {
    try (Workspace workspace = Workspace.open(file)) {
      int documents = workspace.documents().size();
      List<SpaceSummary> spaces = workspace.spaces();
      int units = spaces.stream().mapToInt(SpaceSummary::units).sum();
      int vectors = spaces.stream().mapToInt(SpaceSummary::vectors).sum();
      assertWhole(documents, ImportingProcess.DOCUMENT_BATCH, committed.get("documents"), moment);
      assertWhole(units, ImportingProcess.DOCUMENT_BATCH, committed.get("units"), moment);
      assertWhole(vectors, ImportingProcess.VECTOR_BATCH, committed.get("vectors"), moment);
      for (SpaceSummary space : spaces) {
        VectorSpace read = workspace.readSpace(space.id()).space();
        assertEquals(vectors, read.count(), moment);
        assertRows(read, moment);
      }
    }
  }

  /// Whole batches, and all that were reported.
  private static void assertWhole(
      int count, int batch, @org.jspecify.annotations.Nullable Integer reported, String moment) {
    assertEquals(0, count % batch, moment);
    assertTrue(reported == null || count >= reported, moment + ": " + count + " of " + reported);
  }

  private static void assertRows(VectorSpace space, String moment) {
    for (int row = 0; row < space.count(); row++) {
      float[] expected = Samples.vector(space.unit(row).text(), space.dimension());
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], space.vectors().get(row, i), moment);
      }
    }
  }

  private static void assertSameContent(Path whole, Path killed) {
    try (Workspace one = Workspace.open(whole);
        Workspace other = Workspace.open(killed)) {
      assertEquals(one.documents(), other.documents());
      assertEquals(one.windowState(), other.windowState());
      assertEquals(one.spaces(), other.spaces());
      VectorSpace expected = one.readSpace(1).space();
      VectorSpace actual = other.readSpace(1).space();
      assertEquals(ImportingProcess.DOCUMENTS, expected.count());
      assertEquals(expected.units(), actual.units());
      assertEquals(-1, expected.vectors().segment().mismatch(actual.vectors().segment()));
    }
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
    }
    return names;
  }
}
