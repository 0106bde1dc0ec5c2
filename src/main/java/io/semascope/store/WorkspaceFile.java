package io.semascope.store;

import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The file of a workspace as the operating system sees it: what is there, who has it open, and how a refusal is told.
///
/// A file is looked at with plain reads before SQLite may touch it, so a foreign or newer one keeps its bytes and gets no journal beside it.
final class WorkspaceFile {
  /// Which files this process has open. POSIX drops all locks of a process on a file when it closes any descriptor of it, so the file of an open
  /// workspace must not be looked at a second time (sqlite.org/howtocorrupt.html, 2.2).
  private static final Set<Object> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 100;

  /// Where SQLite takes its locks: PENDING_BYTE, RESERVED_BYTE and 510 shared bytes (sqlite.org/fileformat2.html, 1.4).
  private static final long LOCK_OFFSET = 0x40000000L;

  private static final long LOCK_BYTES = 512;

  private static final List<String> JOURNALS = List.of("-wal", "-journal");

  private final Path path;
  private @Nullable Object claim;

  WorkspaceFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  Path path() {
    return path;
  }

  /// Reserves the file for this process and makes sure that it is a sound workspace of this version that nobody else has open. Changes
  /// nothing. `release` gives it back.
  void claim() {
    try {
      requireFile();
      Object key = key();
      if (!OPEN_HERE.add(key)) {
        throw locked("This Semascope has it open already.", null);
      }
      claim = key;
    } catch (IOException e) {
      throw unreadable(e);
    }
    try {
      inspect();
    } catch (IOException e) {
      release();
      throw unreadable(e);
    } catch (RuntimeException e) {
      release();
      throw e;
    }
  }

  void release() {
    Object held = claim;
    claim = null;
    if (held != null) {
      OPEN_HERE.remove(held);
    }
  }

  private Object key() throws IOException {
    Object identity = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return identity != null ? identity : path.toRealPath();
  }

  private void requireFile() {
    if (!Files.exists(path)) {
      throw missing();
    }
    if (Files.isDirectory(path)) {
      throw unusable("it is a folder", "Name a file that ends in .semascope.");
    }
    if (!Files.isRegularFile(path)) {
      throw unusable("it is not a regular file", "Name a file that ends in .semascope.");
    }
  }

  private WorkspaceUnusable missing() {
    Path folder = path.getParent();
    return folder == null || Files.isDirectory(folder)
        ? unusable("there is no such file", "Check the path, or import something to make it.")
        : unusable(
            "there is no folder " + folder,
            "Check the path, or make that folder first and then import something into the file.");
  }

  private void inspect() throws IOException {
    readHeader();
    Path folder = path.getParent();
    if (!Files.isWritable(path)) {
      throw unusable("the file may not be written", "Allow writing, or open a copy of it.");
    }
    if (folder == null || !Files.isWritable(folder)) {
      throw unusable(
          "its folder may not be written, and a workspace keeps its log there while it is open",
          "Allow writing, or copy the file to another folder and open it there.");
    }
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      try (FileLock lock = channel.tryLock(LOCK_OFFSET, LOCK_BYTES, false)) {
        if (lock == null) {
          throw locked("Another process has it open.", null);
        }
        checkCopyWithJournal(channel);
      } catch (OverlappingFileLockException e) {
        throw locked("This Semascope has it open already.", e);
      }
    }
  }

  private void readHeader() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        throw unusable("the file is empty (0 bytes)", "Name another file, or remove this one.");
      }
      while (header.hasRemaining() && channel.read(header) >= 0) {}
    }
    if (header.hasRemaining() || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw unusable(
          "it is not a workspace but some other kind of file",
          "Name a file that Semascope made, or import this one into a workspace.");
    }
    requireKnown(header.getInt(68), header.getInt(60));
  }

  /// Throws unless the two numbers in SQLite's header are those of a workspace this program can read.
  void requireKnown(int applicationId, int version) {
    if (applicationId != Schema.APPLICATION_ID) {
      throw unusable(
          "it is a database of another program (application id 0x%08x, not 0x%08x)"
              .formatted(applicationId, Schema.APPLICATION_ID),
          "Name a file that Semascope made.");
    }
    if (version > Schema.VERSION) {
      throw new WorkspaceTooNew(
          report(
              "was written by a newer Semascope.",
              "Its schema version is %d and this program knows versions up to %d."
                  .formatted(version, Schema.VERSION),
              "Update Semascope, then open it again; the file was not changed."),
          null);
    }
    if (version < 1) {
      throw damaged("its schema version is " + version, null);
    }
  }

  /// After a process was killed, the newest batches are in a journal beside the file, and SQLite moves them into the file whenever it opens it. So the
  /// check is made on a copy first: what turns out damaged keeps its bytes.
  private void checkCopyWithJournal(FileChannel channel) throws IOException {
    boolean pending = false;
    for (String suffix : JOURNALS) {
      pending |= size(beside(path, suffix)) > 0;
    }
    if (!pending) {
      return;
    }
    Path folder = Files.createTempDirectory("semascope-check");
    Path copy = folder.resolve("copy.semascope");
    try {
      try (FileChannel target =
          FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        long size = channel.size();
        for (long done = 0; done < size; ) {
          done += channel.transferTo(done, size - done, target);
        }
      }
      for (String suffix : JOURNALS) {
        if (Files.exists(beside(path, suffix))) {
          Files.copy(beside(path, suffix), beside(copy, suffix));
        }
      }
      Database.check(new WorkspaceFile(copy), this);
    } finally {
      for (String suffix : List.of("", "-wal", "-journal", "-shm")) {
        Files.deleteIfExists(beside(copy, suffix));
      }
      Files.deleteIfExists(folder);
    }
  }

  /// Writes a new file with `writing`, which gets a path of its own in the same folder, then moves it to its place in one step. Throws
  /// `WorkspaceUnusable` when something is there already and `replace` is not set.
  void writeWhole(boolean replace, Writing writing) {
    if (!replace && Files.exists(path)) {
      throw unusable(
          "there is a file of this name already", "Choose another name, or remove the file.");
    }
    for (String suffix : JOURNALS) {
      if (Files.exists(beside(path, suffix))) {
        throw unusable(
            "a journal of another workspace lies beside it (%s)"
                .formatted(beside(path, suffix).getFileName()),
            "Choose another name, or close the workspace it belongs to.");
      }
    }
    Path part = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      writing.to(part);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      if (replace) {
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(part, path);
      }
    } catch (SQLException e) {
      throw problem(e);
    } catch (FileAlreadyExistsException e) {
      throw unusable("another program made a file of this name at the same moment", "Try again.");
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      deleteQuietly(part);
    }
  }

  /// Fills a new file.
  @FunctionalInterface
  interface Writing {
    void to(Path part) throws SQLException, IOException;
  }

  /// Whether this process has the file open as a workspace.
  boolean isOpenHere() {
    try {
      return Files.exists(path) && OPEN_HERE.contains(key());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// Bytes on disk, the write-ahead log included.
  long bytes() {
    try {
      long bytes = Files.size(path);
      for (String suffix : JOURNALS) {
        bytes += size(beside(path, suffix));
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void deleteQuietly(Path part) {
    for (String suffix : List.of("", "-journal")) {
      try {
        Files.deleteIfExists(beside(part, suffix));
      } catch (IOException e) {
        // The problem that is under way says more; what stays is named .part.
      }
    }
  }

  /// What SQLite could not do, as a problem; `IllegalStateException` when it is a mistake of ours.
  RuntimeException problem(SQLException e) {
    // The primary result codes of sqlite.org/rescode.html.
    return switch (e.getErrorCode() & 0xff) {
      case 5, 6 -> locked("Another process has it open.", e);
      case 11, 26 -> damaged(words(e), e);
      case 13 ->
          failed(
              "The disk is full; what was being written is lost, everything before it is kept.",
              "Make room on the disk, then do it again.",
              e);
      case 3, 8, 14 ->
          failed(
              Files.exists(path)
                  ? SystemRefusal.writing(path, e)
                  : SystemRefusal.writing(path, new NoSuchFileException(path.toString())),
              "Check the permissions of the file and its folder.",
              e);
      case 7, 10 ->
          failed(
              words(e) + ".",
              "Check that the disk is there and has room, then open the workspace again.",
              e);
      default -> new IllegalStateException("unexpected from SQLite: " + e.getMessage(), e);
    };
  }

  /// What SQLite itself says, which its driver puts in brackets behind its own code and words.
  private static String words(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int bracket = message.lastIndexOf('(');
    boolean inBrackets = message.startsWith("[SQLITE_") && bracket > 0 && message.endsWith(")");
    return "SQLite says: "
        + (inBrackets ? message.substring(bracket + 1, message.length() - 1) : message);
  }

  private WorkspaceUnusable failed(String why, String remedy, Exception cause) {
    return new WorkspaceUnusable(report("could not be read or written.", why, remedy), cause);
  }

  private WorkspaceUnusable unreadable(IOException e) {
    return failed(
        SystemRefusal.reading(path, e),
        "Check the path, the permissions and the room on the disk.",
        e);
  }

  WorkspaceUnusable closed() {
    return unusable("it was closed", "Open it again.");
  }

  WorkspaceUnusable unusable(String why, String remedy) {
    return new WorkspaceUnusable(
        report("cannot be used as a workspace.", sentence(why), remedy), null);
  }

  WorkspaceDamaged damaged(String why, @Nullable Throwable cause) {
    return new WorkspaceDamaged(
        report(
            "is damaged.",
            sentence(why),
            "The file was not changed: open a copy you saved earlier, or import the texts again"
                + " into a new one."),
        cause);
  }

  private WorkspaceLocked locked(String why, @Nullable Throwable cause) {
    return new WorkspaceLocked(
        report("is in use.", why, "Close it there, then open it again."), cause);
  }

  private ProblemReport report(String what, String why, String remedy) {
    return new ProblemReport("The file %s %s".formatted(path, what), why, remedy);
  }

  private static String sentence(String why) {
    String capital = why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
