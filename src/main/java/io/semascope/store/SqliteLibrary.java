package io.semascope.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// Keeps SQLite's native library in the cache folder, where every start finds it again.
///
/// The driver by itself unpacks a new copy into the temporary folder at each start and leaves it there when the process is killed. It
/// reads the system properties set here, its only door for this, when its first connection is made.
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /// Safe to call at every opening. Where the cache folder cannot be used the driver keeps its own way.
  static synchronized void prepare() {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed == null) {
        return;
      }
      Path folder = cacheFolder().toAbsolutePath();
      unpack(packed.readAllBytes(), folder, name);
      System.setProperty(FOLDER, folder.toString());
      System.setProperty(NAME, name);
    } catch (IOException e) {
      // The driver's own way still works: a copy for this start in the temporary folder.
    }
  }

  /// Writes the file unless it holds exactly these bytes, whole or not at all.
  static void unpack(byte[] bytes, Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, name, ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path cacheFolder() {
    return userCache()
        .resolve("sqlite")
        .resolve(SQLiteJDBCLoader.getVersion())
        .resolve(System.getProperty("os.arch", "unknown"));
  }

  /// Without the property, as in somebody else's program, a folder that goes with the system's temporary files.
  private static Path userCache() {
    return Path.of(
        System.getProperty(
            "semascope.cache", System.getProperty("java.io.tmpdir", ".") + "/semascope"));
  }
}
