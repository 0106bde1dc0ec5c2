package io.semascope.session.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.ModelFingerprint;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexKeeperTest {
  private static final int CHUNKS = 300;

  @TempDir private Path folder;

  private final List<VectorBlock> comparedInFull = new ArrayList<>();

  private IndexedSpace space(long seed, float length) {
    Random random = new Random(seed);
    List<TextUnit> units = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < CHUNKS; i++) {
      units.add(new Chunk("d" + i, "d" + i, new Granularity.WholeDocument(), new Span(0, 1), "x"));
      double angle = random.nextDouble(Math.TAU);
      rows.add(new float[] {length * (float) Math.cos(angle), length * (float) Math.sin(angle)});
    }
    units.add(new TypedText("t", "typed"));
    rows.add(rows.getFirst());
    SpaceOrigin origin = new SpaceOrigin.Imported("a", new ModelFingerprint("a".repeat(64)));
    return new IndexedSpace(
        folder.resolve("a.semascope"),
        List.of(1L),
        new VectorSpace(origin, units, VectorBlock.copyOf(rows, 2), seed));
  }

  private IndexKeeper keeper() {
    return new IndexKeeper(
        (block, query, cancellation) -> {
          comparedInFull.add(block);
          return ExactIndex.over(block, cancellation).nearest(query, cancellation);
        });
  }

  private static IndexKeeper.Found ask(IndexKeeper keeper, IndexedSpace where, Similarity by) {
    NeighbourQuery query = NeighbourQuery.of(where.space().vectors().row(0), 5, by).except(0);
    return keeper.search(where, query, new SearchMethod.Hnsw(50), JobContext.direct());
  }

  @Test
  void theIndexIsSavedAndTakenUpAgain() throws IOException {
    IndexedSpace where = space(1, 1);
    IndexKeeper.Found first = ask(keeper(), where, Similarity.COSINE);
    Path file = folder.resolve("a.semascope.hnsw-1");
    byte[] saved = Files.readAllBytes(file);
    IndexKeeper.Found again = ask(keeper(), where, Similarity.COSINE);
    assertEquals(first, again);
    assertArrayEquals(saved, Files.readAllBytes(file));
    assertFalse(first.list().exact());
    assertEquals(50, first.report().recall().orElseThrow().dial());
    assertEquals(CHUNKS, first.list().neighbours().getFirst().row(), "a typed text is found");
  }

  @Test
  void aSearchThatBuildsNothingDoesNotSayThatItBuilds() {
    List<String> stages = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(progress -> stages.add(progress.stage()));
    JobContext context = new JobContext(Cancellation.never(), meter, () -> {});
    keeper().prepare(space(1, 1), new SearchMethod.Binary(10), context);
    assertEquals(
        List.of("taking one bit of every value", "measuring its recall"),
        stages.stream().distinct().toList());
    stages.clear();
    keeper().prepare(space(1, 1), new SearchMethod.Hnsw(50), context);
    assertEquals("reading or building the neighbour graph", stages.getFirst());
  }

  @Test
  void whoDoesNotWaitGetsNothingUntilIndexAndRecallAreThere() throws IOException {
    IndexKeeper keeper = keeper();
    IndexedSpace where = space(1, 1);
    NeighbourQuery query = NeighbourQuery.of(where.space().vectors().row(0), 5, Similarity.COSINE);
    SearchMethod.Hnsw method = new SearchMethod.Hnsw(50);
    assertTrue(keeper.searchIfPrepared(where, query, method, JobContext.direct()).isEmpty());
    Files.writeString(where.file(), "no index");
    assertEquals(1, keeper.prepare(where, method, JobContext.direct()).size());
    IndexKeeper.Found found =
        keeper.searchIfPrepared(where, query, method, JobContext.direct()).orElseThrow();
    assertEquals(keeper.search(where, query, method, JobContext.direct()), found);
    assertTrue(
        keeper
            .searchIfPrepared(where, query, new SearchMethod.Hnsw(60), JobContext.direct())
            .isEmpty(),
        "nobody has measured that breadth");
  }

  @Test
  void anIndexGoesWithTheSpaceItIsOf() {
    IndexKeeper keeper = keeper();
    IndexedSpace where = space(1, 1);
    SearchMethod.Hnsw method = new SearchMethod.Hnsw(50);
    NeighbourQuery query = NeighbourQuery.of(where.space().vectors().row(0), 5, Similarity.COSINE);
    keeper.prepare(where, method, JobContext.direct());
    keeper.keepOnly(Optional.of(where));
    assertTrue(keeper.searchIfPrepared(where, query, method, JobContext.direct()).isPresent());
    keeper.keepOnly(Optional.of(space(2, 1)));
    assertTrue(keeper.searchIfPrepared(where, query, method, JobContext.direct()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact", "hnsw-10", "hnsw-100000", "binary-1", "binary-1000"})
  void aMethodIsReadBackFromItsKey(String key) {
    assertEquals(key, SearchMethod.of(key).orElseThrow().key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hnsw",
        "hnsw-",
        "hnsw-0",
        "hnsw-100001",
        "hnsw-9999999",
        "exact-1",
        "binary-1001",
        "h-100",
        "hnsw-01"
      })
  void nonsenseIsNoMethod(String key) {
    assertEquals(Optional.empty(), SearchMethod.of(key));
  }

  @Test
  void bitsAreComparedFirstWithoutAFile() {
    IndexKeeper keeper = keeper();
    IndexedSpace where = space(1, 1);
    NeighbourQuery query =
        NeighbourQuery.of(where.space().vectors().row(0), 5, Similarity.COSINE).except(0);
    SearchMethod.Binary method = new SearchMethod.Binary(50);
    IndexKeeper.Found found = keeper.search(where, query, method, JobContext.direct());
    assertEquals(method, found.report().asked());
    assertEquals(50, found.report().recall().orElseThrow().dial());
    assertEquals(ask(keeper, where, Similarity.COSINE).list(), found.list());
    assertFalse(
        keeper.searchIfPrepared(where, query, method, JobContext.direct()).isPresent(),
        "the index asked for last is kept");
  }

  @Test
  void aDamagedFileIsReplacedAndSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("a.semascope.hnsw-1"), "no index");
    IndexKeeper keeper = keeper();
    IndexKeeper.Found found = ask(keeper, space(1, 1), Similarity.COSINE);
    assertTrue(found.report().notes().getFirst().contains("discarded"), found.report().toString());
    assertEquals(
        List.of(),
        ask(keeper, space(1, 1), Similarity.COSINE).report().notes(),
        "it is said when it happens");
    assertTrue(Files.size(file) > 1000);
  }

  @Test
  void aChangedSpaceGetsItsOwnIndex() {
    IndexKeeper keeper = keeper();
    ask(keeper, space(1, 1), Similarity.COSINE);
    IndexedSpace changed = space(2, 1);
    IndexKeeper.Found kept = ask(keeper, changed, Similarity.COSINE);
    assertTrue(kept.report().notes().getFirst().contains("built from other vectors"));
    assertEquals(ask(keeper(), changed, Similarity.COSINE).list(), kept.list());
  }

  @Test
  void distancesOfUnevenVectorsAreComparedOneByOne() {
    IndexedSpace where = space(1, 2);
    IndexKeeper keeper = keeper();
    IndexKeeper.Found found = ask(keeper, where, Similarity.EUCLIDEAN);
    assertEquals(found, ask(keeper, where, Similarity.EUCLIDEAN));
    VectorBlock shown = where.space().vectors();
    assertEquals(List.of(shown, shown), comparedInFull, "by the index that the space already has");
    assertTrue(found.list().exact());
    assertTrue(found.report().recall().isEmpty());
    assertTrue(found.report().notes().getFirst().startsWith("Every text was compared"));
  }
}
