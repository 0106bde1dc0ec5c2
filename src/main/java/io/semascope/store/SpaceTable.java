package io.semascope.store;

import io.semascope.model.ModelFingerprint;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.text.Granularity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The tables `origin` and `space`.
final class SpaceTable {
  private static final String SUMMARY =
      """
      SELECT s.number, o.kind, o.name, o.fingerprint, o.dimension, s.granularity,
        (SELECT count(DISTINCT u.document) FROM unit u WHERE u.space = s.number),
        (SELECT count(*) FROM unit u WHERE u.space = s.number),
        (SELECT count(*) FROM unit u JOIN vector v ON v.origin = s.origin AND v.vector_key = u.vector_key
          WHERE u.space = s.number),
        s.revision, s.origin
      FROM space s JOIN origin o ON o.number = s.origin
      """;

  private final Database database;

  SpaceTable(Database database) {
    this.database = database;
  }

  /// In the order they were made.
  List<SpaceSummary> all(Connection connection) throws SQLException {
    List<SpaceSummary> spaces = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SUMMARY + "ORDER BY s.number");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        spaces.add(summary(row));
      }
    }
    return spaces;
  }

  /// Throws `IllegalArgumentException` when there is none.
  SpaceSummary summary(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SUMMARY + "WHERE s.number = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw noSuchSpace(id);
        }
        return summary(row);
      }
    }
  }

  private SpaceSummary summary(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    String kind = row.getString(2);
    String name = database.text(row, 3);
    String fingerprint = row.getString(4);
    int dimension = row.getInt(5);
    String granularity = row.getString(6);
    int documents = row.getInt(7);
    int units = row.getInt(8);
    int vectors = row.getInt(9);
    long revision = row.getLong(10);
    return database.readBack(
        () ->
            new SpaceSummary(
                id,
                origin(kind, name, fingerprint),
                dimension,
                Granularity.parse(granularity),
                documents,
                units,
                vectors,
                revision));
  }

  private static SpaceOrigin origin(String kind, String name, String fingerprint) {
    ModelFingerprint parsed = new ModelFingerprint(fingerprint);
    return switch (kind) {
      case "model" -> new SpaceOrigin.FromModel(name, parsed);
      case "imported" -> new SpaceOrigin.Imported(name, parsed);
      default -> throw new IllegalArgumentException("an origin is of the kind " + kind);
    };
  }

  private static String kind(SpaceOrigin origin) {
    return switch (origin) {
      case SpaceOrigin.FromModel model -> "model";
      case SpaceOrigin.Imported imported -> "imported";
    };
  }

  private static String name(SpaceOrigin origin) {
    return switch (origin) {
      case SpaceOrigin.FromModel model -> model.modelId();
      case SpaceOrigin.Imported imported -> imported.name();
    };
  }

  SpaceSummary open(
      Connection connection, SpaceOrigin origin, int dimension, Granularity granularity)
      throws SQLException {
    long originNumber = originNumber(connection, origin, dimension);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO space (origin, granularity) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      insert.setLong(1, originNumber);
      insert.setString(2, granularity.key());
      insert.executeUpdate();
    }
    try (PreparedStatement select =
        connection.prepareStatement(SUMMARY + "WHERE s.origin = ? AND s.granularity = ?")) {
      select.setLong(1, originNumber);
      select.setString(2, granularity.key());
      try (ResultSet row = select.executeQuery()) {
        return summary(row);
      }
    }
  }

  private long originNumber(Connection connection, SpaceOrigin origin, int dimension)
      throws SQLException {
    OptionalLong known = knownOrigin(connection, origin, dimension);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO origin (kind, name, fingerprint, dimension) VALUES (?, ?, ?, ?)"
                + " RETURNING number")) {
      insert.setString(1, kind(origin));
      StoredText.bind(insert, 2, name(origin));
      insert.setString(3, origin.fingerprint().value());
      insert.setInt(4, dimension);
      try (ResultSet row = insert.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  private static OptionalLong knownOrigin(Connection connection, SpaceOrigin origin, int dimension)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, kind, dimension FROM origin WHERE fingerprint = ?")) {
      select.setString(1, origin.fingerprint().value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return OptionalLong.empty();
        }
        if (!kind(origin).equals(row.getString(2)) || row.getInt(3) != dimension) {
          throw new IllegalArgumentException(
              "the fingerprint %s stands for a %s of %d dimensions here, not a %s of %d"
                  .formatted(
                      origin.fingerprint().shortForm(),
                      row.getString(2),
                      row.getInt(3),
                      kind(origin),
                      dimension));
        }
        return OptionalLong.of(row.getLong(1));
      }
    }
  }

  /// What writing into a space needs to know of it.
  ///
  /// @param origin number of its origin
  /// @param imported whether its vectors were read from a file
  /// @param dimension values of a vector
  record Target(long id, long origin, boolean imported, int dimension, Granularity granularity) {}

  /// Throws `IllegalArgumentException` when there is none.
  Target target(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT s.origin, o.kind, o.dimension, s.granularity"
                + " FROM space s JOIN origin o ON o.number = s.origin WHERE s.number = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw noSuchSpace(id);
        }
        long origin = row.getLong(1);
        boolean imported = row.getString(2).equals("imported");
        int dimension = row.getInt(3);
        String granularity = row.getString(4);
        return database.readBack(
            () -> new Target(id, origin, imported, dimension, Granularity.parse(granularity)));
      }
    }
  }

  static int countOfOrigin(Connection connection, long origin) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT count(*) FROM space WHERE origin = ?")) {
      select.setLong(1, origin);
      try (ResultSet row = select.executeQuery()) {
        return row.getInt(1);
      }
    }
  }

  /// Says that units or their vectors were added.
  static void raiseRevision(Connection connection, long id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE space SET revision = revision + 1 WHERE number = ?")) {
      update.setLong(1, id);
      update.executeUpdate();
    }
  }

  private static IllegalArgumentException noSuchSpace(long id) {
    return new IllegalArgumentException("no space has the id " + id);
  }
}
