package io.semascope.session;

import static io.semascope.session.SessionFixture.tsne;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A t-SNE that flies apart keeps its last good picture, in this session and in the next.
class DivergedLayoutTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void importSomething() {
    file = SessionFixture.workspace(folder);
  }

  /// Pauses a run on its way and lets it fly apart. Returns the iteration of its last good picture.
  private static int flyApart(Session session) {
    Job<Optional<Projection>> begun = session.startLayout(tsne(100_000_000));
    awaitFrame(session, 0);
    session.pauseLayout();
    assertEquals(Optional.empty(), begun.await());
    session.changeLayout(LiveChange.learningRate(Double.MAX_VALUE));
    LayoutDiverged problem =
        assertThrows(LayoutDiverged.class, () -> session.resumeLayout().await());
    assertTrue(session.state().running().orElseThrow().paused(), "it can be gone on with");
    String remedy = problem.report().remedy();
    return Integer.parseInt(remedy.replaceAll("\\D", ""));
  }

  private static void awaitFrame(Session session, int after) {
    while (session.liveFrame().stream().noneMatch(live -> live.frame().iteration() > after)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void itsLastGoodPictureCanBeGoneOnWithOrKept() {
    try (Session session = SessionFixture.reopened(file)) {
      int good = flyApart(session);
      session.changeLayout(LiveChange.learningRate(0));
      Job<Optional<Projection>> gone = session.resumeLayout();
      awaitFrame(session, good);
      session.pauseLayout();
      assertEquals(Optional.empty(), gone.await());
      Projection kept = session.settleLayout().await().orElseThrow();
      assertTrue(kept.layout().isFinite());
      assertTrue(((ProjectionFacts.OfTsne) kept.facts()).iterations() > good);
    }
  }

  /// Looked at in the file before anything else stores it, as a pause or the end of the session would.
  @Test
  void itsLastGoodPictureIsStored() {
    Path copy = folder.resolve("copy.semascope");
    Projection settled;
    try (Session session = SessionFixture.reopened(file)) {
      Job<Optional<Projection>> begun = session.startLayout(tsne(100_000_000));
      awaitFrame(session, 0);
      session.changeLayout(LiveChange.learningRate(Double.MAX_VALUE));
      assertThrows(LayoutDiverged.class, begun::await);
      session.saveCopy(copy).await();
      settled = session.settleLayout().await().orElseThrow();
    }
    try (Session session = SessionFixture.reopened(copy)) {
      Projection left = session.state().interrupted().orElseThrow();
      assertTrue(left.layout().isFinite());
      assertEquals(settled.facts(), left.facts());
      assertArrayEquals(settled.layout().toArray(), left.layout().toArray());
    }
  }
}
