package io.semascope.store;

import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads one space into memory. Nothing in the file is trusted: lengths, spans and values are checked before they are used.
final class SpaceReader {
  private static final String CHUNKS =
      """
      FROM unit u INDEXED BY unit_in_order
      JOIN vector v ON v.origin = ? AND v.vector_key = u.vector_key WHERE u.space = ?
      """;

  private final Database database;
  private final DocumentTable documents;
  private final SpaceTable spaces;

  SpaceReader(Database database, DocumentTable documents, SpaceTable spaces) {
    this.database = database;
    this.documents = documents;
    this.spaces = spaces;
  }

  StoredSpace read(Connection connection, long spaceId) throws SQLException {
    SpaceSummary summary = spaces.summary(connection, spaceId);
    SpaceTable.Target space = spaces.target(connection, spaceId);
    Rows rows = new Rows(space, count(connection, space));
    readChunks(connection, space, rows);
    readTyped(connection, space, rows);
    return database.readBack(
        () ->
            new StoredSpace(
                summary,
                new VectorSpace(summary.origin(), rows.units, rows.block(), summary.revision()),
                rows.truncations));
  }

  /// Rows of the space. Looks at the lengths of all vectors before any memory is set aside for them.
  private int count(Connection connection, SpaceTable.Target space) throws SQLException {
    int bytes = space.dimension() * Float.BYTES;
    String sql =
        "SELECT count(*), coalesce(sum(length(v.float32) != ?), 0) "
            + CHUNKS
            + "UNION ALL SELECT count(*), coalesce(sum(length(float32) != ?), 0)"
            + " FROM typed_text WHERE space = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, bytes);
      select.setLong(2, space.origin());
      select.setLong(3, space.id());
      select.setInt(4, bytes);
      select.setLong(5, space.id());
      long count = 0;
      long wrong = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          count += row.getLong(1);
          wrong += row.getLong(2);
        }
      }
      if (wrong > 0) {
        throw database.damaged(
            "%d of %d vectors are not %d bytes long".formatted(wrong, count, bytes));
      }
      long rows = count;
      return database.readBack(() -> Math.toIntExact(rows));
    }
  }

  private void readChunks(Connection connection, SpaceTable.Target space, Rows rows)
      throws SQLException {
    String sql =
        "SELECT u.id, u.document, u.span_start, u.span_end, v.float32,"
            + " v.tokens, v.kept_tokens, v.lost_start, v.lost_end "
            + CHUNKS
            + "ORDER BY u.number";
    try (DocumentTable.Texts texts = documents.texts(connection);
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, space.origin());
      select.setLong(2, space.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Chunk chunk = texts.chunk(row, space.granularity());
          rows.add(chunk, row.getBytes(5));
          if (row.getObject(6) != null) {
            rows.truncations.put(chunk.id(), truncation(chunk, row));
          }
        }
      }
    }
  }

  private UnitTruncation truncation(Chunk chunk, ResultSet row) throws SQLException {
    int tokens = row.getInt(6);
    int kept = row.getInt(7);
    int start = row.getInt(8);
    int end = row.getInt(9);
    if (kept < 0 || tokens < kept || end > chunk.text().length()) {
      throw database.damaged(
          "the unit %s lost %d to %d of %d characters, and %d of %d tokens were kept"
              .formatted(chunk.id(), start, end, chunk.text().length(), kept, tokens));
    }
    return database.readBack(
        () -> new UnitTruncation(chunk.id(), tokens, kept, new Span(start, end)));
  }

  private void readTyped(Connection connection, SpaceTable.Target space, Rows rows)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, text, float32 FROM typed_text WHERE space = ? ORDER BY number")) {
      select.setLong(1, space.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new TypedText(database.text(row, 1), database.text(row, 2)), row.getBytes(3));
        }
      }
    }
  }

  /// Units and vectors as they come in.
  private final class Rows {
    final List<TextUnit> units;
    final Map<String, UnitTruncation> truncations = new HashMap<>();
    private final int dimension;
    private final MemorySegment values;

    Rows(SpaceTable.Target space, int count) {
      units = new ArrayList<>(count);
      dimension = space.dimension();
      values = VectorBlock.allocate(count, dimension);
    }

    void add(TextUnit unit, byte[] vector) {
      long rowBytes = (long) dimension * Float.BYTES;
      database.readBack(
          () -> {
            UnitTable.requireFinite(vector, "the vector of " + unit.id());
            return unit;
          });
      MemorySegment.copy(
          MemorySegment.ofArray(vector), 0, values, units.size() * rowBytes, rowBytes);
      units.add(unit);
    }

    VectorBlock block() {
      return VectorBlock.wrap(values, units.size(), dimension);
    }
  }
}
