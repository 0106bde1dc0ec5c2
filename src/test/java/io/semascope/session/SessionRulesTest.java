package io.semascope.session;

import static io.semascope.session.SessionFixture.WHOLE;
import static io.semascope.session.SessionFixture.corpus;
import static io.semascope.session.SessionFixture.request;
import static io.semascope.session.SessionFixture.tsne;
import static io.semascope.session.SessionFixture.typed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobStatus;
import io.semascope.model.Purpose;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.space.SpaceMismatch;
import io.semascope.space.SpaceSummary;
import io.semascope.store.UnitTruncation;
import io.semascope.text.Granularity;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must hold when work overlaps, stops, fails or meets what it did not expect.
class SessionRulesTest {
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

  private void reopen() {
    session.close();
    models = new WatchedModels();
    session = new Session(new FakeCatalogue(), models);
    session.openWorkspace(file).await();
  }

  private ImportReport open(int rows) {
    session.openOrCreateWorkspace(file).await();
    return session.importCorpus(request(corpus(folder, rows))).await();
  }

  @Test
  void importsPlacesAndFindsAgainAfterReopening() {
    ImportReport report = open(30);
    assertEquals(30, report.documentsAdded());
    assertEquals(30, report.textsEmbedded());
    session.startLayout(new Pca()).await();
    PlacedText placed = session.placeText(typed("the boat number0 near a boat")).await();
    assertEquals(
        "row-0",
        session
            .state()
            .space()
            .orElseThrow()
            .unit(placed.neighbours().neighbours().getFirst().row())
            .id());
    String id = placed.unitIds().getFirst();
    assertInstanceOf(Placement.Exact.class, session.state().placements().get(id));
    SessionState before = session.state();
    reopen();
    SessionState after = session.state();
    assertEquals(before.documents(), after.documents());
    assertEquals(before.space().orElseThrow().units(), after.space().orElseThrow().units());
    assertEquals(vectors(before), vectors(after));
    assertArrayEquals(
        before.projection().orElseThrow().layout().toArray(),
        after.projection().orElseThrow().layout().toArray());
    assertEquals(before.placements(), after.placements());
    NeighbourAnswer answer = session.inspect().neighbours(id, 3, Similarity.COSINE).await();
    assertEquals("row-0", answer.space().unit(answer.list().neighbours().getFirst().row()).id());
  }

  @Test
  void estimatesUnderTsneAndShowsTheNewestPictureAgain() {
    open(30);
    session.startLayout(tsne(30)).await();
    String id = session.placeText(typed("the violin near a river")).await().unitIds().getFirst();
    assertInstanceOf(Placement.Estimated.class, session.state().placements().get(id));
    reopen();
    assertEquals("tsne", session.state().projection().orElseThrow().method().key());
    session.startLayout(new Pca()).await();
    assertInstanceOf(Placement.Exact.class, session.state().placements().get(id));
    reopen();
    assertEquals("pca", session.state().projection().orElseThrow().method().key());
  }

  @Test
  void typedTextPassesABulkImport() throws InterruptedException {
    open(10);
    CountDownLatch importing = new CountDownLatch(1);
    CountDownLatch typed = new CountDownLatch(1);
    models.before =
        texts -> {
          if (texts.size() > 1) {
            importing.countDown();
            wait(typed);
          }
        };
    models.calls.clear();
    Job<ImportReport> bulk = session.importCorpus(request(corpus(folder, 2_000)));
    importing.await();
    Job<PlacedText> urgent = session.placeText(typed("a quick question about bread"));
    typed.countDown();
    bulk.await();
    urgent.await();
    int place = models.calls.indexOf("a quick question about bread");
    assertTrue(place > 0 && place < models.calls.size() - 1, models.calls.toString());
    assertEquals(2_001, session.state().space().orElseThrow().count());
  }

  @Test
  void aTextForAnotherModelLeavesTheModelOfTheImportOpen() throws InterruptedException {
    open(10);
    CountDownLatch importing = new CountDownLatch(1);
    CountDownLatch typed = new CountDownLatch(1);
    models.before =
        texts -> {
          if (texts.size() > 1) {
            importing.countDown();
            wait(typed);
          }
        };
    Job<ImportReport> bulk =
        session.importCorpus(request(corpus(folder, 300), FakeCatalogue.OTHER, WHOLE));
    importing.await();
    Job<PlacedText> urgent = session.placeText(typed("a question in the first space"));
    typed.countDown();
    assertEquals(FakeCatalogue.OTHER, bulk.await().space().origin().modelName());
    assertEquals("typed-1", urgent.await().unitIds().getFirst());
  }

  private static List<DenseVector> vectors(SessionState state) {
    VectorBlock block = state.space().orElseThrow().vectors();
    return IntStream.range(0, block.count()).mapToObj(block::row).toList();
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasDoneBeforeAStopStaysAndTheRestIsTheSame() {
    session.openOrCreateWorkspace(file).await();
    Path input = corpus(folder, 1_500);
    List<Job<ImportReport>> job = new ArrayList<>();
    CountDownLatch started = new CountDownLatch(1);
    models.before =
        texts -> {
          wait(started);
          if (models.calls.size() == 3) {
            job.getFirst().cancel();
          }
        };
    job.add(session.importCorpus(request(input)));
    started.countDown();
    assertThrows(JobCancelled.class, job.getFirst()::await);
    assertInstanceOf(JobStatus.Cancelled.class, job.getFirst().status());
    reopen();
    SpaceSummary space = session.state().spaces().getFirst();
    assertEquals(1_024, space.vectors());
    assertEquals(1_500, space.units());
    ImportReport rest = session.importCorpus(request(input)).await();
    assertEquals(0, rest.documentsAdded());
    assertEquals(476, rest.textsEmbedded());
    SessionState resumed = session.state();
    session.openOrCreateWorkspace(folder.resolve("whole.semascope")).await();
    session.importCorpus(request(input)).await();
    assertEquals(
        session.state().space().orElseThrow().units(), resumed.space().orElseThrow().units());
    assertEquals(vectors(session.state()), vectors(resumed));
  }

  @Test
  void embedsEqualTextsOnce() throws IOException {
    Path lines = Files.writeString(folder.resolve("t.csv"), "id,text\na,same\nb,same\nc,not\n");
    session.openOrCreateWorkspace(file).await();
    ImportReport report = session.importCorpus(request(lines)).await();
    assertEquals(2, report.textsEmbedded());
    assertEquals(3, report.space().vectors());
  }

  @Test
  void anotherModelOrGranularityKeepsTheOldSpace() {
    open(12);
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), WHOLE).await();
    session.embed(ModelChoice.standard(), new Granularity.Sentence()).await();
    List<SpaceSummary> spaces = session.state().spaces();
    assertEquals(List.of(12, 12, 24), spaces.stream().map(SpaceSummary::vectors).toList());
    long whole = spaces.get(0).id();
    long sentences = spaces.get(2).id();
    session.showSpaces(List.of(whole, sentences)).await();
    assertEquals(36, session.state().chunkCount());
    SessionState shown = session.state();
    ProblemException mixed =
        assertThrows(
            SpaceMismatch.class,
            () -> session.showSpaces(List.of(whole, spaces.get(1).id())).await());
    assertEquals(ProblemKind.MISMATCH, mixed.kind());
    assertEquals(shown.shownSpaceIds(), session.state().shownSpaceIds());
    reopen();
    assertEquals(List.of(whole, sentences), session.state().shownSpaceIds());
  }

  @Test
  void typedTextsOfTwoSpacesKeepApartWhenBothAreShown() {
    open(12);
    long whole = session.state().shownSpaceIds().getFirst();
    session.placeText(typed("one in the first space")).await();
    session.embed(ModelChoice.standard(), new Granularity.Sentence()).await();
    long sentences = session.state().shownSpaceIds().getFirst();
    session.placeText(typed("one in the second space")).await();
    session.showSpaces(List.of(whole, sentences)).await();
    assertEquals(36 + 2, session.state().space().orElseThrow().count());
    String second = "typed-2";
    assertEquals(
        "one in the second space",
        session
            .state()
            .space()
            .orElseThrow()
            .unit(session.state().space().orElseThrow().rowOf(second).orElseThrow())
            .text());
    session.removeText(second).await();
    reopen();
    assertTrue(session.state().space().orElseThrow().rowOf(second).isEmpty());
    assertTrue(session.state().space().orElseThrow().rowOf("typed-1").isPresent());
  }

  @Test
  void aDocumentMayBeCalledLikeATypedText() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "id,text\ntyped-1,odd\nb,other\n");
    session.openOrCreateWorkspace(file).await();
    session.importCorpus(request(table)).await();
    assertEquals(List.of("typed-2"), session.placeText(typed("hello")).await().unitIds());
  }

  @Test
  void aFileThatCannotBeOpenedLeavesTheOldOneInUse() throws IOException {
    open(12);
    SessionState before = session.state();
    Path junk = Files.writeString(folder.resolve("junk.semascope"), "junk");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> session.openWorkspace(junk).await());
    assertEquals(ProblemKind.WORKSPACE, problem.kind());
    assertEquals(before.workspaceFile(), session.state().workspaceFile());
    assertEquals(List.of("typed-1"), session.placeText(typed("still there")).await().unitIds());
    assertEquals("junk", Files.readString(junk));
  }

  @Test
  void theWindowAndTheShownSpaceAreRememberedTogether() {
    open(12);
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), WHOLE).await();
    List<Long> shown = session.state().shownSpaceIds();
    session.rememberWindow(Map.of("width", "1000", "theme", "dark")).await();
    session.rememberWindow(Map.of("width", "1200"));
    reopen();
    assertEquals(shown, session.state().shownSpaceIds());
    assertEquals("1200", session.windowState().await().get("width"));
    assertEquals("dark", session.windowState().await().get("theme"));
  }

  @Test
  void aRememberedMixtureOfSpacesIsNotBelieved() {
    open(12);
    long first = session.state().shownSpaceIds().getFirst();
    session.embed(new ModelChoice(FakeCatalogue.OTHER, 0), WHOLE).await();
    long second = session.state().shownSpaceIds().getFirst();
    session
        .rememberWindow(Map.of("session.shownSpaces", first + "," + second + ",77,x," + first))
        .await();
    reopen();
    assertEquals(List.of(first), session.state().shownSpaceIds());
  }

  @Test
  void importedVectorsRefuseTypingAndSayWhy() {
    open(12);
    Path vectors = folder.resolve("v.npy");
    Path units = folder.resolve("u.tsv");
    session.placeText(typed("a typed text comes along")).await();
    SessionState exported = session.state();
    session.exportVectors(vectors, units).await();
    session.openOrCreateWorkspace(folder.resolve("imported.semascope")).await();
    ImportedVectors imported = session.importVectors(vectors, units).await();
    assertEquals(1, imported.spaces().size());
    assertTrue(imported.notes().contains("1 typed text came along."), imported.notes().toString());
    assertEquals(vectors(exported), vectors(session.state()));
    assertEquals(
        exported.space().orElseThrow().units(), session.state().space().orElseThrow().units());
    SessionProblem refused =
        assertThrows(SessionProblem.class, () -> session.placeText(typed("hello")).await());
    assertEquals(ProblemKind.MISMATCH, refused.kind());
    assertTrue(refused.report().why().contains("v.npy"), refused.report().why());
  }

  @Test
  void saysWhatTheVectorOfATypedTextNeverSaw() {
    open(12);
    String lengthy = "word ".repeat(100) + "tail";
    assertEquals(1, session.placeText(typed(lengthy)).await().truncations().size());
    NeighbourAnswer answer =
        session.inspect().neighboursOfText(lengthy, Purpose.QUERY, 3, Similarity.COSINE).await();
    assertTrue(answer.truncations().getFirst().lost().of(lengthy).endsWith("tail"));
    LevelAnswer levels = session.inspect().levels("row-1", typed(lengthy)).await();
    assertEquals(1, levels.queryTruncations().size());
    assertEquals(List.of(), levels.truncatedIds());
    UnitTruncation shown = session.state().truncations().get("typed-1");
    assertTrue(Objects.requireNonNull(shown).lost().of(lengthy).endsWith("tail"));
    session.removeText("typed-1").await();
    session.placeText(typed("short")).await();
    assertEquals("typed-1", session.state().space().orElseThrow().units().getLast().id());
    assertEquals(Map.of(), session.state().truncations(), "the same id, another text");
  }
}
