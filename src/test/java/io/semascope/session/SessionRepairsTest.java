package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobCancelled;
import io.semascope.model.ModelCatalogue;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a session still holds and shows after something went half wrong, or was asked for twice with a difference.
final class SessionRepairsTest {
  @TempDir private Path folder = Path.of("");
  private final WatchedModels models = new WatchedModels();
  private final Session session = new Session(new FakeCatalogue(), models);
  private Path workspace = Path.of("");

  @BeforeEach
  void open() {
    workspace = folder.resolve("work.semascope");
    session.openOrCreateWorkspace(workspace).await();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aStoppedImportIsShownAsFarAsItCame() throws InterruptedException {
    CountDownLatch secondBatch = new CountDownLatch(2);
    CountDownLatch stopped = new CountDownLatch(1);
    models.before =
        texts -> {
          secondBatch.countDown();
          if (secondBatch.getCount() == 0) {
            try {
              stopped.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Job<ImportReport> job =
        session.importCorpus(SessionFixture.request(SessionFixture.corpus(folder, 1_200)));
    secondBatch.await();
    job.cancel();
    stopped.countDown();
    assertThrows(JobCancelled.class, job::await);
    SessionState state = session.state();
    assertEquals(1_200, state.documents().size());
    assertEquals(512, state.chunkCount());
    assertTrue(SpaceGaps.shown(state).getFirst().contains("688 of its 1,200 texts"));
    models.before = texts -> {};
    ImportReport rest =
        session.importCorpus(SessionFixture.request(SessionFixture.corpus(folder, 1_200))).await();
    assertEquals(688, rest.textsEmbedded());
    assertEquals(List.of(), SpaceGaps.shown(session.state()));
  }

  @Test
  void twoWindowSizesAreShownTogetherWithAllTheirPieces() throws Exception {
    Path text =
        Files.writeString(folder.resolve("long.txt"), "word after word goes on and ".repeat(20));
    for (Granularity size :
        List.of(new Granularity.TokenWindow(16, 4), new Granularity.TokenWindow(32, 8))) {
      session
          .importCorpus(SessionFixture.request(text, ModelCatalogue.DEFAULT_MODEL, size))
          .await();
    }
    List<SpaceSummary> spaces = session.state().spaces();
    session.showSpaces(spaces.stream().map(SpaceSummary::id).toList()).await();
    assertEquals(spaces.stream().mapToInt(SpaceSummary::units).sum(), session.state().chunkCount());
  }

  @Test
  void theSameVectorsUnderOtherIdsAreAnotherSpace() throws Exception {
    session.importCorpus(SessionFixture.request(SessionFixture.corpus(folder, 4))).await();
    Path vectors = folder.resolve("v.npy");
    Path units = folder.resolve("v.tsv");
    session.exportVectors(vectors, units).await();
    List<String> lines = Files.readAllLines(units);
    Path reversed =
        Files.write(
            folder.resolve("reversed.tsv"),
            List.of(lines.getFirst(), lines.get(4), lines.get(3), lines.get(2), lines.get(1)));
    session.openOrCreateWorkspace(folder.resolve("imported.semascope")).await();
    session.importVectors(vectors, units).await();
    VectorSpace first = session.state().space().orElseThrow();
    session.importVectors(vectors, reversed).await();
    VectorSpace second = session.state().space().orElseThrow();
    assertNotEquals(first.origin().fingerprint(), second.origin().fingerprint());
    assertEquals(
        first.vectors().row(first.rowOf("row-0").orElseThrow()),
        second.vectors().row(second.rowOf("row-3").orElseThrow()));
  }

  @Test
  void aDocumentCalledLikeATypedTextLeavesTheWorkspaceReadable() throws Exception {
    session.importCorpus(SessionFixture.request(SessionFixture.corpus(folder, 3))).await();
    session.placeText(SessionFixture.typed("the boat")).await();
    Path table = Files.writeString(folder.resolve("t.csv"), "id,text\ntyped-1,A document.\n");
    session.importCorpus(SessionFixture.request(table)).await();
    session.openOrCreateWorkspace(folder.resolve("other.semascope")).await();
    SessionState again = session.openWorkspace(workspace).await();
    assertEquals(
        List.of("row-0", "row-1", "row-2", "typed-1~2", "typed-1"),
        again.space().orElseThrow().units().stream().map(TextUnit::id).toList());
    assertEquals(Optional.of("A document."), textOf(again, "typed-1~2"));
  }

  private static Optional<String> textOf(SessionState state, String id) {
    VectorSpace space = state.space().orElseThrow();
    return space.rowOf(id).stream().mapToObj(row -> space.unit(row).text()).findFirst();
  }
}
