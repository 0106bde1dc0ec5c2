package io.semascope.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tables of a workspace and their version. A later version adds its step in `migrate`.
final class Schema {
  /// "SEMA" in ASCII: SQLite's `application_id`, by which a workspace is told from any other database.
  static final int APPLICATION_ID = 0x53454D41;

  /// SQLite's `user_version` of the files written here.
  static final int VERSION = 1;

  private Schema() {}

  /// Makes the tables in an empty database.
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // 16 KiB pages hold ten vectors of 384 dimensions, five of 768 or three of 1,024 with little
      // left over.
      statement.executeUpdate("PRAGMA page_size = 16384");
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      statement.executeUpdate(script());
    }
  }

  /// Brings an older file to this version, in one transaction for each step. There is no older version than 1.
  static void migrate(int version) {
    if (version != VERSION) {
      throw new IllegalArgumentException("no way from schema version " + version);
    }
  }

  /// Whether the tables, columns and indexes are exactly those `create` makes, and nothing else is there: no trigger or view that could run
  /// when a table is used.
  static boolean matches(Connection connection) throws SQLException {
    try (Connection fresh = Database.inMemory()) {
      create(fresh);
      return outline(fresh).equals(outline(connection));
    }
  }

  private static List<String> outline(Connection connection) throws SQLException {
    String sql =
        """
        SELECT m.type, m.name, m.tbl_name, c.cid, c.name, c.type, c."notnull", c.pk, c.hidden
        FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) c
        ORDER BY m.type, m.name, c.cid
        """;
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= 9; column++) {
          line.append(rows.getString(column)).append('|');
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static String script() {
    try (InputStream script = Schema.class.getResourceAsStream("schema.sql")) {
      if (script == null) {
        throw new IllegalStateException("schema.sql is missing from the program");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
