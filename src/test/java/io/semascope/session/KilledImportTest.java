package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole import (reading, cutting, embedding, storing) in another process, killed again and again: every time the workspace opens, holds all that was said
/// to be done, and the same import goes on; in the end it equals one that nobody stopped.
class KilledImportTest {
  private static final int ROWS = 12_000;
  private static final int KILLS = 20;

  /// As in `EmbedDocuments`: what is stored at once.
  private static final int BATCH = 512;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasSaidToBeDoneIsThereAndTheRestFollows() throws Exception {
    long seed = 7;
    Random random = new Random(seed);
    Path table = SessionFixture.corpus(folder, ROWS);
    Path killed = folder.resolve("killed.semascope");
    Set<Integer> stages = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      String moment = "seed " + seed + ", kill " + kill;
      long said = killDuringImport(killed, table, random);
      int stored = storedVectors(killed, moment);
      assertTrue(stored >= said, moment + ": " + stored + " of " + said + " texts");
      assertTrue(stored % BATCH == 0 || stored == ROWS, moment + ": half a batch of " + stored);
      stages.add(stored);
    }
    assertTrue(stages.size() > 5, "the kills came at too few different moments: " + stages);
    assertSame(finish(folder.resolve("whole.semascope"), table), finish(killed, table));
  }

  /// Gives how many texts the process had said to be done since the file was made.
  private long killDuringImport(Path workspace, Path table, Random random)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    long before = Files.exists(workspace) ? storedVectors(workspace, "before") : 0;
    Process process =
        ChildProgram.of(ImportingSession.class, workspace.toString(), table.toString())
            .redirectError(errors.toFile())
            .start();
    long said = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("opened", lines.readLine(), () -> read(errors));
      // Half of the kills wait for the first stored batch, so that both reading and embedding are
      // hit.
      boolean embedding = random.nextBoolean();
      String line = "";
      while (embedding && said == 0 && line != null) {
        line = lines.readLine();
        said = said(line);
      }
      long until = System.nanoTime() + random.nextInt(embedding ? 80_000_000 : 400_000_000);
      while (System.nanoTime() < until && process.isAlive()) {
        Thread.onSpinWait();
      }
      // Unlike the process, its handle leaves what was printed to be read.
      process.toHandle().destroyForcibly();
      process.waitFor();
      for (String rest = lines.readLine(); rest != null; rest = lines.readLine()) {
        said = Math.max(said, said(rest));
      }
    } finally {
      process.destroyForcibly();
    }
    return before + said;
  }

  private static long said(@Nullable String line) {
    return line != null && line.matches("embedded \\d+")
        ? Long.parseLong(line.substring("embedded ".length()))
        : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Session session() {
    return new Session(new FakeCatalogue(), FakeEmbeddingModel.loader());
  }

  private static int storedVectors(Path workspace, String moment) {
    try (Session session = session()) {
      SessionState state = session.openWorkspace(workspace).await();
      assertTrue(state.documents().isEmpty() || state.documents().size() == ROWS, moment);
      return state.spaces().stream().mapToInt(SpaceSummary::vectors).sum();
    }
  }

  private static VectorSpace finish(Path workspace, Path table) {
    try (Session session = session()) {
      session.openOrCreateWorkspace(workspace).await();
      session.importCorpus(SessionFixture.request(table)).await();
      return session.state().space().orElseThrow();
    }
  }

  private static void assertSame(VectorSpace whole, VectorSpace killed) {
    assertEquals(ROWS, whole.count());
    assertEquals(whole.units(), killed.units());
    for (int row = 0; row < ROWS; row++) {
      assertEquals(whole.vectors().row(row), killed.vectors().row(row), "row " + row);
    }
  }
}
