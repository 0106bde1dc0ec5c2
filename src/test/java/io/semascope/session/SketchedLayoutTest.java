package io.semascope.session;

import static io.semascope.session.SessionFixture.tsne;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A map for a file (`sketchLayout`) is kept where no finished one is, whatever was stopped there before.
class SketchedLayoutTest {
  private static final int ENDLESS = 100_000_000;
  private static final int MANY_EPOCHS = 1_000_000;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void importSomething() {
    file = SessionFixture.workspace(folder);
  }

  private Session reopened() {
    return SessionFixture.reopened(file);
  }

  private static Umap umap(int epochs) {
    return new Umap(5, 0.1, 1, 1, epochs, Umap.Start.PCA, 42);
  }

  private Job<Optional<Projection>> sketch(Session session, ProjectionMethod method) {
    return session.sketchLayout(method, false);
  }

  /// The picture of a run that is stopped behind some of its steps.
  private static Projection stopped(Session session, Job<Optional<Projection>> job) {
    while (session.liveFrame().isEmpty()) {
      assertFalse(job.status().ended(), () -> "ended too early: " + job.status());
      Thread.onSpinWait();
    }
    job.cancel();
    Projection stopped = job.await().orElseThrow();
    assertTrue(stopped.unfinished());
    return stopped;
  }

  /// What a later session finds of the method.
  private Optional<ProjectionFacts> kept(ProjectionMethod method) {
    try (Session session = reopened()) {
      session.showKeptLayout(method).await();
      return session
          .state()
          .projection()
          .filter(found -> found.method().key().equals(method.key()))
          .map(Projection::facts);
    }
  }

  private Optional<ProjectionFacts> left() {
    try (Session session = reopened()) {
      return session.state().interrupted().map(Projection::facts);
    }
  }

  @Test
  void aStoppedUmapIsNotKept() {
    try (Session session = reopened()) {
      stopped(session, sketch(session, umap(MANY_EPOCHS)));
    }
    assertEquals(Optional.empty(), kept(Umap.standard()));
  }

  @Test
  void oneThatMayReplaceLeavesNoHalfUmapEither() {
    try (Session session = reopened()) {
      stopped(session, session.sketchLayout(umap(MANY_EPOCHS), true));
    }
    assertEquals(Optional.empty(), kept(Umap.standard()));
    Projection finished;
    try (Session session = reopened()) {
      sketch(session, umap(20)).await();
      finished = session.sketchLayout(umap(30), true).await().orElseThrow();
    }
    assertEquals(Optional.of(finished.facts()), kept(Umap.standard()));
    Projection half;
    try (Session session = reopened()) {
      stopped(session, sketch(session, tsne(ENDLESS)));
      half = stopped(session, session.sketchLayout(tsne(ENDLESS - 1), true));
    }
    assertEquals(Optional.of(half.facts()), left(), "a t-SNE can be gone on with");
  }

  @Test
  void aFinishedUmapTakesThePlaceOfOneThatWasStopped() {
    Projection half;
    Projection finished;
    try (Session session = reopened()) {
      half = stopped(session, session.startLayout(umap(MANY_EPOCHS)));
    }
    assertEquals(Optional.of(half.facts()), kept(Umap.standard()), "as the window keeps it");
    try (Session session = reopened()) {
      stopped(session, sketch(session, umap(MANY_EPOCHS - 1)));
    }
    assertEquals(Optional.of(half.facts()), kept(Umap.standard()));
    try (Session session = reopened()) {
      finished = sketch(session, umap(20)).await().orElseThrow();
    }
    assertEquals(Optional.of(finished.facts()), kept(Umap.standard()));
    try (Session session = reopened()) {
      sketch(session, umap(30)).await();
    }
    assertEquals(Optional.of(finished.facts()), kept(Umap.standard()), "one that is there stays");
  }

  @Test
  void aFinishedTsneIsKeptBesideOneThatWasStopped() {
    Projection half;
    Projection finished;
    try (Session session = reopened()) {
      half = stopped(session, sketch(session, tsne(ENDLESS)));
    }
    assertEquals(Optional.of(half.facts()), kept(Tsne.standard()));
    assertEquals(Optional.of(half.facts()), left());
    try (Session session = reopened()) {
      stopped(session, sketch(session, tsne(ENDLESS - 1)));
    }
    assertEquals(Optional.of(half.facts()), left(), "the first stays to be gone on with");
    try (Session session = reopened()) {
      finished = sketch(session, tsne(40)).await().orElseThrow();
    }
    assertEquals(Optional.of(finished.facts()), kept(Tsne.standard()));
    assertEquals(Optional.of(half.facts()), left());
  }
}
