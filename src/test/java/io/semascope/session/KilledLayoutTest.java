package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import io.semascope.job.Job;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A t-SNE in another process, killed again and again: every time the workspace opens with the finished map of before, and the frame that was stored last can be
/// gone on with.
class KilledLayoutTest {
  private static final int KILLS = 6;

  @TempDir private Path folder = Path.of("");

  private static Session session() {
    return new Session(new FakeCatalogue(), FakeEmbeddingModel.loader());
  }

  private static int iterations(Projection picture) {
    return ((ProjectionFacts.OfTsne) picture.facts()).iterations();
  }

  @Test
  void theFinishedMapStaysAndTheRunCanBeGoneOnWith() throws Exception {
    long seed = 11;
    Random random = new Random(seed);
    Path file = folder.resolve("killed.semascope");
    Projection finished;
    try (Session session = session()) {
      session.openOrCreateWorkspace(file).await();
      session.importCorpus(SessionFixture.request(SessionFixture.corpus(folder, 200))).await();
      finished = session.startLayout(SessionFixture.tsne(40)).await().orElseThrow();
    }
    int reached = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      String moment = "seed " + seed + ", kill " + kill;
      int said = killWhileMoving(file, kill > 0, random);
      assertTrue(said > reached, moment + ": it went on at " + said + " of " + reached);
      try (Session session = session()) {
        SessionState state = session.openWorkspace(file).await();
        Projection shown = state.projection().orElseThrow();
        assertEquals(finished.facts(), shown.facts(), moment);
        assertArrayEquals(finished.layout().toArray(), shown.layout().toArray(), moment);
        reached = iterations(state.interrupted().orElseThrow());
        assertTrue(reached >= said, moment + ": " + reached + " stored, " + said + " said");
      }
    }
    sketchBeside(file, reached);
    goOnAndStop(file, reached);
  }

  /// A map for a file touches nothing that is kept.
  private void sketchBeside(Path file, int reached) {
    try (Session session = session()) {
      session.openWorkspace(file).await();
      session.sketchLayout(SessionFixture.tsne(30), false).await();
      assertEquals(reached, iterations(session.state().interrupted().orElseThrow()));
    }
    try (Session session = session()) {
      SessionState state = session.openWorkspace(file).await();
      assertEquals(reached, iterations(state.interrupted().orElseThrow()));
    }
  }

  /// A run that a person stops is shown, and what it is gone on with from then on; the finished map stays the kept one.
  private static void goOnAndStop(Path file, int reached) {
    Projection stopped;
    Projection finished;
    try (Session session = session()) {
      finished = session.openWorkspace(file).await().projection().orElseThrow();
      Job<Optional<Projection>> job = session.resumeLayout();
      while (session.liveFrame().isEmpty()) {
        Thread.onSpinWait();
      }
      job.cancel();
      stopped = job.await().orElseThrow();
      assertTrue(iterations(stopped) > reached);
      assertEquals(Optional.of(stopped), session.state().projection());
    }
    try (Session session = session()) {
      SessionState state = session.openWorkspace(file).await();
      assertEquals(finished.facts(), state.projection().orElseThrow().facts());
      assertEquals(stopped.facts(), state.interrupted().orElseThrow().facts());
    }
  }

  /// Gives the last iteration that the process had said to be stored.
  private int killWhileMoving(Path workspace, boolean goOn, Random random)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    String[] arguments =
        goOn ? new String[] {workspace.toString(), "go on"} : new String[] {workspace.toString()};
    Process process =
        ChildProgram.of(LayingOutSession.class, arguments).redirectError(errors.toFile()).start();
    int said = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("opened", lines.readLine(), () -> read(errors));
      said = Math.max(said, said(lines.readLine(), errors));
      long until = System.nanoTime() + random.nextInt(150_000_000);
      while (System.nanoTime() < until && process.isAlive()) {
        Thread.onSpinWait();
      }
      // Unlike the process, its handle leaves what was printed to be read.
      process.toHandle().destroyForcibly();
      process.waitFor();
      for (String rest = lines.readLine(); rest != null; rest = lines.readLine()) {
        said = Math.max(said, said(rest, errors));
      }
    } finally {
      process.destroyForcibly();
    }
    return said;
  }

  private static int said(@Nullable String line, Path errors) {
    if (line == null) {
      throw new AssertionError(read(errors));
    }
    return line.matches("iteration \\d+") ? Integer.parseInt(line.substring(10)) : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
