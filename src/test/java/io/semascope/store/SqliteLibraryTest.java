package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {
  @TempDir Path folder;

  @Test
  void theLibraryIsWrittenOnceAndMendedWhenItIsNotTheSame() throws IOException {
    byte[] bytes = {1, 2, 3, 4};
    Path cache = folder.resolve("new/folder");
    SqliteLibrary.unpack(bytes, cache, "library.so");
    Path file = cache.resolve("library.so");
    assertArrayEquals(bytes, Files.readAllBytes(file));
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    SqliteLibrary.unpack(bytes, cache, "library.so");
    assertEquals(FileTime.fromMillis(0), Files.getLastModifiedTime(file));
    Files.write(file, new byte[] {1, 2});
    SqliteLibrary.unpack(bytes, cache, "library.so");
    assertArrayEquals(bytes, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(cache)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void theDriverLoadsItFromTheCacheFolder() {
    try (Workspace workspace = Workspace.create(folder.resolve("a.semascope"))) {
      assertEquals(0, workspace.documents().size());
    }
    Path library =
        Path.of(System.getProperty("org.sqlite.lib.path"))
            .resolve(System.getProperty("org.sqlite.lib.name"));
    assertTrue(library.startsWith(Path.of(System.getProperty("semascope.cache"))), "" + library);
    assertTrue(Files.isRegularFile(library));
  }
}
