package io.semascope.store;

import io.semascope.space.SpaceSummary;
import io.semascope.text.Chunk;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.lang.foreign.MemorySegment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One space on its way into memory: its units at once, its vectors slice by slice, so that a map can be shown before they are there. Nothing in the file is
/// trusted: lengths, spans and values are checked before they are used. Used by one thread at a time.
///
/// Vectors are never changed or removed, so whatever is written between two slices does no harm. They are read in the order they lie in the file, the one
/// they were made in, because jumping about in the order of the units costs many times as much.
public final class SpaceReading {
  private static final int SLICE_VECTORS = 4096;

  private final Database database;
  private final SpaceSummary summary;
  private final SpaceTable.Target space;
  private final List<TextUnit> units = new ArrayList<>();
  private final List<byte[]> typed = new ArrayList<>();
  private final Map<String, UnitTruncation> truncations = new HashMap<>();

  /// The chunks' rows in the order of their vector keys, and these keys.
  private int[] rowsByKey = {};

  private long[] sortedKeys = {};

  /// First places in `sortedKeys` of the keys whose vector was delivered.
  private final BitSet delivered = new BitSet();

  private int expected;
  private long lastNumber;
  private long endNumber;
  private int read;

  private SpaceReading(Database database, SpaceSummary summary, SpaceTable.Target space) {
    this.database = database;
    this.summary = summary;
    this.space = space;
  }

  /// Receives vectors as they come, in any order.
  @FunctionalInterface
  public interface Receiver {
    /// @param row of the unit in `units()`
    /// @param values little-endian floats, valid during the call
    void accept(int row, MemorySegment values);
  }

  /// Reads the units that have a vector, then the typed texts.
  static SpaceReading begin(
      Database database,
      Connection connection,
      SpaceTable spaces,
      long spaceId,
      DocumentTable.Texts texts)
      throws SQLException {
    SpaceReading reading =
        new SpaceReading(
            database, spaces.summary(connection, spaceId), spaces.target(connection, spaceId));
    reading.readChunks(connection, texts);
    reading.readTyped(connection);
    reading.findEnds(connection);
    return reading;
  }

  /// The facts of the moment the reading began.
  public SpaceSummary summary() {
    return summary;
  }

  /// Chunks that have a vector, in unit order, then the typed texts in the order they were typed.
  public List<TextUnit> units() {
    return units;
  }

  /// Rows whose vector was delivered.
  public int vectorsRead() {
    return read;
  }

  /// Of the chunks whose vectors were delivered, those whose end did not reach their vector, by unit id.
  public Map<String, UnitTruncation> truncations() {
    return Map.copyOf(truncations);
  }

  /// Delivers the next slice of vectors, in a few milliseconds; false when all are delivered. Throws `WorkspaceDamaged` for a vector that is missing, of
  /// another length or not finite.
  public boolean readMore(Receiver receiver) {
    if (lastNumber < endNumber) {
      database.read(
          connection -> {
            readSlice(connection, receiver);
            return this;
          });
      return true;
    }
    for (byte[] values : typed) {
      deliver(read, values, receiver);
    }
    typed.clear();
    if (read != units.size()) {
      throw database.damaged(
          "%d of %d vectors are missing".formatted(units.size() - read, units.size()));
    }
    return false;
  }

  private void readChunks(Connection connection, DocumentTable.Texts texts) throws SQLException {
    String sql =
        """
        SELECT u.id, u.document, u.span_start, u.span_end, u.vector_key
        FROM unit u INDEXED BY unit_in_order
        WHERE u.space = ?
          AND EXISTS (SELECT 1 FROM vector v WHERE v.origin = ? AND v.vector_key = u.vector_key)
        ORDER BY u.number
        """;
    long[] keys = new long[summary.vectors()];
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, space.id());
      select.setLong(2, space.origin());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long key = row.getLong(5);
          // The sign of a key says something else while vectors are read.
          if (key < 1) {
            throw database.damaged("a vector has the number " + key);
          }
          if (units.size() == keys.length) {
            throw database.damaged("a space has more vectors than its index knows");
          }
          keys[units.size()] = key;
          units.add(texts.chunk(row, space.granularity()));
        }
      }
    }
    if (units.size() < keys.length) {
      throw database.damaged("a space has fewer vectors than its index knows");
    }
    rowsByKey = inOrderOf(keys);
    sortedKeys = IntStream.of(rowsByKey).mapToLong(row -> keys[row]).toArray();
  }

  /// Equal keys keep the order of their rows.
  private static int[] inOrderOf(long[] keys) {
    IntStream rows = IntStream.range(0, keys.length);
    boolean inOrder = IntStream.range(1, keys.length).allMatch(row -> keys[row - 1] <= keys[row]);
    return inOrder
        ? rows.toArray()
        : rows.boxed()
            .sorted(Comparator.comparingLong(row -> keys[row]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private void readTyped(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, text, float32 FROM typed_text WHERE space = ? ORDER BY number")) {
      select.setLong(1, space.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          units.add(new TypedText(database.text(row, 1), database.text(row, 2)));
          typed.add(row.getBytes(3));
        }
      }
    }
  }

  private void findEnds(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT min(number), max(number) FROM vector WHERE origin = ?")) {
      select.setLong(1, space.origin());
      try (ResultSet row = select.executeQuery()) {
        endNumber = row.getLong(2);
        lastNumber = row.getObject(1) == null ? endNumber : row.getLong(1) - 1;
      }
    }
  }

  private void readSlice(Connection connection, Receiver receiver) throws SQLException {
    // Without the index of origins: with it SQLite would gather the rows and sort them.
    // Asking for a column costs as much as copying a quarter of the vector, so a row is asked for
    // two: the key of a vector whose text was cut comes negative.
    String sql =
        """
        SELECT iif(tokens IS NULL, vector_key, -vector_key), float32,
          tokens, kept_tokens, lost_start, lost_end
        FROM vector NOT INDEXED WHERE number > ? AND number <= ? AND origin = ? ORDER BY number
        """;
    long left = endNumber - lastNumber;
    // Negative: numbers from one end of their range to the other, in a file from elsewhere.
    long until = left < 0 || left > SLICE_VECTORS ? lastNumber + SLICE_VECTORS : endNumber;
    boolean any = false;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, lastNumber);
      select.setLong(2, until);
      select.setLong(3, space.origin());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          any = true;
          readVector(row, receiver);
        }
      }
    }
    lastNumber = any ? until : beforeNext(connection, until);
  }

  /// Numbers have gaps where other origins have theirs, and in a file from elsewhere gaps of any width. Without the index of origins, which is not in the
  /// order of numbers: with it every gap would cost a look at all vectors.
  private long beforeNext(Connection connection, long until) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number FROM vector NOT INDEXED WHERE origin = ? AND number > ?"
                + " ORDER BY number LIMIT 1")) {
      select.setLong(1, space.origin());
      select.setLong(2, until);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) - 1 : endNumber;
      }
    }
  }

  private void readVector(ResultSet row, Receiver receiver) throws SQLException {
    long signedKey = row.getLong(1);
    boolean truncated = signedKey < 0;
    long key = Math.abs(signedKey);
    int at = placeOf(key);
    if (at < 0) {
      // Of a text that this space has not.
      return;
    }
    if (delivered.get(at)) {
      // Else every further vector of a key that many texts share would be copied to all of them.
      throw database.damaged("two vectors of an origin have the key " + key);
    }
    delivered.set(at);
    byte[] values = row.getBytes(2);
    for (; at < sortedKeys.length && sortedKeys[at] == key; at++) {
      deliver(rowsByKey[at], values, receiver);
      if (truncated) {
        UnitTruncation truncation = truncation((Chunk) units.get(rowsByKey[at]), row);
        truncations.put(truncation.unitId(), truncation);
      }
    }
    expected = at;
  }

  /// The first place of a key in `sortedKeys`, mostly right behind the one before; negative when it is not there.
  private int placeOf(long key) {
    if (expected < sortedKeys.length && sortedKeys[expected] == key) {
      return expected;
    }
    int at = Arrays.binarySearch(sortedKeys, key);
    while (at > 0 && sortedKeys[at - 1] == key) {
      at--;
    }
    return at;
  }

  private void deliver(int row, byte[] values, Receiver receiver) {
    int bytes = space.dimension() * Float.BYTES;
    if (values == null || values.length != bytes) {
      throw database.damaged(
          "the vector of %s is not %d bytes long".formatted(units.get(row).id(), bytes));
    }
    if (!UnitTable.isFinite(values)) {
      throw database.damaged(
          String.valueOf(
              UnitTable.notFinite(values, "the vector of " + units.get(row).id()).getMessage()));
    }
    receiver.accept(row, MemorySegment.ofArray(values));
    read++;
  }

  private UnitTruncation truncation(Chunk chunk, ResultSet row) throws SQLException {
    int tokens = row.getInt(3);
    int kept = row.getInt(4);
    int start = row.getInt(5);
    int end = row.getInt(6);
    if (kept < 0 || tokens < kept || end > chunk.text().length()) {
      throw database.damaged(
          "the unit %s lost %d to %d of %d characters, and %d of %d tokens were kept"
              .formatted(chunk.id(), start, end, chunk.text().length(), kept, tokens));
    }
    return database.readBack(
        () -> new UnitTruncation(chunk.id(), tokens, kept, new Span(start, end)));
  }
}
