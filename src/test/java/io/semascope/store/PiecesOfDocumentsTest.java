package io.semascope.store;

import static io.semascope.store.Samples.DIMENSION;
import static io.semascope.store.Samples.MODEL;
import static io.semascope.store.Samples.WHOLE;
import static io.semascope.store.Samples.WORD;
import static io.semascope.store.Samples.document;
import static io.semascope.store.Samples.whole;
import static io.semascope.store.Samples.wholes;
import static io.semascope.store.Samples.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Units come to their own documents and to no others, whether these were stored a moment ago or long before.
final class PiecesOfDocumentsTest {
  private static final List<Document> EARLIER = Samples.documents(3);
  private static final List<Document> LATER =
      List.of(document("x", "one two"), document("y", "two one two"), document("z", ""));

  /// What is held is not read back.
  private final List<DocumentsAdded> held = new ArrayList<>();

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = Workspace.create(folder.resolve("a.semascope"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void reopen() {
    workspace.close();
    workspace = Workspace.open(workspace.file());
  }

  private List<Document> store(List<Document> documents) {
    held.add(workspace.addDocuments(documents));
    return held.getLast().stored();
  }

  private long space(Granularity granularity) {
    return workspace.openSpace(MODEL, DIMENSION, granularity).id();
  }

  private static List<Document> all() {
    return Stream.concat(EARLIER.stream(), LATER.stream()).toList();
  }

  /// What another program would read.
  private List<String> textsBySpan(long space) throws SQLException {
    workspace.close();
    String sql =
        "SELECT substr(d.text, u.span_start + 1, u.span_end - u.span_start) FROM unit u"
            + " JOIN document d ON d.number = u.document WHERE u.space = "
            + space
            + " ORDER BY u.number";
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.file());
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  private void assertKeeps(List<Chunk> units, Granularity granularity) throws SQLException {
    long space = space(granularity);
    workspace.addUnits(space, units);
    assertEquals(units.stream().map(Chunk::text).toList(), textsBySpan(space));
  }

  @Test
  void thoseOfDocumentsStoredJustNow() throws SQLException {
    store(all());
    assertKeeps(wholes(all()), WHOLE);
  }

  @Test
  void thoseOfDocumentsOfWhichTheLastAreStoredJustNow() throws SQLException {
    store(EARLIER);
    store(LATER);
    assertKeeps(all().stream().limit(5).flatMap(each -> words(each).stream()).toList(), WORD);
  }

  @Test
  void thoseOfDocumentsThatGotAnotherId() throws SQLException {
    store(LATER);
    List<Document> stored =
        store(List.of(document("x", "three"), LATER.get(1), document("x", "four")));
    assertEquals("x~2", stored.getFirst().id());
    assertKeeps(wholes(stored), WHOLE);
  }

  @Test
  void thoseOfDocumentsStoredLongBefore() throws SQLException {
    store(EARLIER);
    reopen();
    store(LATER);
    reopen();
    assertKeeps(wholes(all()), WHOLE);
  }

  /// SQLite numbers at random then.
  @Test
  void thoseOfDocumentsInAFileThatIsNumberedToTheEnd() throws SQLException {
    store(EARLIER.subList(0, 1));
    workspace.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.file());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE document SET number = " + (Long.MAX_VALUE - 1));
    }
    workspace = Workspace.open(workspace.file());
    store(EARLIER.subList(1, 3));
    store(LATER);
    // So few that nobody reads all documents for them.
    assertKeeps(wholes(LATER.subList(0, 2)), WHOLE);
  }

  @Test
  void noPieceIsTakenForAnother() {
    store(all());
    assertRefused();
    reopen();
    assertRefused();
  }

  private void assertRefused() {
    List<Chunk> wrong =
        List.of(
            new Chunk("w", "x", WHOLE, new Span(0, 7), "two one"),
            new Chunk("w", "x", WHOLE, new Span(4, 11), "one two"),
            new Chunk("w", "z", WHOLE, new Span(3, 3), ""),
            new Chunk("w", "y", WHOLE, new Span(4, 7), "two"),
            new Chunk("w", "nobody", WHOLE, new Span(0, 3), "one"));
    long space = space(WHOLE);
    for (Chunk each : wrong) {
      List<Chunk> units = List.of(whole(LATER.getFirst()), each);
      assertThrows(IllegalArgumentException.class, () -> workspace.addUnits(space, units));
    }
  }

  @Test
  void nothingIsKnownOfDocumentsThatCouldNotBeStored() {
    List<Document> documents = new ArrayList<>(LATER);
    documents.add(null);
    assertThrows(NullPointerException.class, () -> workspace.addDocuments(documents));
    long space = space(WHOLE);
    assertThrows(IllegalArgumentException.class, () -> workspace.addUnits(space, wholes(LATER)));
  }
}
