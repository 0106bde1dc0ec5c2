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
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
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
  void anIndexThatCannotBeSavedServesAndIsSaid() {
    IndexedSpace there = space(1, 1);
    IndexedSpace where =
        new IndexedSpace(folder.resolve("gone/a.semascope"), List.of(1L), there.space());
    IndexKeeper.Found found = ask(keeper(), where, Similarity.COSINE);
    assertFalse(found.list().exact());
    assertEquals(
        List.of(
            "The index could not be saved. Nothing can be made in the folder %s. The next start"
                    .formatted(folder)
                + " builds it again."),
        found.report().notes());
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

  private static IndexKeeper.Found ask(
      IndexKeeper keeper, IndexedSpace where, NeighbourQuery query, SearchMethod.Approximate by) {
    return keeper.search(where, query, by, JobContext.direct());
  }

  private static BitSet firstRows(int count) {
    BitSet rows = new BitSet();
    rows.set(0, count);
    return rows;
  }

  /// Each reason for comparing one by one has its own sentence, whichever the index.
  @ParameterizedTest
  @ValueSource(strings = {"hnsw-10", "binary-1"})
  void anExactAnswerSaysItsTrueReason(String key) {
    SearchMethod.Approximate by = (SearchMethod.Approximate) SearchMethod.of(key).orElseThrow();
    IndexKeeper keeper = keeper();
    IndexedSpace where = space(1, 1);
    NeighbourQuery usual = NeighbourQuery.of(DenseVector.of(1, 0), 5, Similarity.DOT);
    NeighbourQuery nowhere = NeighbourQuery.of(DenseVector.of(0, 0), 5, Similarity.DOT);

    IndexKeeper.Found few = ask(keeper, where, usual.among(firstRows(8)), by);
    assertTrue(few.list().exact());
    assertEquals(
        List.of(
            "Every text that the filter lets in was compared: that was sooner than by the index."),
        few.report().notes());

    IndexKeeper.Found zero = ask(keeper, where, nowhere, by);
    assertTrue(zero.list().exact());
    assertEquals(
        List.of(
            "Every text was compared: the index goes by direction, and a vector of length 0.0"
                + " gives none."),
        zero.report().notes());

    IndexKeeper.Found zeroOfFew = ask(keeper, where, nowhere.among(firstRows(8)), by);
    assertTrue(zeroOfFew.list().exact());
    assertEquals(
        List.of(
            "Every text that the filter lets in was compared: the index goes by direction, and a"
                + " vector of length 0.0 gives none."),
        zeroOfFew.report().notes());

    IndexKeeper.Found byIndex = ask(keeper, where, usual, by);
    assertFalse(byIndex.list().exact());
    assertEquals(List.of(), byIndex.report().notes());
  }

  /// The same sentences from an index that is there and from none: what is compared in full makes no index for it.
  @ParameterizedTest
  @ValueSource(strings = {"hnsw-10", "binary-1"})
  void nothingIsMadeForAQuestionThatIsComparedInFull(String key) {
    SearchMethod.Approximate by = (SearchMethod.Approximate) SearchMethod.of(key).orElseThrow();
    NeighbourQuery few =
        NeighbourQuery.of(DenseVector.of(1, 0), 5, Similarity.COSINE).among(firstRows(8));
    NeighbourQuery other = NeighbourQuery.of(DenseVector.of(1, 0), 5, Similarity.EUCLIDEAN);
    List<String> stages = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(progress -> stages.add(progress.stage()));
    JobContext context = new JobContext(Cancellation.never(), meter, () -> {});
    IndexedSpace even = space(1, 1);
    IndexedSpace uneven = space(2, 2);
    IndexKeeper none = keeper();
    IndexKeeper.Found filtered = none.search(even, few, by, context);
    IndexKeeper.Found distances = none.search(uneven, other, by, context);
    assertEquals(List.of(), stages);
    assertFalse(Files.exists(even.file()));
    IndexKeeper ready = keeper();
    ready.prepare(even, by, JobContext.direct());
    assertEquals(ready.search(even, few, by, context), filtered);
    ready.prepare(uneven, by, JobContext.direct());
    assertEquals(ready.search(uneven, other, by, context), distances);
    assertEquals(List.of(), stages);
    none.search(even, NeighbourQuery.of(DenseVector.of(1, 0), 5, Similarity.COSINE), by, context);
    assertFalse(stages.isEmpty(), "this one goes by the index");
  }

  /// A small space of which bits would leave out no row, and a filter that lets in all of it.
  @Test
  void aFilterThatLetsInAllIsNoReasonToSayNothing() {
    IndexedSpace where = space(1, 1);
    NeighbourQuery all =
        NeighbourQuery.of(DenseVector.of(1, 0), 5, Similarity.COSINE).among(firstRows(CHUNKS));
    IndexKeeper.Found found = ask(keeper(), where, all, new SearchMethod.Binary(1000));
    assertTrue(found.list().exact());
    assertTrue(found.report().recall().isEmpty());
    assertEquals(1, found.report().notes().size());
  }
}
