package io.semascope.store;

import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Writes the table `typed_text`.
final class TypedTextTable {
  private TypedTextTable() {}

  /// Adds the text at the end, or gives the one of the same id another text and vector in its place.
  static void put(
      Connection connection, SpaceTable.Target space, TypedText text, DenseVector vector)
      throws SQLException {
    byte[] values = bytes(vector);
    UnitTable.requireFinite(values, "the vector of " + text.id());
    if (vector.dimension() != space.dimension()) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions for a space of %d"
              .formatted(vector.dimension(), space.dimension()));
    }
    requireOwnId(connection, space, text.id());
    String sql =
        "INSERT INTO typed_text (space, id, text, float32) VALUES (?, ?, ?, ?) ON CONFLICT (space,"
            + " id) DO UPDATE SET text = excluded.text, float32 = excluded.float32";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, space.id());
      StoredText.bind(insert, 2, text.id());
      StoredText.bind(insert, 3, text.text());
      insert.setBytes(4, values);
      insert.executeUpdate();
    }
  }

  private static void requireOwnId(Connection connection, SpaceTable.Target space, String id)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM unit WHERE space = ? AND id = ?")) {
      select.setLong(1, space.id());
      StoredText.bind(select, 2, id);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          throw new IllegalArgumentException("a unit of the space has the id " + id);
        }
      }
    }
  }

  static List<String> idsLike(Connection connection, String prefix) throws SQLException {
    String sql =
        "SELECT id FROM typed_text WHERE substr(id, 1, length(?1)) = ?1"
            + " UNION ALL SELECT id FROM unit WHERE substr(id, 1, length(?1)) = ?1";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, prefix);
      List<String> ids = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(StoredText.read(row, 1));
        }
      }
      return ids;
    }
  }

  static void remove(Connection connection, long spaceId, String id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM typed_text WHERE space = ? AND id = ?")) {
      delete.setLong(1, spaceId);
      StoredText.bind(delete, 2, id);
      delete.executeUpdate();
    }
  }

  private static byte[] bytes(DenseVector vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector.toArray());
    return bytes.array();
  }
}
