package io.semascope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  private static Folders of(String system, Map<String, String> environment) {
    return Folders.of(system, environment, HOME, Optional.empty());
  }

  @Test
  void followsTheCustomsOfEachSystem() {
    assertEquals(
        new Folders(HOME.resolve(".cache/semascope"), HOME.resolve(".local/share/semascope")),
        of("Linux", Map.of()));
    assertEquals(
        new Folders(
            HOME.resolve("Library/Caches/Semascope"),
            HOME.resolve("Library/Application Support/Semascope")),
        of("Mac OS X", Map.of()));
    assertEquals(
        new Folders(Path.of("/local/Semascope/cache"), Path.of("/local/Semascope/data")),
        of("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    assertEquals(
        new Folders(
            HOME.resolve("AppData/Local/Semascope/cache"),
            HOME.resolve("AppData/Local/Semascope/data")),
        of("Windows 11", Map.of()));
  }

  @Test
  void believesAbsoluteXdgFoldersOnly() {
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", "/caches", "XDG_DATA_HOME", "relative");
    assertEquals(
        new Folders(Path.of("/caches/semascope"), HOME.resolve(".local/share/semascope")),
        of("Linux", environment));
  }

  @Test
  void anOverrideHoldsEverything() {
    Path other = Path.of("/elsewhere");
    assertEquals(
        new Folders(other.resolve("cache"), other.resolve("data")),
        Folders.of("Linux", Map.of("XDG_CACHE_HOME", "/caches"), HOME, Optional.of(other)));
  }
}
