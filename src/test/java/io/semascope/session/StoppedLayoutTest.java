package io.semascope.session;

import static io.semascope.session.SessionFixture.corpus;
import static io.semascope.session.SessionFixture.request;
import static io.semascope.session.SessionFixture.tsne;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.store.Workspace;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A t-SNE that was stopped, and the workspace closed, is taken up again in another session.
class StoppedLayoutTest {
  private static final int ENDLESS = 100_000_000;
  private static final int STOPPED_AT = 30;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void importSomething() {
    file = folder.resolve("one.semascope");
    try (Session session = session()) {
      session.openOrCreateWorkspace(file).await();
      session.importCorpus(request(corpus(folder, 40))).await();
    }
  }

  private static Session session() {
    return new Session(new FakeCatalogue(), new WatchedModels());
  }

  private Session reopened() {
    Session session = session();
    session.openWorkspace(file).await();
    return session;
  }

  private static VectorBlock vectors(Session session) {
    SessionState state = SessionFixture.await(session, now -> !now.readingVectors());
    return state.space().orElseThrow().vectors().firstRows(state.chunkCount());
  }

  private static ProjectionFacts.OfTsne facts(Projection projection) {
    return (ProjectionFacts.OfTsne) projection.facts();
  }

  /// Stores a run of `tsne(40)`, 60 iterations in all, as it is after 30 of them.
  private Projection storeStopped(Optional<LiveChange> turned) {
    Projection stopped;
    List<Long> spaces;
    long revision;
    try (Session session = reopened()) {
      TsneRun run = TsneRun.start(vectors(session), tsne(40), JobContext.direct());
      turned.ifPresent(run::change);
      run.step(STOPPED_AT, Cancellation.never());
      stopped = run.result(Cancellation.never());
      spaces = session.state().shownSpaceIds();
      revision = session.state().space().orElseThrow().revision();
    }
    try (Workspace workspace = Workspace.open(file)) {
      workspace.putProjection(spaces, revision, stopped);
    }
    return stopped;
  }

  @Test
  void goesOnFromItsIterationToItsEndAndIsStored() {
    Projection stopped = storeStopped(Optional.empty());
    assertEquals(STOPPED_AT, facts(stopped).iterations());
    Projection ended;
    try (Session session = reopened()) {
      assertTrue(session.state().projection().orElseThrow().canGoOn());
      ended = session.resumeLayout().await().orElseThrow();
      assertEquals(60, facts(ended).iterations());
      TsneRun expected = TsneRun.resume(vectors(session), stopped, JobContext.direct());
      assertEquals(STOPPED_AT, expected.frame().iteration());
      expected.step(60, Cancellation.never());
      assertArrayEquals(
          expected.frame().positions().toArray(),
          ended.layout().toArray(),
          "30 iterations more, from the stored positions");
      assertThrows(SessionProblem.class, () -> session.resumeLayout().await());
    }
    try (Session session = reopened()) {
      Projection stored = session.state().projection().orElseThrow();
      assertEquals(ended.facts(), stored.facts());
      assertArrayEquals(ended.layout().toArray(), stored.layout().toArray());
      assertFalse(stored.canGoOn());
    }
  }

  @Test
  void keepsThePerplexityItWasLastMovedWith() {
    storeStopped(Optional.of(LiveChange.perplexity(3)));
    try (Session session = reopened()) {
      assertEquals(3, facts(session.resumeLayout().await().orElseThrow()).perplexity());
    }
  }

  @Test
  void aLayoutThatWasPausedWhenTheSessionWasClosedIsKept() {
    int paused;
    try (Session session = reopened()) {
      var job = session.startLayout(tsne(ENDLESS));
      SessionFixture.await(session, state -> state.running().isPresent());
      session.pauseLayout();
      assertEquals(Optional.empty(), job.await());
      // Paused before its first iteration there is nothing to go on with.
      while (session.liveFrame().isEmpty()) {
        var more = session.resumeLayout();
        SessionFixture.await(
            session, state -> state.running().map(run -> !run.paused()).orElse(false));
        session.pauseLayout();
        assertEquals(Optional.empty(), more.await());
      }
      paused = session.liveFrame().orElseThrow().frame().iteration();
    }
    try (Session session = reopened()) {
      Projection stored = session.state().projection().orElseThrow();
      assertEquals(paused, facts(stored).iterations());
      assertTrue(stored.canGoOn());
    }
  }
}
