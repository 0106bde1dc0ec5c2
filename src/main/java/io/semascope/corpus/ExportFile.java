package io.semascope.corpus;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Writes a file whole or not at all: into a new file beside it first, flushed to the disk, then moved over the name in one step.
public final class ExportFile {
  private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final List<String> JOURNALS = List.of("-wal", "-shm", "-journal");

  private ExportFile() {}

  /// What the file will hold.
  @FunctionalInterface
  public interface Body {
    /// Writes everything. Need not close the stream.
    void writeTo(OutputStream out) throws IOException;
  }

  /// Throws `ExportFailed` where no file can be made: in a folder that is not there, over a folder, a device or a database. Returns the folder it would lie in.
  public static Path requirePlace(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw ExportFailed.because(target, "This is a folder, not a file.");
    }
    if (!Files.isDirectory(folder)) {
      throw ExportFailed.because(target, "There is no folder " + folder + ".");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw ExportFailed.because(target, "This is a device or a pipe, not a file.");
    }
    if (isJournal(target)) {
      throw ExportFailed.because(target, "A database keeps its journal under this name.");
    }
    if (isDatabase(target)) {
      throw ExportFailed.because(
          target, "A database stands there, perhaps a workspace; an export never replaces one.");
    }
    return folder;
  }

  /// Replaces or makes `target`. Throws `ExportFailed` when the system refuses (no such folder, read-only, disk full), and whatever `body` throws; in
  /// either case an older file stays as it was and nothing half written is left behind.
  public static void write(Path target, Body body) {
    Path folder = requirePlace(target);
    Path draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      fill(draft, body);
      move(draft, target);
    } catch (IOException | SecurityException e) {
      throw ExportFailed.fromSystem(target, e);
    } finally {
      discard(draft);
    }
  }

  /// Whether a database stands beside it that would take the file for its own, as SQLite names them (sqlite.org/tempfiles.html).
  private static boolean isJournal(Path target) {
    String name = String.valueOf(target.getFileName());
    return JOURNALS.stream()
        .filter(name::endsWith)
        .map(end -> target.resolveSibling(name.substring(0, name.length() - end.length())))
        .anyMatch(ExportFile::isDatabase);
  }

  /// Whether the file begins as every SQLite file does. One that cannot be read is left to the attempt to replace it.
  private static boolean isDatabase(Path target) {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(target)) {
      return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void fill(Path draft, Body body) throws IOException {
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      body.writeTo(new Unclosable(out));
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // The export's own failure says more than a draft that could not be removed.
      draft.toFile().deleteOnExit();
    }
  }

  /// Closing a writer flushes, but the channel must still be forced to the disk afterwards.
  private static final class Unclosable extends FilterOutputStream {
    Unclosable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
