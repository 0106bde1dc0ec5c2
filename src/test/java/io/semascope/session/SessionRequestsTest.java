package io.semascope.session;

import static io.semascope.session.SessionFixture.WHOLE;
import static io.semascope.session.SessionFixture.corpus;
import static io.semascope.session.SessionFixture.request;
import static io.semascope.session.SessionFixture.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobCancelled;
import io.semascope.model.InputUnusable;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelUnavailable;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.projection.Pca;
import io.semascope.space.SpaceSummary;
import io.semascope.text.Granularity;
import io.semascope.vector.Similarity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a session answers to requests that make no sense, or come too late.
class SessionRequestsTest {
  @TempDir private Path folder = Path.of("");
  private WatchedModels models = new WatchedModels();
  private Session session = new Session(new FakeCatalogue(), models);
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("work.semascope");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private ImportReport open(int rows) {
    session.openOrCreateWorkspace(file).await();
    return session.importCorpus(request(corpus(folder, rows))).await();
  }

  @Test
  void everyRequestThatMakesNoSenseHasThreeSentences() {
    List<Runnable> requests =
        List.of(
            () -> session.placeText(typed("nothing is open")).await(),
            () -> session.removeText("typed-1").await(),
            () -> session.info().await(),
            () -> session.startLayout(new Pca()).await(),
            () -> session.resumeLayout().await(),
            () -> session.exportMap(folder.resolve("m.csv")).await(),
            () -> session.measureQuality().await(),
            () -> session.inspect().unit("x").await());
    for (Runnable request : requests) {
      assertThreeSentences(assertThrows(ProblemException.class, request::run));
    }
    open(5);
    assertThrows(InputUnusable.class, () -> session.placeText(typed(" \n\t ")).await());
    assertThrows(InputUnusable.class, () -> session.placeText(typed("")).await());
    assertThrows(
        ModelUnavailable.class,
        () -> session.importCorpus(request(corpus(folder, 6), "nobody", WHOLE)).await());
    for (Runnable request :
        List.<Runnable>of(
            () -> session.inspect().unit("nobody").await(),
            () -> session.inspect().dimension(32, 3).await(),
            () -> session.inspect().dimension(-1, 3).await(),
            () -> session.inspect().levels("nobody", typed("x")).await(),
            () -> SpaceChoice.find(session.state(), "nobody"))) {
      assertThreeSentences(assertThrows(ProblemException.class, request::run));
    }
  }

  private static void assertThreeSentences(ProblemException problem) {
    assertNotEquals(ProblemKind.BUG, problem.kind(), problem.getMessage());
    for (String sentence :
        List.of(problem.report().what(), problem.report().why(), problem.report().remedy())) {
      assertTrue(sentence.matches("(?s)\\S.*\\."), sentence);
    }
  }

  @Test
  void aFailedModelLeavesTheOneThatWorks() {
    open(5);
    models.calls.clear();
    assertThrows(
        ModelUnavailable.class,
        () ->
            session
                .inspect()
                .compareTexts("a", "b", new ModelChoice(FakeCatalogue.BROKEN, 0))
                .await());
    session.placeText(typed("still placed")).await();
    assertEquals(List.of("still placed"), models.calls);
    assertInstanceOf(ModelState.Ready.class, session.state().model());
  }

  @Test
  void askingForMoreNeighboursThanThereAreGivesAll() {
    open(5);
    NeighbourAnswer answer = session.inspect().neighbours("row-1", 1000, Similarity.DOT).await();
    assertEquals(4, answer.list().neighbours().size());
  }

  @Test
  void aSpaceIsFoundByNumberModelGranularityAndFingerprint() {
    open(5);
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), new Granularity.Sentence()).await();
    SessionState state = session.state();
    SpaceSummary first = state.spaces().get(0);
    SpaceSummary second = state.spaces().get(1);
    String print = second.origin().fingerprint().value();
    assertEquals(first, SpaceChoice.find(state, String.valueOf(first.id())));
    assertEquals(first, SpaceChoice.find(state, ModelCatalogue.DEFAULT_MODEL));
    assertEquals(second, SpaceChoice.find(state, "sentence"));
    assertEquals(second, SpaceChoice.find(state, FakeCatalogue.OTHER + "/sentence"));
    assertEquals(second, SpaceChoice.find(state, print.substring(0, 8)));
    assertThrows(SessionProblem.class, () -> SpaceChoice.find(state, print.substring(0, 7)));
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), WHOLE).await();
    assertThrows(
        SessionProblem.class, () -> SpaceChoice.find(session.state(), FakeCatalogue.OTHER));
  }

  @Test
  void workAfterClosingIsCancelledNotLost() {
    open(5);
    session.close();
    assertThrows(JobCancelled.class, () -> session.placeText(typed("too late")).await());
    assertThrows(JobCancelled.class, () -> session.info().await());
  }
}
