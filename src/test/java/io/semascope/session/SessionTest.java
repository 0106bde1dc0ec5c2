package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.ReadOptions;
import io.semascope.job.Job;
import io.semascope.model.Purpose;
import io.semascope.problem.ProblemException;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.space.SpaceMismatch;
import io.semascope.text.Granularity;
import io.semascope.vector.Similarity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionTest {
  private static final Granularity WHOLE = new Granularity.WholeDocument();

  @TempDir private Path folder = Path.of("");
  private Path table = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void prepare() throws Exception {
    table = TestSession.table(folder);
    file = folder.resolve("work.semascope");
  }

  private Session opened() {
    Session session = TestSession.in(folder);
    session.openOrCreateWorkspace(file).await();
    return session;
  }

  private static TypedRequest typed(String text) {
    return new TypedRequest(text, WHOLE, Purpose.QUERY);
  }

  @Test
  void anImportMakesASpaceWithEveryDocument() {
    try (Session session = opened()) {
      ImportReport report = TestSession.importTable(session, table, WHOLE);
      assertEquals(12, report.documentsAdded());
      assertEquals(12, report.space().vectors());
      assertEquals(12, session.state().chunkCount());
      assertEquals(
          "animals", session.state().category(session.state().space().orElseThrow().unit(0)));
    }
  }

  @Test
  void theSameImportAgainAddsNothing() {
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      ImportReport again = TestSession.importTable(session, table, WHOLE);
      assertEquals(0, again.documentsAdded());
      assertEquals(12, again.documentsKnown());
      assertEquals(0, again.textsEmbedded());
      assertEquals(12, again.space().vectors());
    }
  }

  @Test
  void equalTextsAreEmbeddedOnce() throws Exception {
    Path doubled =
        Files.writeString(folder.resolve("doubled.csv"), "id,text\na,same\nb,same\nc,other\n");
    try (Session session = opened()) {
      ImportReport report = TestSession.importTable(session, doubled, WHOLE);
      assertEquals(2, report.textsEmbedded());
      assertEquals(3, report.space().vectors());
    }
  }

  @Test
  void aTypedCopyOfADocumentFindsItFirstAndStandsOnIt() {
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      Projection map = session.startLayout(new Pca()).await().orElseThrow();
      String copy = session.state().space().orElseThrow().unit(1).text();
      PlacedText placed = session.placeText(typed(copy)).await();
      assertEquals(1, placed.neighbours().neighbours().getFirst().row());
      assertEquals(1, placed.neighbours().neighbours().getFirst().value(), 1e-6);
      Placement place = session.state().placements().get(placed.unitIds().getFirst());
      Placement.Exact exact = assertInstanceOf(Placement.Exact.class, place);
      assertEquals(map.layout().x(1), exact.x(), 1e-4);
      assertEquals(map.layout().y(1), exact.y(), 1e-4);
    }
  }

  @Test
  void underUmapATypedTextStandsNearItsNeighbours() {
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      Umap method = new Umap(5, 0.1, 1, 1, 60, Umap.Start.SPECTRAL, 42);
      Projection map = session.startLayout(method).await().orElseThrow();
      assertEquals(Optional.of(map), session.state().projection());
      PlacedText placed = session.placeText(typed("a hen sleeps in the barn")).await();
      Placement place = session.state().placements().get(placed.unitIds().getFirst());
      Placement.Estimated estimate = assertInstanceOf(Placement.Estimated.class, place);
      assertEquals(5, estimate.anchors().size());
      assertEquals(
          placed.neighbours().neighbours().getFirst().row(), estimate.anchors().getFirst());
      assertTrue(Float.isFinite(estimate.x()) && Float.isFinite(estimate.y()));
    }
  }

  @Test
  void underTsneAPlaceIsAnEstimateWithItsAnchors() {
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      Projection map = session.startLayout(tsne(60)).await().orElseThrow();
      ProjectionFacts.OfTsne facts = assertInstanceOf(ProjectionFacts.OfTsne.class, map.facts());
      assertEquals(11 / 3.0, facts.perplexity(), 1e-9, "capped at (n−1)/3");
      PlacedText placed = session.placeText(typed("The cat eats soup")).await();
      Placement place = session.state().placements().get(placed.unitIds().getFirst());
      assertFalse(assertInstanceOf(Placement.Estimated.class, place).anchors().isEmpty());
    }
  }

  private static Tsne tsne(int iterations) {
    Tsne usual = Tsne.standard();
    return new Tsne(30, 42, usual.engine(), 20, iterations, 12, 0);
  }

  @Test
  void everythingIsThereAfterReopening() {
    String text = "The dog fills the kitchen";
    Placement before;
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      session.startLayout(new Pca()).await();
      PlacedText placed = session.placeText(typed(text)).await();
      before = session.state().placements().get(placed.unitIds().getFirst());
    }
    try (Session session = TestSession.in(folder)) {
      SessionState state = session.openWorkspace(file).await();
      assertEquals(12, state.chunkCount());
      assertEquals(13, state.space().orElseThrow().count());
      assertEquals(text, state.space().orElseThrow().unit(12).text());
      assertTrue(state.projection().isPresent());
      Placement after = state.placements().get("typed-1");
      assertEquals(before.x(), after.x(), 1e-5);
    }
  }

  @Test
  void twoLevelsOfOneModelAreShownTogether() {
    try (Session session = opened()) {
      ImportReport whole = TestSession.importTable(session, table, WHOLE);
      ImportReport sentences =
          session.embed(ModelChoice.standard(), new Granularity.Sentence()).await();
      assertEquals(24, sentences.space().vectors());
      SessionState both =
          session.showSpaces(List.of(whole.space().id(), sentences.space().id())).await();
      assertEquals(36, both.chunkCount());
      assertEquals(2, both.space().orElseThrow().granularities().size());
    }
  }

  @Test
  void twoFingerprintsAreNeverShownTogether() {
    try (Session session = opened()) {
      ImportReport one = TestSession.importTable(session, table, WHOLE);
      ImportReport other = session.embed(new ModelChoice("bge-small-en-v1.5-q", 0), WHOLE).await();
      Job<SessionState> both = session.showSpaces(List.of(one.space().id(), other.space().id()));
      assertThrows(SpaceMismatch.class, both::await);
      assertEquals(2, session.state().spaces().size());
    }
  }

  @Test
  void aTypedTextPassesABulkImport() throws Exception {
    StringBuilder many = new StringBuilder("id,text\n");
    for (int i = 0; i < 4_000; i++) {
      many.append("r").append(i).append(",row number ").append(i).append(" of the bulk\n");
    }
    Path bulk = Files.writeString(folder.resolve("bulk.csv"), many);
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      CountDownLatch embedding = new CountDownLatch(1);
      Job<ImportReport> importing =
          session.importCorpus(
              new ImportRequest(
                  List.of(bulk), ReadOptions.standard(), ModelChoice.standard(), WHOLE));
      importing.onChange(
          status -> {
            if (status instanceof io.semascope.job.JobStatus.Running running
                && running.progress().stage().equals("embedding")) {
              embedding.countDown();
            }
          });
      embedding.await();
      session.placeText(typed("The horse is in a hurry")).await();
      assertFalse(importing.status().ended(), "the typed text waited for the whole import");
      importing.cancel();
      assertThrows(ProblemException.class, importing::await);
    }
  }

  @Test
  void aPausedLayoutGoesOnAndAStoppedOneKeepsItsPicture() throws Exception {
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      CountDownLatch frames = new CountDownLatch(1);
      Job<Optional<Projection>> run = session.startLayout(tsne(2_000_000));
      run.onChange(
          status -> {
            if (session.liveFrame().isPresent()) {
              frames.countDown();
            }
          });
      frames.await();
      session.pauseLayout();
      assertEquals(Optional.empty(), run.await());
      assertTrue(session.state().running().orElseThrow().paused());
      int reached = session.liveFrame().orElseThrow().frame().iteration();
      CountDownLatch further = new CountDownLatch(1);
      Job<Optional<Projection>> again = session.resumeLayout();
      again.onChange(
          status -> {
            if (session.liveFrame().stream().anyMatch(live -> live.frame().iteration() > reached)) {
              further.countDown();
            }
          });
      further.await();
      again.cancel();
      Projection kept = again.await().orElseThrow();
      assertTrue(kept.layout().isFinite());
      assertEquals(Optional.empty(), session.state().running());
      assertEquals(kept, session.state().projection().orElseThrow());
    }
  }

  @Test
  void vectorsLeaveAndComeBackButNothingCanBeTypedThere() {
    Path vectors = folder.resolve("v.npy");
    Path units = folder.resolve("v.tsv");
    NeighbourAnswer first;
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      first = session.inspect().neighbours("animal-0", 3, Similarity.COSINE).await();
      session.exportVectors(vectors, units).await();
    }
    try (Session session = TestSession.in(folder)) {
      session.openOrCreateWorkspace(folder.resolve("other.semascope")).await();
      session.importVectors(vectors, units).await();
      NeighbourAnswer second =
          session.inspect().neighbours("animal-0", 3, Similarity.COSINE).await();
      assertEquals(first.list(), second.list());
      Job<PlacedText> typing = session.placeText(typed("hello"));
      ProblemException refused = assertThrows(ProblemException.class, typing::await);
      assertTrue(refused.report().why().contains("v.npy"), refused.report().sentences());
    }
  }

  @Test
  void aDamagedFileLeavesTheOpenWorkspaceUsable() throws Exception {
    Path damaged = Files.writeString(folder.resolve("bad.semascope"), "this is no workspace");
    try (Session session = opened()) {
      TestSession.importTable(session, table, WHOLE);
      Job<SessionState> opening = session.openWorkspace(damaged);
      assertThrows(ProblemException.class, opening::await);
      assertEquals(
          3,
          session
              .inspect()
              .neighbours("tool-1", 3, Similarity.DOT)
              .await()
              .list()
              .neighbours()
              .size());
      assertEquals("this is no workspace", Files.readString(damaged));
    }
  }
}
