package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpaceReadingTest {
  private static final int DOCUMENTS = 9000;
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @TempDir private Path folder = Path.of("");

  /// Documents whose texts come twice now and then, with vectors that were made in another order, among those of another model.
  private static long fill(Workspace workspace, List<Document> documents) {
    workspace.addDocuments(documents);
    long otherId = workspace.openSpace(Samples.OTHER_MODEL, Samples.DIMENSION, Samples.WHOLE).id();
    long id = workspace.openSpace(Samples.MODEL, Samples.DIMENSION, Samples.WHOLE).id();
    List<Chunk> units = Samples.wholes(documents);
    workspace.addUnits(id, units);
    workspace.addUnits(otherId, units);
    List<Chunk> pending = new ArrayList<>(workspace.pending(id));
    Collections.shuffle(pending, new Random(3));
    int half = pending.size() / 2;
    for (List<Chunk> part :
        List.of(pending.subList(0, half), pending.subList(half, pending.size()))) {
      workspace.putVectors(id, part, Samples.vectors(part), List.of());
      workspace.putVectors(
          otherId, part, VectorBlock.copyOf(zeros(part.size()), Samples.DIMENSION), List.of());
    }
    workspace.addTypedText(
        id,
        new TypedText("typed-1", "hello"),
        DenseVector.of(Samples.vector("hello", Samples.DIMENSION)));
    return id;
  }

  private static List<float[]> zeros(int count) {
    return Collections.nCopies(count, new float[Samples.DIMENSION]);
  }

  private static List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(Samples.document("doc-" + i, "text " + (i % 7 == 0 ? i % 70 : i)));
    }
    return documents;
  }

  @Test
  void unitsComeAtOnceAndEveryVectorBehindThemInSlices() {
    List<Document> documents = documents();
    try (Workspace workspace = Workspace.create(folder.resolve("a.semascope"))) {
      long id = fill(workspace, documents);
      List<Document> known = workspace.documents();
      SpaceReading reading = workspace.beginReading(id, known);
      List<TextUnit> expected = new ArrayList<>(Samples.wholes(documents));
      expected.add(new TypedText("typed-1", "hello"));
      assertEquals(expected, reading.units());
      assertSame(known.getFirst().text(), reading.units().getFirst().text(), "texts are kept once");
      assertEquals(0, reading.vectorsRead());
      Map<Integer, float[]> vectors = new HashMap<>();
      SpaceReading.Receiver receiver = (row, values) -> keep(vectors, row, values);
      assertTrue(reading.readMore(receiver));
      assertTrue(reading.vectorsRead() < expected.size(), "there is more than one slice");
      // What is added between two slices is no part of this reading.
      Document late = Samples.document("late", "a late text");
      workspace.addDocuments(List.of(late));
      workspace.addUnits(id, Samples.wholes(List.of(late)));
      workspace.putVectors(
          id,
          Samples.wholes(List.of(late)),
          Samples.vectors(Samples.wholes(List.of(late))),
          List.of());
      while (reading.readMore(receiver)) {}
      assertFalse(reading.readMore(receiver));
      assertEquals(expected.size(), vectors.size());
      for (int row = 0; row < expected.size(); row++) {
        assertArrayEquals(
            Samples.vector(expected.get(row).text(), Samples.DIMENSION), vectors.get(row));
      }
    }
  }

  private static void keep(Map<Integer, float[]> vectors, int row, MemorySegment values) {
    assertEquals(null, vectors.put(row, values.toArray(FLOAT)), "row " + row + " came twice");
  }

  @Test
  void aSpaceWithoutVectorsHasNothingToRead() {
    try (Workspace workspace = Workspace.create(folder.resolve("a.semascope"))) {
      long id = workspace.openSpace(Samples.MODEL, Samples.DIMENSION, Samples.WHOLE).id();
      SpaceReading reading = workspace.beginReading(id, List.of());
      assertFalse(reading.readMore((row, values) -> {}));
      assertEquals(List.of(), reading.units());
    }
  }
}
