package io.semascope.session;

import static io.semascope.session.SessionFixture.WHOLE;
import static io.semascope.session.SessionFixture.await;
import static io.semascope.session.SessionFixture.corpus;
import static io.semascope.session.SessionFixture.request;
import static io.semascope.session.SessionFixture.tsne;
import static io.semascope.session.SessionFixture.typed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobStatus;
import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.quality.LiveQuality;
import io.semascope.session.layout.LiveFrame;
import io.semascope.session.layout.RunningLayout;
import io.semascope.store.ProjectionSummary;
import io.semascope.text.Document;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting, watching, pausing, stopping and turning a layout, and what becomes of it when other rows are shown.
class LayoutTest {
  /// So many that no run comes to its end before a test has acted on it.
  private static final int ENDLESS = 100_000_000;

  @TempDir private Path folder = Path.of("");
  private final Session session = new Session(new FakeCatalogue(), new WatchedModels());

  @BeforeEach
  void importSomething() {
    session.openOrCreateWorkspace(folder.resolve("one.semascope")).await();
    session.importCorpus(request(corpus(folder, 40))).await();
  }

  @AfterEach
  void close() {
    session.close();
  }

  /// A run that has shown at least one frame.
  private Job<Optional<Projection>> startEndless() {
    Job<Optional<Projection>> job = session.startLayout(tsne(ENDLESS));
    moved(job, 1);
    return job;
  }

  private static void moved(Job<?> job, long iterations) {
    CountDownLatch moving = new CountDownLatch(1);
    job.onChange(
        status -> {
          if (status.ended()
              || (status instanceof JobStatus.Running running
                  && running.progress().stage().startsWith("moving")
                  && running.progress().done() >= iterations)) {
            moving.countDown();
          }
        });
    try {
      moving.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertFalse(job.status().ended(), () -> "ended too early: " + job.status());
  }

  private int iteration() {
    return session.liveFrame().orElseThrow().frame().iteration();
  }

  private static int iterations(Projection projection) {
    return ((ProjectionFacts.OfTsne) projection.facts()).iterations();
  }

  private static LiveParameters.OfTsne used(RunningLayout run) {
    return (LiveParameters.OfTsne) run.parameters();
  }

  @Test
  void showsLiveFramesWithTypedTextsBesideThem() {
    String early = session.placeText(typed("a boat on the river")).await().unitIds().getFirst();
    Job<Optional<Projection>> job = startEndless();
    LiveFrame first = session.liveFrame().orElseThrow();
    assertTrue(first.placements().containsKey(early));
    String late = session.placeText(typed("an atom in a galaxy")).await().unitIds().getFirst();
    moved(job, 200 + iteration());
    LiveFrame second = session.liveFrame().orElseThrow();
    assertTrue(second.frame().iteration() > first.frame().iteration());
    assertTrue(second.placements().containsKey(late), "a text typed meanwhile has no place");
    job.cancel();
    Projection kept = job.await().orElseThrow();
    assertTrue(iterations(kept) >= second.frame().iteration());
    assertEquals(Optional.of(kept), session.state().projection());
    assertTrue(session.state().placements().keySet().containsAll(List.of(early, late)));
    assertEquals(Optional.empty(), session.liveFrame());
  }

  @Test
  void framesAreMeasuredWhereSomebodyLooks() {
    Job<Optional<Projection>> unwatched = startEndless();
    assertEquals(Optional.empty(), session.liveFrame().orElseThrow().quality());
    unwatched.cancel();
    unwatched.await();
    session.measureFrames();
    Job<Optional<Projection>> job = startEndless();
    LiveQuality first = measuredAfter(job, 0);
    LiveQuality second = measuredAfter(job, first.iteration());
    assertEquals(40, second.count());
    assertEquals(40, second.measuredRows());
    assertTrue(second.iteration() <= iteration());
    assertEquals(
        session.state().documents().values().stream().map(Document::category).distinct().count(),
        second.classAgreement().orElseThrow().classes());
    job.cancel();
    job.await();
    assertEquals(Optional.empty(), session.liveFrame(), "nothing moves any more");
    assertEquals(Optional.empty(), session.state().quality(), "the finished map is not measured");
    session.measureQuality().await();
    assertEquals(40, session.state().quality().orElseThrow().measuredRows());
  }

  /// The next measurement of a later frame.
  private LiveQuality measuredAfter(Job<?> job, int iteration) {
    Optional<LiveQuality> found = Optional.empty();
    while (found.filter(quality -> quality.iteration() > iteration).isEmpty()) {
      moved(job, 1L + iteration());
      found = session.liveFrame().flatMap(LiveFrame::quality);
    }
    return found.get();
  }

  @Test
  void isPausedResumedAndSettled() {
    Job<Optional<Projection>> job = startEndless();
    session.pauseLayout();
    assertEquals(Optional.empty(), job.await());
    assertTrue(session.state().running().orElseThrow().paused());
    int paused = session.liveFrame().orElseThrow().frame().iteration();
    Job<Optional<Projection>> more = session.resumeLayout();
    moved(more, paused + 1);
    assertFalse(session.state().running().orElseThrow().paused());
    session.pauseLayout();
    more.await();
    Projection kept = session.settleLayout().await().orElseThrow();
    assertTrue(iterations(kept) > paused);
    assertEquals(Optional.of(kept), session.state().projection());
    assertEquals(Optional.empty(), session.state().running());
  }

  @Test
  void whatHasComeToItsEndIsNotGoneOnWith() {
    assertThrows(SessionProblem.class, () -> session.resumeLayout().await());
    session.startLayout(new Pca()).await();
    assertThrows(SessionProblem.class, () -> session.resumeLayout().await());
    session.startLayout(tsne(40)).await();
    assertThrows(SessionProblem.class, () -> session.resumeLayout().await());
    assertEquals(Optional.empty(), session.state().running());
  }

  @Test
  void turnsItsParametersWhileItRuns() {
    Job<Optional<Projection>> job = startEndless();
    session.changeLayout(LiveChange.exaggeration(3));
    session.changeLayout(LiveChange.perplexity(7));
    SessionState turned =
        await(
            session,
            state -> state.running().map(run -> used(run).perplexity() == 7).orElse(false));
    assertEquals(3, used(turned.running().orElseThrow()).exaggeration());
    moved(job, 200 + iteration());
    job.cancel();
    assertEquals(7, ((ProjectionFacts.OfTsne) job.await().orElseThrow().facts()).perplexity());
  }

  @Test
  void endsWhenAnotherSpaceIsShown() {
    long first = session.state().shownSpaceIds().getFirst();
    Job<Optional<Projection>> job = startEndless();
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), WHOLE).await();
    assertThrows(JobCancelled.class, job::await);
    assertEquals(Optional.empty(), session.state().running());
    assertEquals(Optional.empty(), session.state().projection());
    session.startLayout(new Pca()).await();
    assertEquals("pca", session.state().projection().orElseThrow().method().key());
    session.showSpaces(List.of(first)).await();
    assertEquals(Optional.empty(), session.state().projection());
  }

  @Test
  void isNeverKeptInAnotherWorkspace() {
    Job<Optional<Projection>> job = startEndless();
    session.openOrCreateWorkspace(folder.resolve("two.semascope")).await();
    session.importCorpus(request(corpus(folder, 41))).await();
    assertThrows(JobCancelled.class, job::await);
    assertEquals(List.of(), session.info().await().projections());
  }

  @Test
  void aPausedLayoutOfOtherRowsIsNotKept() {
    Job<Optional<Projection>> job = startEndless();
    session.pauseLayout();
    job.await();
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), WHOLE).await();
    assertEquals(Optional.empty(), session.settleLayout().await());
    assertTrue(
        session.info().await().projections().stream().allMatch(ProjectionSummary::frame),
        "a frame of the run, but no picture");
  }

  @Test
  void goesOnWhenTheSameRowsAreShownAgain() {
    Job<Optional<Projection>> job = startEndless();
    session.importCorpus(request(corpus(folder, 40))).await();
    moved(job, 200 + iteration());
    assertTrue(session.state().running().isPresent());
    job.cancel();
    assertTrue(job.await().isPresent());
  }

  @Test
  void theSameSeedGivesTheSamePicture() {
    Projection first = session.startLayout(tsne(40)).await().orElseThrow();
    Projection second = session.startLayout(tsne(40)).await().orElseThrow();
    Projection longer = session.startLayout(tsne(41)).await().orElseThrow();
    assertArrayEquals(first.layout().toArray(), second.layout().toArray());
    assertFalse(Arrays.equals(first.layout().toArray(), longer.layout().toArray()));
  }

  @Test
  void aFailureLeavesNothingRunning() {
    session.openOrCreateWorkspace(folder.resolve("few.semascope")).await();
    session.importCorpus(request(corpus(folder, 3))).await();
    assertThrows(TooFewPoints.class, () -> session.startLayout(tsne(40)).await());
    assertEquals(Optional.empty(), session.state().running());
    assertEquals(3, session.startLayout(new Pca()).await().orElseThrow().layout().count());
  }
}
