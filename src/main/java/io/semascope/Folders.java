package io.semascope;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Semascope keeps things that are not in a workspace, after the customs of each system.
///
/// @param cache things that can be made again: unpacked weights and native libraries
/// @param data things a person would miss: added models, the sample's workspace
record Folders(Path cache, Path data) {
  /// @param system the value of the property `os.name`
  /// @param environment the process environment
  /// @param home the user's home folder
  /// @param override a folder to keep everything in instead, for tests and portable use
  static Folders of(
      String system, Map<String, String> environment, Path home, Optional<Path> override) {
    if (override.isPresent()) {
      return new Folders(override.get().resolve("cache"), override.get().resolve("data"));
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      Path library = home.resolve("Library");
      return new Folders(
          library.resolve("Caches/Semascope"), library.resolve("Application Support/Semascope"));
    }
    if (name.contains("windows")) {
      Path local =
          environment.containsKey("LOCALAPPDATA")
              ? Path.of(environment.get("LOCALAPPDATA"))
              : home.resolve("AppData/Local");
      return new Folders(local.resolve("Semascope/cache"), local.resolve("Semascope/data"));
    }
    return new Folders(
        named(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("semascope"),
        named(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("semascope"));
  }

  /// The XDG rules say that a relative path is to be ignored.
  private static Path named(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }

  static Folders ofThisMachine() {
    return of(
        System.getProperty("os.name", ""),
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        Optional.ofNullable(System.getProperty("semascope.home"))
            .or(() -> Optional.ofNullable(System.getenv("SEMASCOPE_HOME")))
            .map(Path::of));
  }
}
