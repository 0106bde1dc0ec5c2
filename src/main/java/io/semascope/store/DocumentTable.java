package io.semascope.store;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The table `document`.
final class DocumentTable {
  private final Database database;

  /// Those stored last. Nobody else writes the file and documents are never changed, so what is read back would be the same.
  private volatile Newest newest = new Newest(new WeakReference<>(null), 0);

  DocumentTable(Database database) {
    this.database = database;
  }

  List<Document> all(Connection connection) throws SQLException {
    String sql = "SELECT id, title, text, category, source FROM document ORDER BY number";
    List<Document> documents = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      Repeats repeats = new Repeats();
      while (row.next()) {
        documents.add(read(row, repeats));
      }
    }
    return documents;
  }

  /// Texts that many rows share: each is kept once.
  private static final class Repeats {
    /// Sources and categories are few, or else all different.
    private static final int MOST = 1000;

    private final Map<String, String> known = new HashMap<>();

    String once(String text) {
      String before = known.size() < MOST ? known.putIfAbsent(text, text) : known.get(text);
      return before != null ? before : text;
    }
  }

  private Document read(ResultSet row, Repeats repeats) throws SQLException {
    String id = database.text(row, 1);
    String title = database.text(row, 2);
    String text = database.text(row, 3);
    String category = repeats.once(database.text(row, 4));
    String source = repeats.once(database.text(row, 5));
    return database.readBack(() -> new Document(id, title, text, category, source));
  }

  Added add(Connection connection, List<Document> documents) throws SQLException {
    long before = lastNumber(connection);
    try (Adding adding = new Adding(connection)) {
      for (Document document : documents) {
        adding.add(document);
      }
      return new Added(
          new DocumentsAdded(
              adding.added, adding.stored, documents.size() - adding.added.size(), adding.renamed),
          before,
          lastNumber(connection));
    }
  }

  private static long lastNumber(Connection connection) throws SQLException {
    try (PreparedStatement last =
            connection.prepareStatement("SELECT coalesce(max(number), 0) FROM document");
        ResultSet row = last.executeQuery()) {
      return row.getLong(1);
    }
  }

  /// Remembers documents as long as who stored them holds on to what became of them; called when the file has them for good.
  void remember(Added added) {
    int count = added.documents().added().size();
    if (added.last() - added.before() == count) {
      newest = new Newest(new WeakReference<>(added.documents()), added.before());
    }
  }

  /// What an import brought.
  ///
  /// @param before the last number until then, 0 when there was no document
  /// @param last the last number now. Unless it is as much larger as there are new documents their numbers do not follow each other, as in a file that is
  ///     numbered to the end, where SQLite takes any that are free
  record Added(DocumentsAdded documents, long before, long last) {}

  /// Documents whose numbers follow each other.
  private record Newest(WeakReference<DocumentsAdded> documents, long before) {
    /// So many at most, else none.
    List<Stored> upTo(long most) {
      DocumentsAdded known = documents.get();
      if (known == null || known.added().size() > most) {
        return List.of();
      }
      List<Document> added = known.added();
      return IntStream.range(0, added.size())
          .mapToObj(i -> new Stored(before + 1 + i, added.get(i).id(), added.get(i).text()))
          .toList();
    }
  }

  /// The statements of one import.
  private final class Adding implements AutoCloseable {
    final List<Document> added = new ArrayList<>();
    final List<Document> stored = new ArrayList<>();
    int renamed;
    private final PreparedStatement byId;
    private final PreparedStatement byGivenId;
    private final PreparedStatement taken;
    private final PreparedStatement typed;
    private final PreparedStatement countGiven;
    private final PreparedStatement insert;
    private final Map<String, Integer> nextOrdinal = new HashMap<>();
    private final boolean anyTyped;

    /// Whether a document may stand under another id than the one it was given.
    private boolean anyRenamed;

    Adding(Connection connection) throws SQLException {
      anyRenamed = hasRows(connection, "document");
      anyTyped = hasRows(connection, "typed_text");
      String columns = "SELECT id, title, text, category, source FROM document ";
      byId = connection.prepareStatement(columns + "WHERE id = ? AND text_digest = ?");
      byGivenId =
          connection.prepareStatement(columns + "WHERE given_id = ? AND text_digest = ? LIMIT 1");
      taken = connection.prepareStatement("SELECT 1 FROM document WHERE id = ?");
      typed = connection.prepareStatement("SELECT 1 FROM typed_text WHERE id = ? LIMIT 1");
      countGiven = connection.prepareStatement("SELECT count(*) FROM document WHERE given_id = ?");
      insert =
          connection.prepareStatement(
              "INSERT INTO document (id, given_id, text_digest, title, text, category, source)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
      try (PreparedStatement any =
              connection.prepareStatement("SELECT 1 FROM " + table + " LIMIT 1");
          ResultSet row = any.executeQuery()) {
        return row.next();
      }
    }

    /// One statement for a document nobody has seen, the rule in an import.
    void add(Document document) throws SQLException {
      byte[] digest = StoredText.digest(document.text());
      if (anyRenamed && isStoredAs(byGivenId, document, digest)) {
        return;
      }
      boolean typedToo = anyTyped && isTyped(document.id());
      if (!typedToo && insert(document, document.id(), digest)) {
        return;
      }
      if (!isStoredAs(byId, document, digest) && !isStoredAs(byGivenId, document, digest)) {
        anyRenamed = true;
        insert(renamed(document), document.id(), digest);
      }
    }

    /// Whether a document of this id, or given this id, has this text.
    private boolean isStoredAs(PreparedStatement select, Document document, byte[] digest)
        throws SQLException {
      StoredText.bind(select, 1, document.id());
      select.setBytes(2, digest);
      try (ResultSet row = select.executeQuery()) {
        boolean same = row.next();
        if (same) {
          stored.add(read(row, new Repeats()));
        }
        return same;
      }
    }

    /// A typed text has the id already; both may stand in one space.
    private boolean isTyped(String id) throws SQLException {
      StoredText.bind(typed, 1, id);
      try (ResultSet row = typed.executeQuery()) {
        return row.next();
      }
    }

    /// Whether its id was free.
    private boolean insert(Document document, String givenId, byte[] digest) throws SQLException {
      StoredText.bind(insert, 1, document.id());
      StoredText.bind(insert, 2, givenId);
      insert.setBytes(3, digest);
      StoredText.bind(insert, 4, document.title());
      StoredText.bind(insert, 5, document.text());
      StoredText.bind(insert, 6, document.category());
      StoredText.bind(insert, 7, document.source());
      if (insert.executeUpdate() == 0) {
        return false;
      }
      added.add(document);
      stored.add(document);
      return true;
    }

    private Document renamed(Document document) throws SQLException {
      renamed++;
      Integer known = nextOrdinal.get(document.id());
      int ordinal = known != null ? known : countGiven(document.id()) + 1;
      String id;
      do {
        id = document.id() + "~" + Math.max(2, ordinal++);
      } while (isTaken(id));
      nextOrdinal.put(document.id(), ordinal);
      return new Document(
          id, document.title(), document.text(), document.category(), document.source());
    }

    private int countGiven(String givenId) throws SQLException {
      StoredText.bind(countGiven, 1, givenId);
      try (ResultSet row = countGiven.executeQuery()) {
        return row.getInt(1);
      }
    }

    private boolean isTaken(String id) throws SQLException {
      StoredText.bind(taken, 1, id);
      try (ResultSet row = taken.executeQuery()) {
        return row.next();
      }
    }

    @Override
    public void close() throws SQLException {
      byId.close();
      byGivenId.close();
      taken.close();
      typed.close();
      countGiven.close();
      insert.close();
    }
  }

  Texts texts(Connection connection) throws SQLException {
    return new Texts(connection);
  }

  /// The same for so many units. Many are served faster by one pass over the table than by a question for each document, unless all documents are just stored.
  Texts textsOf(Connection connection, int units) throws SQLException {
    Texts texts = new Texts(connection);
    newest.upTo(2L * units).forEach(texts::remember);
    try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM document");
        PreparedStatement all =
            connection.prepareStatement("SELECT number, id, text FROM document");
        ResultSet documents = count.executeQuery()) {
      long stored = documents.getLong(1);
      if (texts.named.size() < stored && stored <= 2L * units) {
        try (ResultSet row = all.executeQuery()) {
          while (row.next()) {
            texts.remember(row);
          }
        }
      }
    }
    return texts;
  }

  /// The same, knowing already the first documents of the table, so that their texts are in memory once.
  Texts texts(Connection connection, List<Document> first) throws SQLException {
    Texts texts = new Texts(connection);
    try (PreparedStatement select =
            connection.prepareStatement("SELECT number FROM document ORDER BY number");
        ResultSet row = select.executeQuery()) {
      for (Document document : first) {
        if (!row.next()) {
          throw new IllegalArgumentException("these are not the documents of the workspace");
        }
        long number = row.getLong(1);
        texts.numbered.put(number, new Stored(number, document.id(), document.text()));
      }
    }
    return texts;
  }

  /// The texts that units are cut from, each read once.
  final class Texts implements AutoCloseable {
    private final PreparedStatement byNumber;
    private final PreparedStatement byId;
    private final Map<Long, Stored> numbered = new HashMap<>();
    private final Map<String, Stored> named = new HashMap<>();

    private Texts(Connection connection) throws SQLException {
      String columns = "SELECT number, id, text FROM document ";
      byNumber = connection.prepareStatement(columns + "WHERE number = ?");
      byId = connection.prepareStatement(columns + "WHERE id = ?");
    }

    /// The number of the document this chunk is a piece of. Throws `IllegalArgumentException` when there is no such document or the chunk is not
    /// the piece it says.
    long numberOf(Chunk chunk) throws SQLException {
      Stored document = named.get(chunk.documentId());
      if (document == null) {
        StoredText.bind(byId, 1, chunk.documentId());
        document =
            remember(
                byId,
                () -> new IllegalArgumentException("no document has the id " + chunk.documentId()));
      }
      Span span = chunk.span();
      if (!isPiece(document.text, span, chunk.text())) {
        throw new IllegalArgumentException(
            "the unit %s is not the span %s of its document".formatted(chunk.id(), span));
      }
      return document.number;
    }

    /// The text of a whole document may be the same object, as in an import of vectors: nothing to compare then.
    private static boolean isPiece(String whole, Span span, String piece) {
      boolean isWhole = span.start() == 0 && span.end() == whole.length();
      return isWhole
          ? piece.equals(whole)
          : span.length() == piece.length() && whole.startsWith(piece, span.start());
    }

    /// The chunk a row describes; `WorkspaceDamaged` when it lies outside its document.
    Chunk chunk(ResultSet row, Granularity granularity) throws SQLException {
      String id = database.text(row, 1);
      long number = row.getLong(2);
      long start = row.getLong(3);
      long end = row.getLong(4);
      Stored document = numbered.get(number);
      if (document == null) {
        byNumber.setLong(1, number);
        document =
            remember(byNumber, () -> database.damaged("no document has the number " + number));
      }
      String text = document.text;
      if (start < 0 || end < start || end > text.length()) {
        throw database.damaged(
            "the unit %s lies at %d to %d of a text of %d characters"
                .formatted(id, start, end, text.length()));
      }
      Span span = new Span((int) start, (int) end);
      // A whole document has the id of its document: kept once.
      String own = id.equals(document.id) ? document.id : id;
      return new Chunk(own, document.id, granularity, span, span.of(text));
    }

    private Stored remember(PreparedStatement select, Supplier<RuntimeException> missing)
        throws SQLException {
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw missing.get();
        }
        return remember(row);
      }
    }

    private Stored remember(ResultSet row) throws SQLException {
      return remember(new Stored(row.getLong(1), database.text(row, 2), database.text(row, 3)));
    }

    private Stored remember(Stored document) {
      numbered.put(document.number, document);
      named.put(document.id, document);
      return document;
    }

    @Override
    public void close() throws SQLException {
      byNumber.close();
      byId.close();
    }
  }

  private record Stored(long number, String id, String text) {}
}
