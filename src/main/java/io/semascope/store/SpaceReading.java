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
import java.util.Optional;
import java.util.stream.IntStream;

/// One space on its way into memory: its units at once, its vectors slice by slice, so that a map can be shown before they are there. Nothing in the file is
/// trusted: lengths, spans and values are checked before they are used. Used by one thread at a time.
///
/// Vectors are never changed or removed, so whatever is written between two slices does no harm. They are read in the order they lie in the file, the one
/// they were made in, because jumping about in the order of the units costs many times as much; the same core reads and checks them (decision 0054).
public final class SpaceReading {
  /// So many that asking for a slice costs little beside its vectors, so few that they stay in the cache and others who want the file wait about two
  /// milliseconds (decision 0054); the schema allows no vector that is larger.
  private static final int SLICE_BYTES = 1024 * 384 * Float.BYTES;

  private static final int MOST_IN_SLICE = 1024;
  private static final byte[] NOT_WHOLE = {};

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

  private final int vectorBytes;
  private final int sliceVectors;
  private final Slice slice;
  private int expected;
  private long lastNumber;
  private long endNumber;
  private int read;

  private SpaceReading(Database database, SpaceSummary summary, SpaceTable.Target space) {
    this.database = database;
    this.summary = summary;
    this.space = space;
    vectorBytes = space.dimension() * Float.BYTES;
    sliceVectors = Math.min(SLICE_BYTES / vectorBytes, MOST_IN_SLICE);
    slice = new Slice();
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

  /// Reads the next slice of vectors and delivers it, in about two milliseconds; false when all are delivered. Throws `WorkspaceDamaged` for a vector
  /// that is missing, of another length or not finite.
  public boolean readMore(Receiver receiver) {
    if (lastNumber >= endNumber) {
      deliverTyped(receiver);
      return false;
    }
    slice.clear();
    database.read(
        connection -> {
          readSlice(connection);
          return this;
        });
    slice.deliver(receiver);
    return true;
  }

  private void deliverTyped(Receiver receiver) {
    for (byte[] values : typed) {
      deliver(read, values, receiver);
    }
    typed.clear();
    slice.clear();
    if (read != units.size()) {
      throw database.damaged(
          "%d of %d vectors are missing".formatted(units.size() - read, units.size()));
    }
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
          typed.add(vector(row, 3));
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

  private void readSlice(Connection connection) throws SQLException {
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
    long until = left < 0 || left > sliceVectors ? lastNumber + sliceVectors : endNumber;
    boolean any = false;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, lastNumber);
      select.setLong(2, until);
      select.setLong(3, space.origin());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          any = true;
          readVector(row);
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

  private void readVector(ResultSet row) throws SQLException {
    if (slice.size == sliceVectors) {
      throw database.damaged("two vectors have the same number");
    }
    long signedKey = row.getLong(1);
    if (signedKey < 0) {
      slice.cuts.put(-signedKey, Cut.of(row));
    }
    slice.add(Math.abs(signedKey), vector(row, 2));
  }

  /// A vector of another length is refused when it is delivered; until then it may take no memory.
  private byte[] vector(ResultSet row, int column) throws SQLException {
    byte[] values = row.getBytes(column);
    return values != null && values.length == vectorBytes ? values : NOT_WHOLE;
  }

  private void deliver(long key, byte[] values, Optional<Cut> cut, Receiver receiver) {
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
    for (; at < sortedKeys.length && sortedKeys[at] == key; at++) {
      int row = rowsByKey[at];
      deliver(row, values, receiver);
      cut.ifPresent(
          known -> {
            UnitTruncation truncation = truncation((Chunk) units.get(row), known);
            truncations.put(truncation.unitId(), truncation);
          });
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
    if (values.length != vectorBytes) {
      throw database.damaged(
          "the vector of %s is not %d bytes long".formatted(units.get(row).id(), vectorBytes));
    }
    if (!UnitTable.isFinite(values)) {
      throw database.damaged(
          String.valueOf(
              UnitTable.notFinite(values, "the vector of " + units.get(row).id()).getMessage()));
    }
    receiver.accept(row, MemorySegment.ofArray(values));
    read++;
  }

  private UnitTruncation truncation(Chunk chunk, Cut cut) {
    if (cut.kept() < 0 || cut.tokens() < cut.kept() || cut.end() > chunk.text().length()) {
      throw database.damaged(
          "the unit %s lost %d to %d of %d characters, and %d of %d tokens were kept"
              .formatted(
                  chunk.id(),
                  cut.start(),
                  cut.end(),
                  chunk.text().length(),
                  cut.kept(),
                  cut.tokens()));
    }
    return database.readBack(
        () ->
            new UnitTruncation(
                chunk.id(), cut.tokens(), cut.kept(), new Span(cut.start(), cut.end())));
  }

  /// What the file says of a text whose end did not reach its vector.
  private record Cut(int tokens, int kept, int start, int end) {
    static Cut of(ResultSet row) throws SQLException {
      return new Cut(row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
    }
  }

  /// Vectors as they lie in the file, of which only the length was looked at. Filled and emptied again and again.
  private final class Slice {
    private final long[] keys = new long[sliceVectors];
    private final byte[][] values = new byte[sliceVectors][];
    private final Map<Long, Cut> cuts = new HashMap<>();
    private int size;

    void clear() {
      Arrays.fill(values, 0, size, NOT_WHOLE);
      cuts.clear();
      size = 0;
    }

    void add(long key, byte[] vector) {
      keys[size] = key;
      values[size++] = vector;
    }

    void deliver(Receiver receiver) {
      for (int i = 0; i < size; i++) {
        SpaceReading.this.deliver(
            keys[i], values[i], Optional.ofNullable(cuts.get(keys[i])), receiver);
      }
    }
  }
}
