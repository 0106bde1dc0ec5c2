package io.semascope;

import io.semascope.cli.CommandLineFace;
import io.semascope.model.onnx.OnnxModelLoader;
import io.semascope.model.registry.ModelRegistry;
import io.semascope.session.Session;
import io.semascope.ui.shell.SemascopeWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Window or command line? The only place where the rooms are put together.
public final class Main {
  private static final String CACHE = "semascope.cache";

  /// Opens the window as a start without arguments does, says how long that took, and closes it; for `semascope bench start`.
  private static final String TIME_START = "--time-start";

  private Main() {}

  public static void main(String[] arguments) {
    // Else 1,500 would be one and a half on a German machine.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Folders folders = Folders.ofThisMachine();
    if (System.getProperty(CACHE) == null) {
      // The library of SQLite is unpacked before anybody could hand its room a folder.
      System.setProperty(CACHE, folders.cache().toString());
    }
    CommandLineFace commandLine =
        new CommandLineFace(() -> newSession(folders), new WithoutDisplay());
    Path sample = folders.data().resolve("sample.semascope");
    if (arguments.length == 1 && arguments[0].equals(TIME_START)) {
      timeStart(newSession(folders), sample, commandLine);
    } else if (!asksForWindow(arguments)) {
      System.exit(commandLine.run(arguments));
    } else if (hasDisplay()) {
      Path workspace = arguments.length == 1 ? Path.of(arguments[0]) : sample;
      SemascopeWindow.open(newSession(folders), workspace, arguments.length == 0);
    } else if (arguments.length == 1) {
      System.exit(commandLine.run("info", "-w", arguments[0]));
    } else {
      System.exit(commandLine.tourWithoutDisplay(sample, Path.of("semascope-window.png")));
    }
  }

  private static void timeStart(Session session, Path sample, CommandLineFace commandLine) {
    if (!hasDisplay()) {
      WithoutDisplay.chooseHeadless();
    }
    SemascopeWindow.rehearse(
        session,
        sample,
        points ->
            commandLine.sayStart(
                Instant.now(),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                points));
  }

  private static Session newSession(Folders folders) {
    ModelRegistry registry = new ModelRegistry(folders.cache(), folders.data());
    return new Session(registry, new OnnxModelLoader(registry, folders.cache()));
  }

  private static boolean asksForWindow(String[] arguments) {
    return arguments.length == 0
        || (arguments.length == 1 && arguments[0].toLowerCase(Locale.ROOT).endsWith(".semascope"));
  }

  private static boolean hasDisplay() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean needsServer = !system.contains("windows") && !system.contains("mac");
    return !needsServer
        || !System.getenv().getOrDefault("DISPLAY", "").isEmpty()
        || !System.getenv().getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
