package io.semascope.store;

import io.semascope.model.Truncation;
import io.semascope.text.Chunk;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the tables `unit`, `vector_key` and `vector`.
final class UnitTable {
  private final DocumentTable documents;

  UnitTable(DocumentTable documents) {
    this.documents = documents;
  }

  /// Adds the units that are new. Throws `IllegalArgumentException` for one of another granularity or that is not the piece of a document it says.
  void add(Connection connection, SpaceTable.Target space, List<Chunk> units) throws SQLException {
    boolean added = false;
    try (DocumentTable.Texts texts = documents.texts(connection);
        Keys keys = new Keys(connection, space);
        PreparedStatement known =
            connection.prepareStatement("SELECT 1 FROM unit WHERE space = ? AND id = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO unit (space, id, document, span_start, span_end, vector_key)"
                    + " VALUES (?, ?, ?, ?, ?, ?)")) {
      known.setLong(1, space.id());
      insert.setLong(1, space.id());
      for (Chunk unit : units) {
        if (isKnown(known, unit)) {
          continue;
        }
        requireGranularity(space, unit);
        StoredText.bind(insert, 2, unit.id());
        insert.setLong(3, texts.numberOf(unit));
        insert.setInt(4, unit.span().start());
        insert.setInt(5, unit.span().end());
        insert.setLong(6, keys.numberOf(unit));
        insert.executeUpdate();
        added = true;
      }
    }
    if (added) {
      SpaceTable.raiseRevision(connection, space.id());
    }
  }

  private static boolean isKnown(PreparedStatement known, Chunk unit) throws SQLException {
    StoredText.bind(known, 2, unit.id());
    try (ResultSet row = known.executeQuery()) {
      return row.next();
    }
  }

  private static void requireGranularity(SpaceTable.Target space, Chunk unit) {
    if (!unit.granularity().equals(space.granularity())) {
      throw new IllegalArgumentException(
          "the unit %s is cut by %s, the space by %s"
              .formatted(unit.id(), unit.granularity().key(), space.granularity().key()));
    }
  }

  /// One unit for each vector that is missing, in unit order.
  List<Chunk> pending(Connection connection, SpaceTable.Target space) throws SQLException {
    String sql =
        """
        SELECT u.id, u.document, u.span_start, u.span_end, u.vector_key FROM unit u
        WHERE u.space = ?
          AND NOT EXISTS (SELECT 1 FROM vector v WHERE v.origin = ? AND v.vector_key = u.vector_key)
        ORDER BY u.number
        """;
    List<Chunk> pending = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    try (DocumentTable.Texts texts = documents.texts(connection);
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, space.id());
      select.setLong(2, space.origin());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (seen.add(row.getLong(5))) {
            pending.add(texts.chunk(row, space.granularity()));
          }
        }
      }
    }
    return pending;
  }

  /// Keeps row i for the text (or, in an imported space, the id) of unit i. A vector that is there already stays.
  void putVectors(
      Connection connection, SpaceTable.Target space, List<Chunk> units, EmbeddedRows rows)
      throws SQLException {
    Set<Long> changed = new HashSet<>();
    try (Keys keys = new Keys(connection, space);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO vector"
                    + " (origin, vector_key, float32, tokens, kept_tokens, lost_start, lost_end)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        PreparedStatement users =
            connection.prepareStatement(
                "SELECT DISTINCT u.space FROM unit u JOIN space s ON s.number = u.space"
                    + " WHERE u.vector_key = ? AND s.origin = ?")) {
      insert.setLong(1, space.origin());
      users.setLong(2, space.origin());
      for (int row = 0; row < units.size(); row++) {
        long key = keys.numberOf(units.get(row));
        insert.setLong(2, key);
        insert.setBytes(3, rows.bytes(row));
        bind(insert, rows.truncation(row));
        if (insert.executeUpdate() > 0) {
          users.setLong(1, key);
          collect(users, changed);
        }
      }
    }
    for (long id : changed) {
      SpaceTable.raiseRevision(connection, id);
    }
  }

  private static void collect(PreparedStatement select, Set<Long> numbers) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
  }

  private static void bind(PreparedStatement insert, @Nullable Truncation truncation)
      throws SQLException {
    if (truncation == null) {
      for (int parameter = 4; parameter <= 7; parameter++) {
        insert.setNull(parameter, Types.INTEGER);
      }
      return;
    }
    insert.setInt(4, truncation.tokens());
    insert.setInt(5, truncation.keptTokens());
    insert.setInt(6, truncation.lost().start());
    insert.setInt(7, truncation.lost().end());
  }

  /// Vectors on their way into the file.
  static final class EmbeddedRows {
    private final VectorBlock vectors;
    private final Map<Integer, Truncation> truncations = new HashMap<>();
    private final byte[] row;

    /// Throws `IllegalArgumentException` unless there is a finite vector of the space's dimension for each unit and each truncation is of
    /// one of them.
    EmbeddedRows(
        SpaceTable.Target space,
        List<Chunk> units,
        VectorBlock vectors,
        List<Truncation> truncations) {
      if (vectors.count() != units.size() || vectors.dimension() != space.dimension()) {
        throw new IllegalArgumentException(
            "%d vectors of %d dimensions for %d units of a space of %d dimensions"
                .formatted(vectors.count(), vectors.dimension(), units.size(), space.dimension()));
      }
      for (Truncation truncation : truncations) {
        if (truncation.index() < 0
            || truncation.index() >= units.size()
            || truncation.lost().end() > units.get(truncation.index()).text().length()) {
          throw new IllegalArgumentException("a truncation of no unit: " + truncation);
        }
        this.truncations.put(truncation.index(), truncation);
      }
      this.vectors = vectors;
      this.row = new byte[vectors.dimension() * Float.BYTES];
    }

    /// The little-endian values of a row, valid until the next call.
    byte[] bytes(int index) {
      MemorySegment.copy(
          vectors.segment(), ValueLayout.JAVA_BYTE, (long) index * row.length, row, 0, row.length);
      requireFinite(row, "row " + index);
      return row;
    }

    @Nullable Truncation truncation(int index) {
      return truncations.get(index);
    }
  }

  /// Throws `IllegalArgumentException` unless all little-endian floats are finite.
  static void requireFinite(byte[] values, String whose) {
    var floats = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int i = 0; i < floats.limit(); i++) {
      if (!Float.isFinite(floats.get(i))) {
        throw new IllegalArgumentException(
            "%s has the value %s in dimension %d".formatted(whose, floats.get(i), i));
      }
    }
  }

  /// Numbers for what vectors are made from: the text, or the unit itself where equal texts may have different vectors.
  private static final class Keys implements AutoCloseable {
    private final boolean byId;
    private final PreparedStatement select;
    private final PreparedStatement insert;

    Keys(Connection connection, SpaceTable.Target space) throws SQLException {
      byId = space.imported();
      select = connection.prepareStatement("SELECT number FROM vector_key WHERE digest = ?");
      insert =
          connection.prepareStatement(
              "INSERT INTO vector_key (digest) VALUES (?) RETURNING number");
    }

    long numberOf(Chunk unit) throws SQLException {
      byte[] digest = StoredText.digest(byId ? unit.id() : unit.text());
      select.setBytes(1, digest);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return row.getLong(1);
        }
      }
      insert.setBytes(1, digest);
      try (ResultSet row = insert.executeQuery()) {
        return row.getLong(1);
      }
    }

    @Override
    public void close() throws SQLException {
      select.close();
      insert.close();
    }
  }
}
