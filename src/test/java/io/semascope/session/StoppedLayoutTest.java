package io.semascope.session;

import static io.semascope.session.SessionFixture.tsne;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.Job;
import io.semascope.job.JobContext;
import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.tsne.TsneRun;
import io.semascope.store.Workspace;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A t-SNE that was left before its end is taken up again, in another session too, and leaves a finished map where it is.
class StoppedLayoutTest {
  private static final int ENDLESS = 100_000_000;
  private static final int STOPPED_AT = 30;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void importSomething() {
    file = SessionFixture.workspace(folder);
  }

  private Session reopened() {
    return SessionFixture.reopened(file);
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
      TsneRun run =
          TsneRun.start(SearchedRows.alone(vectors(session)), tsne(40), JobContext.direct());
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
      TsneRun expected =
          TsneRun.resume(SearchedRows.alone(vectors(session)), stopped, JobContext.direct());
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

  /// What is said of every moment in which points move, from the first on: none moves before somebody listens.
  private static List<Progress> moving(
      Session session, Supplier<Job<Optional<Projection>>> begin, Consumer<Progress> each) {
    List<Progress> seen = new CopyOnWriteArrayList<>();
    CompletableFuture<Job<?>> heard = new CompletableFuture<>();
    session.listen(
        state -> {
          if (state.running().map(run -> !run.paused()).orElse(false) && !heard.isDone()) {
            heard.join();
          }
        });
    Job<Optional<Projection>> job = begin.get();
    job.onChange(
        status -> {
          if (status instanceof JobStatus.Running running
              && running.progress().stage().startsWith("moving")
              // Before it is known how many there are, none is done.
              && running.progress().total() > 0) {
            seen.add(running.progress());
            each.accept(running.progress());
          }
        });
    heard.complete(job);
    job.await();
    assertFalse(seen.isEmpty(), "nothing was said");
    return seen;
  }

  @Test
  void whatAnEarlierSessionDidIsDoneAndCountsForNoPace() {
    storeStopped(Optional.empty());
    try (Session session = reopened()) {
      List<Progress> seen = moving(session, session::resumeLayout, progress -> {});
      assertEquals(60, seen.getLast().done(), "it was heard to the end");
      for (Progress progress : seen) {
        assertEquals(STOPPED_AT, progress.earlier(), progress.toString());
        assertTrue(progress.done() >= STOPPED_AT, progress.toString());
        assertEquals(60, progress.total());
        assertTrue(progress.fraction() > 0.2 + 0.8 * 0.49, progress.toString());
      }
    }
  }

  @Test
  void whatWasDoneBeforeAPauseCountsForNoPace() {
    try (Session session = reopened()) {
      Job<Optional<Projection>> job = endless(session, tsne(ENDLESS));
      session.pauseLayout();
      job.await();
      int paused = session.liveFrame().orElseThrow().frame().iteration();
      List<Progress> seen =
          moving(
              session,
              session::resumeLayout,
              progress -> {
                if (progress.done() > paused) {
                  session.pauseLayout();
                }
              });
      assertTrue(seen.getLast().done() > paused, "it has moved");
      assertTrue(seen.stream().allMatch(one -> one.earlier() == paused), seen.toString());
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

  /// Does something to a run right behind its first step, on the thread that moves the points: on no machine is it done before, and on none has the run ended by
  /// then, however few its steps are.
  private static Job<Optional<Projection>> started(
      Session session, ProjectionMethod method, Consumer<Job<?>> behindFirstStep) {
    CompletableFuture<Job<?>> begun = new CompletableFuture<>();
    AtomicBoolean moved = new AtomicBoolean();
    session.listen(
        state -> {
          if (state.running().isPresent() && !begun.isDone()) {
            // Points do not move while this is being told.
            begun.join();
          }
        });
    Job<Optional<Projection>> job = session.startLayout(method);
    job.onChange(
        status -> {
          if (status instanceof JobStatus.Running now
              && now.progress().stage().startsWith("moving")
              && now.progress().done() > 0
              && !moved.getAndSet(true)) {
            behindFirstStep.accept(job);
          }
        });
    begun.complete(job);
    return job;
  }

  /// Runs without an end until some frames have been seen.
  private static Job<Optional<Projection>> endless(Session session, ProjectionMethod method) {
    Job<Optional<Projection>> job = session.startLayout(method);
    while (session.liveFrame().isEmpty()) {
      assertFalse(job.status().ended(), () -> "ended too early: " + job.status());
      Thread.onSpinWait();
    }
    return job;
  }

  private static Optional<ProjectionFacts> shown(Session session) {
    return session.state().projection().map(Projection::facts);
  }

  private static Optional<ProjectionFacts> left(Session session) {
    return session.state().interrupted().map(Projection::facts);
  }

  @Test
  void aPausedOneIsGoneOnWithAfterAnotherMapWasMade() {
    try (Session session = reopened()) {
      Job<Optional<Projection>> job = endless(session, tsne(ENDLESS));
      session.pauseLayout();
      job.await();
      int paused = session.liveFrame().orElseThrow().frame().iteration();
      session.startLayout(new Pca()).await();
      assertEquals(new Pca(), session.state().projection().orElseThrow().method());
      assertEquals(paused, facts(session.state().interrupted().orElseThrow()).iterations());
      Job<Optional<Projection>> more = session.resumeLayout();
      while (session.liveFrame().isEmpty()) {
        Thread.onSpinWait();
      }
      more.cancel();
      assertTrue(facts(more.await().orElseThrow()).iterations() > paused);
    }
  }

  @Test
  void aStoppedOneLeavesTheFinishedMapWhereItIs() {
    Projection finished;
    Projection stopped;
    try (Session session = reopened()) {
      finished = session.startLayout(tsne(40)).await().orElseThrow();
      assertEquals(Optional.empty(), left(session));
      Job<Optional<Projection>> job = endless(session, tsne(ENDLESS));
      job.cancel();
      stopped = job.await().orElseThrow();
      assertEquals(Optional.of(stopped.facts()), shown(session));
      assertEquals(Optional.of(stopped.facts()), left(session));
      session.showKeptLayout(tsne(7)).await();
      assertEquals(Optional.of(finished.facts()), shown(session));
      assertEquals(Optional.of(stopped.facts()), left(session));
    }
    try (Session session = reopened()) {
      assertEquals(Optional.of(finished.facts()), shown(session));
      assertEquals(Optional.of(stopped.facts()), left(session));
      Projection ended = session.startLayout(tsne(50)).await().orElseThrow();
      assertEquals(Optional.of(ended.facts()), shown(session));
      assertEquals(Optional.empty(), left(session), "one that ends takes the place of both");
    }
  }

  @Test
  void aClosedSessionLeavesTheFinishedMapBesideThePausedOne() {
    Projection finished;
    try (Session session = reopened()) {
      finished = session.startLayout(tsne(40)).await().orElseThrow();
      Job<Optional<Projection>> job = endless(session, tsne(ENDLESS));
      session.pauseLayout();
      job.await();
    }
    try (Session session = reopened()) {
      assertEquals(Optional.of(finished.facts()), shown(session));
      assertTrue(left(session).isPresent());
    }
  }

  @Test
  void aStoppedOneWithoutAFinishedMapIsOfferedBesidePcaToo() {
    Projection stopped;
    try (Session session = reopened()) {
      Job<Optional<Projection>> job = endless(session, tsne(ENDLESS));
      job.cancel();
      stopped = job.await().orElseThrow();
      session.startLayout(new Pca()).await();
      assertEquals(Optional.of(stopped.facts()), left(session));
      assertEquals(
          Optional.of(stopped.facts()),
          session.showKeptLayout(Tsne.standard()).await().map(Projection::facts));
      assertEquals(Optional.of(stopped.facts()), shown(session));
      session.startLayout(new Pca()).await();
    }
    try (Session session = reopened()) {
      assertEquals(new Pca(), session.state().projection().orElseThrow().method());
      assertEquals(Optional.of(stopped.facts()), left(session));
    }
  }

  @Test
  void aStoppedUmapIsShownAndLeavesTheFinishedOneKept() {
    try (Session session = reopened()) {
      assertEquals(Optional.empty(), session.showKeptLayout(Umap.standard()).await());
      Projection finished = session.startLayout(umap(20)).await().orElseThrow();
      Projection stopped = started(session, umap(20_000), Job::cancel).await().orElseThrow();
      assertTrue(stopped.unfinished());
      assertEquals(Optional.of(stopped.facts()), shown(session));
      assertEquals(Optional.empty(), left(session), "it cannot be gone on with");
      session.showKeptLayout(umap(20_000)).await();
      assertEquals(Optional.of(finished.facts()), shown(session));
      assertEquals(
          Optional.empty(),
          session.showKeptLayout(umap(20_000)).await(),
          "it is shown already, so that nothing of it need be measured again");
    }
  }

  @Test
  void aPausedOneStaysWhenAKeptMapIsAskedFor() {
    try (Session session = reopened()) {
      session.startLayout(tsne(40)).await();
      AtomicReference<Job<Optional<Projection>>> kept = new AtomicReference<>();
      Job<Optional<Projection>> job =
          started(
              session,
              umap(20_000),
              running -> {
                kept.set(session.showKeptLayout(tsne(40)));
                session.pauseLayout();
              });
      assertEquals(Optional.empty(), job.await());
      assertEquals(Optional.empty(), kept.get().await());
      assertTrue(session.state().running().orElseThrow().paused());
      Projection settled = session.settleLayout().await().orElseThrow();
      assertEquals("umap", settled.method().key());
      assertEquals(Optional.of(settled.facts()), shown(session));
    }
  }

  private static Umap umap(int epochs) {
    return new Umap(5, 0.1, 1, 1, epochs, Umap.Start.PCA, 42);
  }
}
