package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobStatus;
import io.semascope.projection.Pca;
import io.semascope.store.WorkspaceDamaged;
import io.semascope.vector.Similarity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A listener runs on the thread that opens, so what it does happens before the vectors are read.
final class MapBeforeVectorsTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void leaveAMap() throws Exception {
    file = folder.resolve("work.semascope");
    try (Session session = TestSession.in(folder)) {
      session.openOrCreateWorkspace(file).await();
      TestSession.importTable(session, TestSession.table(folder), SessionFixture.WHOLE);
      session.startLayout(new Pca()).await();
      session.placeText(SessionFixture.typed("The cat sleeps.")).await();
    }
  }

  private static void onFirstReading(Session session, Consumer<SessionState> action) {
    List<Long> seen = new ArrayList<>();
    session.listen(
        state -> {
          if (state.readingVectors() && seen.isEmpty()) {
            seen.add(state.version());
            action.accept(state);
          }
        });
  }

  @Test
  void textsAndMapAreThereFirstAndQuestionsWait() {
    try (Session session = TestSession.in(folder)) {
      CompletableFuture<SessionState> early = new CompletableFuture<>();
      CompletableFuture<Job<NeighbourAnswer>> question = new CompletableFuture<>();
      CompletableFuture<JobStatus> answered = new CompletableFuture<>();
      onFirstReading(
          session,
          state -> {
            early.complete(state);
            Job<NeighbourAnswer> job = session.inspect().neighbours("tool-1", 3, Similarity.COSINE);
            question.complete(job);
            answered.complete(job.status());
          });
      SessionState opened = session.openWorkspace(file).await();
      SessionState map = early.join();
      assertEquals(12, map.documents().size());
      assertEquals(13, map.space().orElseThrow().count());
      assertEquals(12, map.projection().orElseThrow().layout().count());
      assertThrows(IllegalStateException.class, () -> map.space().orElseThrow().vectors());
      assertFalse(answered.join() instanceof JobStatus.Succeeded);
      assertFalse(opened.readingVectors());
      assertEquals(13, opened.space().orElseThrow().vectors().count());
      assertTrue(opened.placements().containsKey("typed-1"), "what needs vectors comes with them");
      assertEquals(3, question.join().await().list().neighbours().size());
    }
  }

  /// A key that nobody reads is missing: only the check from end to end, which comes last, sees it.
  @Test
  void damageIsReportedBehindTheMapAndWhatWasOpenComesBack() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM vector_key WHERE number = 1");
    }
    byte[] bytes = Files.readAllBytes(file);
    try (Session session = TestSession.in(folder)) {
      Path other = folder.resolve("other.semascope");
      session.openOrCreateWorkspace(other).await();
      SessionState before = session.state();
      CompletableFuture<SessionState> early = new CompletableFuture<>();
      onFirstReading(session, early::complete);
      WorkspaceDamaged damage =
          assertThrows(WorkspaceDamaged.class, session.openWorkspace(file)::await);
      assertTrue(damage.report().why().contains("refers to one that is missing"));
      assertTrue(early.join().projection().isPresent(), "the map was there");
      assertEquals(before.withVersion(0), session.state().withVersion(0));
      assertEquals(other.toAbsolutePath(), session.info().await().file());
    }
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void stoppedWhileVectorsAreReadEverythingIsAsBefore() {
    try (Session session = TestSession.in(folder)) {
      Path other = folder.resolve("other.semascope");
      session.openOrCreateWorkspace(other).await();
      SessionState before = session.state();
      CompletableFuture<Job<SessionState>> opening = new CompletableFuture<>();
      onFirstReading(session, state -> opening.join().cancel());
      Job<SessionState> job = session.openWorkspace(file);
      opening.complete(job);
      assertThrows(JobCancelled.class, job::await);
      assertEquals(before.withVersion(0), session.state().withVersion(0));
      assertEquals(other.toAbsolutePath(), session.info().await().file());
      assertEquals(13, session.openWorkspace(file).await().space().orElseThrow().count());
    }
  }

  @Test
  void stoppedWhileTheFileIsCheckedEverythingIsAsBefore() {
    try (Session session = TestSession.in(folder)) {
      SessionState before = session.state();
      CompletableFuture<Boolean> watched = new CompletableFuture<>();
      onFirstReading(session, state -> watched.join());
      Job<SessionState> job = session.openWorkspace(file);
      CompletableFuture<SessionState> shown = new CompletableFuture<>();
      job.onChange(
          status -> {
            if (status instanceof JobStatus.Running running
                && running.progress().stage().startsWith("checking the file")) {
              shown.complete(session.state());
              job.cancel();
            }
          });
      watched.complete(true);
      assertThrows(JobCancelled.class, job::await);
      assertTrue(shown.join().space().orElseThrow().hasVectors(), "the map was there");
      assertEquals(before.withVersion(0), session.state().withVersion(0));
      assertEquals(13, session.openWorkspace(file).await().space().orElseThrow().count());
    }
  }

  @Test
  void whatIsShownAlreadyIsNotReadAgain() {
    try (Session session = TestSession.in(folder)) {
      SessionState opened = session.openWorkspace(file).await();
      List<Long> readings = new ArrayList<>();
      onFirstReading(session, state -> readings.add(state.version()));
      SessionState again = session.showSpaces(opened.shownSpaceIds()).await();
      assertEquals(opened.space(), again.space());
      assertEquals(List.of(), readings);
      assertInstanceOf(Pca.class, again.projection().orElseThrow().method());
    }
  }
}
