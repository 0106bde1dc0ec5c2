package io.semascope.store;

import io.semascope.model.Truncation;
import io.semascope.text.Chunk;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the tables `unit`, `vector_key` and `vector`.
final class UnitTable {
  private static final VarHandle BITS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle PAIRS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EXPONENTS = 0x7f80_0000_7f80_0000L;
  private static final long LOWEST_EXPONENT_BITS = 0x0080_0000_0080_0000L;
  private static final long SIGNS = 0x8000_0000_8000_0000L;

  private final DocumentTable documents;

  UnitTable(DocumentTable documents) {
    this.documents = documents;
  }

  /// Adds the units that are new and gives the number of every unit's vector key. Throws `IllegalArgumentException` for one of another granularity or
  /// that is not the piece of a document it says.
  long[] add(Connection connection, SpaceTable.Target space, List<Chunk> units)
      throws SQLException {
    boolean mayKnow = hasUnits(connection, space);
    boolean added = false;
    long[] numbers = new long[units.size()];
    try (DocumentTable.Texts texts = documents.textsOf(connection, units.size());
        Keys keys = new Keys(connection, space);
        PreparedStatement known =
            connection.prepareStatement("SELECT vector_key FROM unit WHERE space = ? AND id = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO unit (space, id, document, span_start, span_end, vector_key)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (space, id) DO NOTHING")) {
      known.setLong(1, space.id());
      insert.setLong(1, space.id());
      for (int i = 0; i < numbers.length; i++) {
        Chunk unit = units.get(i);
        OptionalLong before = mayKnow ? keyOf(known, unit) : OptionalLong.empty();
        if (before.isPresent()) {
          numbers[i] = before.getAsLong();
          continue;
        }
        requireGranularity(space, unit);
        StoredText.bind(insert, 2, unit.id());
        insert.setLong(3, texts.numberOf(unit));
        insert.setInt(4, unit.span().start());
        insert.setInt(5, unit.span().end());
        numbers[i] = keys.numberOfNew(unit);
        insert.setLong(6, numbers[i]);
        added |= insert.executeUpdate() > 0;
      }
    }
    if (added) {
      SpaceTable.raiseRevision(connection, space.id());
    }
    return numbers;
  }

  /// The numbers of the vector keys of units, those without one getting theirs.
  long[] keys(Connection connection, SpaceTable.Target space, List<Chunk> units)
      throws SQLException {
    long[] numbers = new long[units.size()];
    try (Keys keys = new Keys(connection, space)) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = keys.numberOf(units.get(i));
      }
    }
    return numbers;
  }

  private static boolean hasUnits(Connection connection, SpaceTable.Target space)
      throws SQLException {
    try (PreparedStatement any =
        connection.prepareStatement("SELECT 1 FROM unit WHERE space = ? LIMIT 1")) {
      any.setLong(1, space.id());
      try (ResultSet row = any.executeQuery()) {
        return row.next();
      }
    }
  }

  private static OptionalLong keyOf(PreparedStatement known, Chunk unit) throws SQLException {
    StoredText.bind(known, 2, unit.id());
    try (ResultSet row = known.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
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

  /// Keeps row i under the i-th of `keys`. A vector that is there already stays.
  void putVectors(Connection connection, long origin, long[] keys, EmbeddedRows rows)
      throws SQLException {
    int spacesOfOrigin = SpaceTable.countOfOrigin(connection, origin);
    Set<Long> changed = new HashSet<>();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO vector"
                    + " (origin, vector_key, float32, tokens, kept_tokens, lost_start, lost_end)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        PreparedStatement users =
            connection.prepareStatement(
                "SELECT DISTINCT u.space FROM unit u JOIN space s ON s.number = u.space"
                    + " WHERE u.vector_key = ? AND s.origin = ?")) {
      insert.setLong(1, origin);
      users.setLong(2, origin);
      for (int row = 0; row < keys.length; row++) {
        insert.setLong(2, keys[row]);
        insert.setBytes(3, rows.bytes(row));
        bind(insert, rows.truncation(row));
        // Once every space of the origin has changed there is nothing more to learn.
        if (insert.executeUpdate() > 0 && changed.size() < spacesOfOrigin) {
          users.setLong(1, keys[row]);
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
    if (!isFinite(values)) {
      throw notFinite(values, whose);
    }
  }

  /// Whether all little-endian floats are finite.
  static boolean isFinite(byte[] values) {
    long overflow = 0;
    int at = 0;
    // A bound that stays what it is: only such loops does Java's compiler turn into vector
    // instructions.
    int pairs = values.length & -Long.BYTES;
    for (; at < pairs; at += Long.BYTES) {
      // NaN and the infinities have all bits of the exponent set (IEEE 754, 3.4): one more makes
      // the sum overflow into the place of the sign. Two floats at a time.
      overflow |= ((long) PAIRS.get(values, at) & EXPONENTS) + LOWEST_EXPONENT_BITS;
    }
    for (; at + Float.BYTES <= values.length; at += Float.BYTES) {
      overflow |=
          (Integer.toUnsignedLong((int) BITS.get(values, at)) & EXPONENTS) + LOWEST_EXPONENT_BITS;
    }
    return (overflow & SIGNS) == 0;
  }

  /// What to say of the first value that is not finite.
  static IllegalArgumentException notFinite(byte[] values, String whose) {
    var floats = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int i = 0;
    while (Float.isFinite(floats.get(i))) {
      i++;
    }
    return new IllegalArgumentException(
        "%s has the value %s in dimension %d".formatted(whose, floats.get(i), i));
  }

  /// Numbers for what vectors are made from: the text, or the unit itself where equal texts may have different vectors.
  private static final class Keys implements AutoCloseable {
    private final boolean byId;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private long next;

    Keys(Connection connection, SpaceTable.Target space) throws SQLException {
      byId = space.imported();
      select = connection.prepareStatement("SELECT number FROM vector_key WHERE digest = ?");
      insert =
          connection.prepareStatement(
              "INSERT INTO vector_key (number, digest) VALUES (?, ?) ON CONFLICT DO NOTHING");
      try (PreparedStatement last =
              connection.prepareStatement("SELECT coalesce(max(number), 0) FROM vector_key");
          ResultSet row = last.executeQuery()) {
        next = row.getLong(1) + 1;
      }
    }

    /// For a unit whose key is most likely there.
    long numberOf(Chunk unit) throws SQLException {
      byte[] digest = digest(unit);
      OptionalLong known = find(digest);
      return known.isPresent() ? known.getAsLong() : addOrFind(digest);
    }

    /// The same for a unit whose key is most likely missing.
    long numberOfNew(Chunk unit) throws SQLException {
      return addOrFind(digest(unit));
    }

    private long addOrFind(byte[] digest) throws SQLException {
      insert.setLong(1, next);
      insert.setBytes(2, digest);
      if (insert.executeUpdate() > 0) {
        return next++;
      }
      return find(digest)
          .orElseThrow(() -> new IllegalStateException("the vector keys are numbered to the end"));
    }

    private OptionalLong find(byte[] digest) throws SQLException {
      select.setBytes(1, digest);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }

    private byte[] digest(Chunk unit) {
      return StoredText.digest(byId ? unit.id() : unit.text());
    }

    @Override
    public void close() throws SQLException {
      select.close();
      insert.close();
    }
  }
}
