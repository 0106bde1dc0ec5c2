package io.semascope.neighbour.approximate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HnswFileTest {
  private static final Cancellation NEVER = Cancellation.never();
  private static final HnswParameters PARAMETERS = new HnswParameters(8, 40);
  private static final VectorBlock BLOCK = ClusteredPoints.of(500, true, 3);
  private static final HnswIndex INDEX = HnswIndex.build(BLOCK, PARAMETERS, JobContext.direct());
  private static final IndexKey KEY = key(BLOCK, PARAMETERS);
  private static final List<Recall> RECALLS = List.of(new Recall(50, 10, 200, 0.5));

  @TempDir private Path folder;
  private Path file = Path.of("");

  private static IndexKey key(VectorBlock block, HnswParameters parameters) {
    return IndexKey.of("f".repeat(64), block, parameters, NEVER);
  }

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("texts.semascope.hnsw-1");
    HnswFile.save(file, KEY, new SavedIndex.Usable(INDEX, RECALLS), NEVER);
  }

  @Test
  void aSavedIndexGivesTheSameAnswers() throws IOException {
    SavedIndex.Usable read = assertInstanceOf(SavedIndex.Usable.class, read(BLOCK, KEY));
    List<NeighbourQuery> queries =
        IntStream.range(0, 100)
            .mapToObj(row -> NeighbourQuery.of(BLOCK.row(row), 7, Similarity.COSINE))
            .toList();
    assertEquals(
        INDEX.withDial(9).nearest(queries, NEVER),
        read.index().withDial(9).nearest(queries, NEVER));
    assertEquals(RECALLS, read.recalls());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "nothing else is left behind");
    }
  }

  @Test
  void whatBelongsToOtherVectorsIsRefused() {
    VectorBlock others = ClusteredPoints.of(500, true, 4);
    assertEquals("it was built from other vectors", reason(read(others, key(others, PARAMETERS))));
    HnswParameters wider = new HnswParameters(16, 40);
    assertEquals("it was built with other parameters", reason(read(BLOCK, key(BLOCK, wider))));
    IndexKey otherModel = IndexKey.of("0".repeat(64), BLOCK, PARAMETERS, NEVER);
    assertEquals("it was built from other vectors", reason(read(BLOCK, otherModel)));
  }

  @Test
  void whatIsMissingForeignOrShortIsNoIndex() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 1, 11, 100, 200, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals("it ends too early", reason(read(BLOCK, KEY)), length + " bytes");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertEquals("it is damaged", reason(read(BLOCK, KEY)));
    Files.writeString(file, "This is a letter to a friend, not an index.");
    assertEquals("it is no saved index", reason(read(BLOCK, KEY)));
    Files.delete(file);
    assertInstanceOf(SavedIndex.Missing.class, read(BLOCK, KEY));
    Files.createDirectory(file);
    assertEquals("it could not be read. The system says: Is a directory", reason(read(BLOCK, KEY)));
  }

  @Test
  void noDamagedByteGoesUnnoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    long seed = 20261121;
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      int at = i < 200 ? i : random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertInstanceOf(SavedIndex.Refused.class, read(BLOCK, KEY), "byte " + at + ", seed " + seed);
    }
  }

  private SavedIndex read(VectorBlock block, IndexKey key) {
    return HnswFile.read(file, key, block, NEVER);
  }

  private static String reason(SavedIndex read) {
    return assertInstanceOf(SavedIndex.Refused.class, read).reason();
  }
}
