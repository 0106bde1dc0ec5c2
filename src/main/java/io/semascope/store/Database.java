package io.semascope.store;

import io.semascope.problem.ValueRefusal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// The one connection to a workspace file: a transaction at a time, and every failure told as a problem.
///
/// Safe for use from several threads: each call waits for the one before it.
final class Database implements AutoCloseable {
  /// How long SQLite waits for a process that is just closing the file.
  private static final int BUSY_MILLIS = 1000;

  /// Digests fall anywhere in their index; one that is not held whole is written and read again page by page while 100,000 are added.
  private static final int WRITING_KIBIBYTES = 32 * 1024;

  /// SQLite's own choice.
  private static final int READING_KIBIBYTES = 2000;

  /// SQLITE_INTERRUPT: a progress handler has stopped a statement.
  private static final int INTERRUPTED = 9;

  /// Steps of SQLite's machine, well below a millisecond.
  private static final int STEPS_BETWEEN_QUESTIONS = 1000;

  private final WorkspaceFile file;
  private final Connection connection;
  private boolean checked;
  private boolean closed;

  private Database(WorkspaceFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Work on the connection; its result leaves the lock with it, so it holds nothing of the connection.
  @FunctionalInterface
  interface Task<T> {
    T run(Connection connection) throws SQLException;
  }

  /// Connects to a workspace of this version, holding it alone until `close`. Whether it is sound is found out by `check`, before which nothing is written.
  static Database open(WorkspaceFile file) {
    Connection connection = null;
    try {
      connection = connect(file.path(), false);
      identify(connection, file);
      return new Database(file, connection);
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw file.problem(e);
    } catch (RuntimeException e) {
      closeQuietly(connection, e);
      throw e;
    }
  }

  /// Reads the whole file, once, and throws `WorkspaceDamaged` unless it is sound.
  ///
  /// @param stop asked many times a second, on this thread, whether to leave off
  /// @return whether all was read
  synchronized boolean check(BooleanSupplier stop) {
    requireOpen();
    try {
      if (!checked) {
        verifyUnlessStopped(stop);
        setUp(connection);
        checked = true;
      }
      return true;
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) == INTERRUPTED && stop.getAsBoolean()) {
        return false;
      }
      throw file.problem(e);
    }
  }

  private void verifyUnlessStopped(BooleanSupplier stop) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        STEPS_BETWEEN_QUESTIONS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return stop.getAsBoolean() ? 1 : 0;
          }
        });
    try {
      verify(connection, file);
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  /// Reads the whole file and throws `WorkspaceDamaged` unless it is sound. Writes nothing but what SQLite needs to recover.
  static void check(WorkspaceFile copy, WorkspaceFile original) {
    try (Connection connection = connect(copy.path(), false)) {
      identify(connection, original);
      verify(connection, original);
    } catch (SQLException e) {
      throw original.problem(e);
    }
  }

  /// Makes a new, empty workspace at a path that does not exist.
  static void create(Path path) throws SQLException {
    try (Connection connection = connect(path, true)) {
      Schema.create(connection);
    }
  }

  static Connection inMemory() throws SQLException {
    SqliteLibrary.prepare();
    return new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
  }

  private static Connection connect(Path path, boolean create) throws SQLException {
    SqliteLibrary.prepare();
    SQLiteConfig config = new SQLiteConfig();
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    // Nobody asks for them, and otherwise the driver runs a query of its own after every row it
    // inserts.
    config.setGetGeneratedKeys(false);
    // As a URI, since the driver would take "?" in a plain path for the start of parameters.
    Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath().toUri());
    try (Statement statement = connection.createStatement()) {
      // Before the first read: SQLite then keeps the operating system's lock until the connection
      // or the process ends, and the index of the
      // write-ahead log stays in memory, so there is no -shm file.
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      // Nothing in a file from elsewhere may call functions with side effects, and damaged pages
      // are noticed when they are read.
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      return connection;
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw e;
    }
  }

  /// Whether its numbers and its tables are those of a workspace.
  private static void identify(Connection connection, WorkspaceFile file) throws SQLException {
    file.requireKnown(
        Integer.parseInt(text(connection, "PRAGMA application_id")),
        Integer.parseInt(text(connection, "PRAGMA user_version")));
    if (!Schema.matches(connection)) {
      throw file.damaged("its tables are not those of schema version " + Schema.VERSION, null);
    }
  }

  private static void verify(Connection connection, WorkspaceFile file) throws SQLException {
    String finding = text(connection, "PRAGMA integrity_check(1)");
    if (!finding.equals("ok")) {
      throw file.damaged("SQLite's integrity check says: " + finding, null);
    }
    try (Statement statement = connection.createStatement();
        ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check")) {
      if (violations.next()) {
        throw file.damaged(
            "a row of the table " + violations.getString(1) + " refers to one that is missing",
            null);
      }
    }
  }

  private static void setUp(Connection connection) throws SQLException {
    String mode = text(connection, "PRAGMA journal_mode = WAL");
    if (!mode.equals("wal")) {
      throw new SQLException("no write-ahead log here: " + mode);
    }
    try (Statement statement = connection.createStatement()) {
      // Every committed batch survives a power cut, not only the end of the process: one flush for
      // each batch, which is small beside the
      // time its embedding took.
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA journal_size_limit = 67108864");
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /// Runs a task that changes nothing.
  synchronized <T> T read(Task<T> task) {
    requireOpen();
    try {
      return task.run(connection);
    } catch (SQLException e) {
      throw file.problem(e);
    }
  }

  /// Runs a task in one transaction: all of it is kept, or, when anything is thrown, none. A file that was not checked yet is checked first.
  synchronized <T> T write(Task<T> task) {
    check(() -> false);
    try {
      keepInMemory(WRITING_KIBIBYTES);
      connection.setAutoCommit(false);
      try {
        T result = task.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(e);
        throw e;
      } finally {
        leaveTransaction();
        if (!closed) {
          keepInMemory(READING_KIBIBYTES);
        }
      }
    } catch (SQLException e) {
      throw file.problem(e);
    }
  }

  /// How much of the file SQLite may hold; what is more it gives back at once.
  private void keepInMemory(int kibibytes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = -" + kibibytes);
      statement.execute("PRAGMA shrink_memory");
    }
  }

  private void rollBack(Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      if (e.getErrorCode() != ERROR) {
        // The half-done batch must not be committed by whoever comes next: SQLite drops it with the
        // connection.
        closed = true;
        closeQuietly(connection, reason);
      }
      // Otherwise SQLite has rolled back by itself, as it does when the disk is full.
    }
  }

  /// SQLITE_ERROR: a rollback answers it when no transaction is active.
  private static final int ERROR = 1;

  private void leaveTransaction() throws SQLException {
    if (closed) {
      return;
    }
    try {
      // The driver has begun an empty transaction after the commit or rollback; this ends it.
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      if (e.getErrorCode() != ERROR) {
        throw e;
      }
    }
  }

  /// Makes a value from what was read; whatever it refuses means that the file is damaged.
  <T> T readBack(Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw damaged(ValueRefusal.of(e), e);
    }
  }

  /// The text in a column.
  String text(ResultSet row, int column) throws SQLException {
    try {
      return StoredText.read(row, column);
    } catch (IllegalArgumentException e) {
      throw damaged(ValueRefusal.of(e), e);
    }
  }

  WorkspaceDamaged damaged(String why) {
    return file.damaged(why, null);
  }

  private WorkspaceDamaged damaged(String why, RuntimeException cause) {
    return file.damaged(why, cause);
  }

  private void requireOpen() {
    if (closed) {
      throw file.closed();
    }
  }

  /// Moves what is in the write-ahead log into the file and lets go of it. Closing twice does nothing.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      connection.close();
    } catch (SQLException e) {
      throw file.problem(e);
    }
  }

  private static void closeQuietly(
      @org.jspecify.annotations.Nullable Connection connection, Throwable reason) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
