package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

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
      while (reading.vectorsRead() == 0) {
        assertTrue(reading.readMore(receiver));
      }
      assertEquals(reading.vectorsRead(), vectors.size());
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

  /// What every reading delivers of so many vectors of a dimension, the last slice left out.
  private List<Integer> slices(int dimension, int vectors) {
    List<Document> documents = Samples.documents(vectors);
    List<Integer> slices = new ArrayList<>();
    try (Workspace workspace = Workspace.create(folder.resolve("of-" + dimension + ".semascope"))) {
      workspace.addDocuments(documents);
      long id = workspace.openSpace(Samples.MODEL, dimension, Samples.WHOLE).id();
      List<Chunk> units = Samples.wholes(documents);
      workspace.addUnits(id, units);
      float[] row = new float[dimension];
      workspace.putVectors(
          id, units, VectorBlock.copyOf(Collections.nCopies(vectors, row), dimension), List.of());
      SpaceReading reading = workspace.beginReading(id, List.of());
      int before = 0;
      while (reading.readMore((at, values) -> {})) {
        if (before < reading.vectorsRead() && reading.vectorsRead() < vectors) {
          slices.add(reading.vectorsRead() - before);
        }
        before = reading.vectorsRead();
      }
      assertEquals(vectors, reading.vectorsRead());
    }
    return slices;
  }

  @Test
  void aSliceTakesTheSameMemoryWhateverTheDimension() {
    assertEquals(List.of(1024), slices(384, 1500));
    assertEquals(List.of(128, 128), slices(3072, 300));
    assertEquals(List.of(1024), slices(8, 1500), "a short vector takes more than its values");
    assertEquals(List.of(6, 6), slices(65_536, 13), "the largest there are");
  }

  private static void keep(Map<Integer, float[]> vectors, int row, MemorySegment values) {
    assertEquals(null, vectors.put(row, values.toArray(FLOAT)), "row " + row + " came twice");
  }

  /// Steps of SQLite's machine that reading takes when every vector lies a slice and more behind the one before.
  private long stepsOverGaps(int vectors) throws Exception {
    Path file = folder.resolve(vectors + ".semascope");
    try (Workspace workspace = Workspace.create(file)) {
      List<Document> documents = Samples.documents(vectors);
      workspace.addDocuments(documents);
      long id = workspace.openSpace(Samples.MODEL, Samples.DIMENSION, Samples.WHOLE).id();
      List<Chunk> units = Samples.wholes(documents);
      workspace.addUnits(id, units);
      workspace.putVectors(id, units, Samples.vectors(units), List.of());
    }
    change(
        file, "UPDATE vector SET number = number * -10000", "UPDATE vector SET number = -number");
    try (Database database = Database.open(new WorkspaceFile(file))) {
      DocumentTable documents = new DocumentTable(database);
      SpaceReading reading =
          database.read(
              connection -> {
                try (DocumentTable.Texts texts = documents.texts(connection, List.of())) {
                  return SpaceReading.begin(
                      database, connection, new SpaceTable(database), 1, texts);
                }
              });
      AtomicLong steps = new AtomicLong();
      database.read(
          connection -> {
            ProgressHandler.setHandler(
                connection,
                1,
                new ProgressHandler() {
                  @Override
                  protected int progress() {
                    steps.incrementAndGet();
                    return 0;
                  }
                });
            return this;
          });
      while (reading.readMore((row, values) -> {})) {}
      assertEquals(vectors, reading.vectorsRead());
      return steps.get();
    }
  }

  private static void change(Path file, String... changes) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  @Test
  void aGapBetweenTwoVectorsCostsTheSameHoweverManyThereAre() throws Exception {
    long few = stepsOverGaps(200);
    long many = stepsOverGaps(400);
    assertTrue(many < 2.2 * few, few + " steps for 200 vectors, " + many + " for 400");
  }

  /// The index says that a key has one vector, the table has more: SQLite finds it out only when it checks everything.
  @Test
  void aSecondVectorOfAKeyIsDamage() throws Exception {
    Path file = folder.resolve("a.semascope");
    try (Workspace workspace = Workspace.create(file)) {
      fill(workspace, documents().subList(0, 10));
    }
    change(
        file,
        "DELETE FROM vector WHERE number = 7",
        "PRAGMA writable_schema = ON",
        "CREATE TABLE aside AS SELECT * FROM sqlite_schema WHERE tbl_name = 'vector'",
        "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_vector_1'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (origin, vector_key)', 'CHECK (1)')"
            + " WHERE name = 'vector'");
    change(
        file,
        "INSERT INTO vector (number, origin, vector_key, float32)"
            + " SELECT 7, origin, vector_key, float32 FROM vector WHERE number = 1",
        "PRAGMA writable_schema = ON",
        "DELETE FROM sqlite_schema WHERE tbl_name = 'vector'",
        "INSERT INTO sqlite_schema SELECT * FROM aside",
        "DELETE FROM sqlite_schema WHERE name = 'aside'");
    try (Workspace workspace = Workspace.openToShow(file)) {
      WorkspaceDamaged damage = assertThrows(WorkspaceDamaged.class, () -> workspace.readSpace(2));
      assertTrue(damage.report().why().startsWith("Two vectors of an origin have the key"));
    }
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
