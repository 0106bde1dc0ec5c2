package io.semascope.store;

import io.semascope.model.Truncation;
import io.semascope.projection.Projection;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One workspace file (`*.semascope`, an SQLite database), open for reading and writing by this process alone.
///
/// Every call is one transaction that is on the disk when it returns, so there is nothing to save, and the end of the process at any moment loses
/// at most the call in flight. Safe for use from several threads; calls wait for each other, and none belongs on the window's thread. Calls
/// throw `WorkspaceUnusable`, `WorkspaceDamaged`, `WorkspaceTooNew` or `WorkspaceLocked`, and `IllegalArgumentException` for a request that makes no
/// sense, such as an unknown space or a vector of another dimension. While a workspace is open, nothing else in this process may open its file:
/// on POSIX systems that would drop its lock.
public final class Workspace implements AutoCloseable {
  private final WorkspaceFile file;
  private final Database database;
  private final DocumentTable documents;
  private final SpaceTable spaces;
  private final UnitTable units;
  private final ProjectionTable projections;

  private Workspace(WorkspaceFile file, Database database) {
    this.file = file;
    this.database = database;
    documents = new DocumentTable(database);
    spaces = new SpaceTable(database);
    units = new UnitTable(documents);
    projections = new ProjectionTable(database);
  }

  /// Makes a new file and opens it. Throws `WorkspaceUnusable` when there is a file already.
  public static Workspace create(Path file) {
    WorkspaceFile target = new WorkspaceFile(file);
    target.writeWhole(false, Database::create);
    return open(file);
  }

  /// Opens a file that exists, checking it from end to end. One that is refused is left exactly as it was.
  public static Workspace open(Path file) {
    Workspace workspace = openToShow(file);
    try {
      workspace.check();
      return workspace;
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  /// The same without reading it from end to end, so that what it holds can be shown sooner; `check` does that later. Until then nothing is written: whatever
  /// writes checks first.
  public static Workspace openToShow(Path file) {
    WorkspaceFile target = new WorkspaceFile(file);
    target.claim();
    try {
      return new Workspace(target, Database.open(target));
    } catch (RuntimeException e) {
      target.release();
      throw e;
    }
  }

  /// Reads the whole file, once. Throws `WorkspaceDamaged` unless it is sound; it is then to be closed and has not been changed.
  public void check() {
    check(() -> false);
  }

  /// The same until `stop` says so, which is asked many times a second, on this thread. Returns whether all was read; only then it is not read again.
  public boolean check(BooleanSupplier stop) {
    return database.check(stop);
  }

  /// Opens the file, or makes it when there is none.
  public static Workspace openOrCreate(Path file) {
    return Files.exists(file) ? open(file) : create(file);
  }

  /// The absolute path of the file.
  public Path file() {
    return file.path();
  }

  /// Bytes on disk, the write-ahead log included.
  public long fileBytes() {
    return file.bytes();
  }

  /// All documents, in import order.
  public List<Document> documents() {
    return database.read(documents::all);
  }

  /// Keeps documents. One with the id and the text of a stored one is there already; one with its id and another text gets the id `…~2`, or the next
  /// free number.
  public DocumentsAdded addDocuments(List<Document> added) {
    DocumentTable.Added stored = database.write(connection -> documents.add(connection, added));
    documents.remember(stored);
    return stored.documents();
  }

  /// All spaces, in the order they were made.
  public List<SpaceSummary> spaces() {
    return database.read(spaces::all);
  }

  /// Finds the space of this fingerprint and granularity, or makes it.
  public SpaceSummary openSpace(SpaceOrigin origin, int dimension, Granularity granularity) {
    return database.write(connection -> spaces.open(connection, origin, dimension, granularity));
  }

  /// Adds units at the end of a space; ids that are there already are skipped. Their documents must be stored.
  public void addUnits(long spaceId, List<Chunk> added) {
    database.write(
        connection -> {
          units.add(connection, spaces.target(connection, spaceId), added);
          return added;
        });
  }

  /// One unit for each distinct text (in an imported space: for each unit) that has no vector yet, in unit order.
  public List<Chunk> pending(long spaceId) {
    return database.read(
        connection -> units.pending(connection, spaces.target(connection, spaceId)));
  }

  /// Keeps row i as the vector of unit i's text: every unit with this text, in every space of the fingerprint, has it from then on. A text that has a
  /// vector keeps it.
  ///
  /// @param truncations of some of the units; `index` is the place in `embedded`
  public void putVectors(
      long spaceId, List<Chunk> embedded, VectorBlock vectors, List<Truncation> truncations) {
    put(spaceId, false, embedded, new Batch(vectors, truncations));
  }

  /// Keeps row i as the vector of unit i alone, in an imported space; adds the units that are not there.
  public void putImported(long spaceId, List<Chunk> imported, VectorBlock vectors) {
    put(spaceId, true, imported, new Batch(vectors, List.of()));
  }

  private record Batch(VectorBlock vectors, List<Truncation> truncations) {}

  private void put(long spaceId, boolean imported, List<Chunk> chunks, Batch batch) {
    database.write(
        connection -> {
          SpaceTable.Target space = spaces.target(connection, spaceId);
          if (space.imported() != imported) {
            throw new IllegalArgumentException(
                "the vectors of space %d %s read from a file"
                    .formatted(spaceId, space.imported() ? "are" : "are not"));
          }
          var rows = new UnitTable.EmbeddedRows(space, chunks, batch.vectors, batch.truncations);
          long[] keys =
              imported
                  ? units.add(connection, space, chunks)
                  : units.keys(connection, space, chunks);
          units.putVectors(connection, space.origin(), keys, rows);
          return space;
        });
  }

  /// Begins to read a space: its units at once, its vectors by `SpaceReading.readMore`.
  ///
  /// @param known what `documents` gave; later ones may be missing. The units share its texts
  public SpaceReading beginReading(long spaceId, List<Document> known) {
    return database.read(
        connection -> {
          try (DocumentTable.Texts texts = documents.texts(connection, known)) {
            return SpaceReading.begin(database, connection, spaces, spaceId, texts);
          }
        });
  }

  /// Makes something of stored values. What their impossibility throws becomes `WorkspaceDamaged`.
  public <T> T readBack(Supplier<T> making) {
    return database.readBack(making);
  }

  /// Reads a space into memory: units that have a vector in unit order, then its typed texts.
  public StoredSpace readSpace(long spaceId) {
    SpaceReading reading = beginReading(spaceId, documents());
    SpaceSummary summary = reading.summary();
    VectorSpace rows =
        database.readBack(
            () ->
                VectorSpace.awaiting(
                    summary.origin(), reading.units(), summary.dimension(), summary.revision()));
    long rowBytes = (long) rows.dimension() * Float.BYTES;
    MemorySegment vectors = VectorBlock.allocateWithRoom(rows.count(), rows.dimension());
    SpaceReading.Receiver receiver =
        (row, values) -> MemorySegment.copy(values, 0, vectors, row * rowBytes, rowBytes);
    while (reading.readMore(receiver)) {}
    return new StoredSpace(
        summary,
        rows.withVectors(VectorBlock.wrapWithRoom(vectors, rows.count(), rows.dimension())),
        reading.truncations());
  }

  /// Adds a typed text to a space, or changes the one of the same id.
  public void addTypedText(long spaceId, TypedText text, DenseVector vector) {
    database.write(
        connection -> {
          TypedTextTable.put(connection, spaces.target(connection, spaceId), text, vector);
          return text;
        });
  }

  /// The ids that begin so, of units and typed texts in any space.
  public List<String> unitIds(String prefix) {
    return database.read(connection -> TypedTextTable.idsLike(connection, prefix));
  }

  /// Removes a typed text; one that is not there is no error.
  public void removeTypedText(long spaceId, String id) {
    database.write(
        connection -> {
          TypedTextTable.remove(connection, spaceId, id);
          return id;
        });
  }

  /// Keeps a picture in place of the one of the same spaces, in the same order, and the same method key, and of a frame that was kept while it was on its way.
  ///
  /// @param revision of the spaces whose rows were laid out
  public void putProjection(List<Long> spaceIds, long revision, Projection projection) {
    database.write(
        connection -> {
          projections.put(connection, spaceIds, revision, projection);
          return projection;
        });
  }

  /// The same, with the frame of another run of the method beside it, to be gone on with: both are kept or neither.
  public void putProjection(
      List<Long> spaceIds, long revision, Projection projection, Projection left) {
    database.write(
        connection -> {
          projections.put(connection, spaceIds, revision, projection);
          projections.putRunning(connection, spaceIds, revision, left);
          return projection;
        });
  }

  /// Keeps a frame of a run that is on its way, in place of the last such frame: the picture of the method stays what it is until another is kept.
  ///
  /// @param revision of the spaces whose rows are laid out
  public void putRunningProjection(List<Long> spaceIds, long revision, Projection frame) {
    database.write(
        connection -> {
          projections.putRunning(connection, spaceIds, revision, frame);
          return frame;
        });
  }

  /// The last frame of a run that came to no end, because the program was ended from outside; empty when there is none or it shows another revision.
  public Optional<Projection> runningProjection(
      List<Long> spaceIds, long revision, String methodKey) {
    return database.read(
        connection -> projections.findRunning(connection, spaceIds, revision, methodKey));
  }

  /// Forgets that frame; there need not be one.
  public void dropRunningProjection(List<Long> spaceIds, String methodKey) {
    database.write(
        connection -> {
          projections.dropRunning(connection, spaceIds, methodKey);
          return methodKey;
        });
  }

  /// The stored picture, empty when there is none or it shows another revision.
  public Optional<Projection> projection(List<Long> spaceIds, long revision, String methodKey) {
    return database.read(connection -> projections.find(connection, spaceIds, revision, methodKey));
  }

  /// All stored pictures and frames of runs that came to no end, without their points.
  public List<ProjectionSummary> projections() {
    return database.read(projections::all);
  }

  /// How the window was left; empty at first.
  public Map<String, String> windowState() {
    return database.read(
        connection -> {
          Map<String, String> state = new LinkedHashMap<>();
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT key, value FROM window_state ORDER BY rowid");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              state.put(database.text(row, 1), database.text(row, 2));
            }
          }
          return state;
        });
  }

  /// Keeps how the window is left, in place of what was kept before.
  public void putWindowState(Map<String, String> state) {
    database.write(
        connection -> {
          try (PreparedStatement clear = connection.prepareStatement("DELETE FROM window_state");
              PreparedStatement insert =
                  connection.prepareStatement("INSERT INTO window_state VALUES (?, ?)")) {
            clear.executeUpdate();
            for (Map.Entry<String, String> entry : state.entrySet()) {
              StoredText.bind(insert, 1, entry.getKey());
              StoredText.bind(insert, 2, entry.getValue());
              insert.executeUpdate();
            }
          }
          return state;
        });
  }

  /// Writes everything into another file, whole or not at all. Throws `WorkspaceUnusable` when that file exists.
  public void saveCopy(Path target) {
    copy(new WorkspaceFile(target), false);
  }

  /// Like `saveCopy`, in place of a file that exists. Throws `WorkspaceUnusable` when it is a workspace that is open.
  public void saveCopyOver(Path target) {
    copy(new WorkspaceFile(target), true);
  }

  private void copy(WorkspaceFile target, boolean replace) {
    if (target.isOpenHere()) {
      throw target.unusable("it is a workspace that is open", "Choose another name.");
    }
    database.read(
        connection -> {
          target.writeWhole(
              replace,
              part -> {
                // VACUUM INTO writes a compact copy but does not flush it; writeWhole does.
                try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                  vacuum.setString(1, part.toString());
                  vacuum.executeUpdate();
                }
              });
          return target;
        });
  }

  /// The connection, for tests that look behind the calls.
  Database database() {
    return database;
  }

  /// Lets go of the file. Closing twice does nothing; every other call after it throws `WorkspaceUnusable`.
  @Override
  public void close() {
    try {
      database.close();
    } finally {
      file.release();
    }
  }
}
