package io.semascope.store.twin;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/// Writes the same rows into the same tables, with the same page size, journal and flushing, as the store does for an imported space, and asks nothing: no
/// text is looked up, no digest computed, no value checked. Reads the vectors back in the order of the file. Used by one thread.
///
/// A figure of the store means something only beside this one, on the same disk in the same minute.
public final class BareLoop implements AutoCloseable {
  private static final int DIGEST_BYTES = 32;

  private final Connection connection;

  /// Connects to an empty workspace that nobody else has open.
  public BareLoop(Path emptyWorkspace) {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false);
    try {
      connection = config.createConnection("jdbc:sqlite:" + emptyWorkspace.toAbsolutePath());
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA locking_mode = EXCLUSIVE");
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Writes documents in one transaction.
  public void insertDocuments(List<Document> documents) {
    String sql = "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < documents.size(); i++) {
        Document document = documents.get(i);
        insert.setLong(1, i + 1);
        insert.setString(2, document.id());
        insert.setString(3, document.id());
        insert.setBytes(4, digest(i));
        insert.setString(5, document.title());
        insert.setString(6, document.text());
        insert.setString(7, document.category());
        insert.setString(8, document.source());
        insert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Writes units of the documents and their vectors, row i belonging to unit i, in one transaction.
  public void insertUnits(List<Document> documents, List<Chunk> units, VectorBlock vectors) {
    Map<String, Integer> numbers = HashMap.newHashMap(documents.size());
    for (Document document : documents) {
      numbers.put(document.id(), numbers.size() + 1);
    }
    byte[] values = new byte[vectors.dimension() * Float.BYTES];
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO origin VALUES (1, 'imported', 'bare', '%s', %d)"
              .formatted("0".repeat(64), vectors.dimension()));
      statement.execute("INSERT INTO space VALUES (1, 1, 'document', 0)");
      try (PreparedStatement key =
              connection.prepareStatement("INSERT INTO vector_key VALUES (?, ?)");
          PreparedStatement unit =
              connection.prepareStatement("INSERT INTO unit VALUES (?, 1, ?, ?, ?, ?, ?)");
          PreparedStatement vector =
              connection.prepareStatement(
                  "INSERT INTO vector VALUES (?, 1, ?, ?, NULL, NULL, NULL, NULL)")) {
        for (int i = 0; i < units.size(); i++) {
          key.setLong(1, i + 1);
          key.setBytes(2, digest(i));
          key.executeUpdate();
        }
        for (int i = 0; i < units.size(); i++) {
          insert(unit, i, units.get(i), numbers.getOrDefault(units.get(i).documentId(), 1));
        }
        for (int i = 0; i < units.size(); i++) {
          MemorySegment.copy(
              vectors.segment(),
              ValueLayout.JAVA_BYTE,
              (long) i * values.length,
              values,
              0,
              values.length);
          vector.setLong(1, i + 1);
          vector.setLong(2, i + 1);
          vector.setBytes(3, values);
          vector.executeUpdate();
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void insert(PreparedStatement insert, int index, Chunk unit, int document)
      throws SQLException {
    insert.setLong(1, index + 1);
    insert.setString(2, unit.id());
    insert.setLong(3, document);
    insert.setInt(4, unit.span().start());
    insert.setInt(5, unit.span().end());
    insert.setLong(6, index + 1);
    insert.executeUpdate();
  }

  /// Reads all vectors into memory outside the heap.
  public VectorBlock readVectors(int count, int dimension) {
    MemorySegment all = VectorBlock.allocate(count, dimension);
    long rowBytes = (long) dimension * Float.BYTES;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT float32 FROM vector ORDER BY number")) {
      for (int i = 0; row.next(); i++) {
        MemorySegment.copy(MemorySegment.ofArray(row.getBytes(1)), 0, all, i * rowBytes, rowBytes);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return VectorBlock.wrap(all, count, dimension);
  }

  /// Spread as a digest is, which is what the index of digests feels, without the time to compute one.
  private static byte[] digest(int number) {
    byte[] digest = new byte[DIGEST_BYTES];
    long mixed = number + 1L;
    for (int i = 0; i < DIGEST_BYTES; i++) {
      // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
      mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L + i;
      digest[i] = (byte) (mixed >>> 56);
    }
    return digest;
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the bare loop failed: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
