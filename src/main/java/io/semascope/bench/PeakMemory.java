package io.semascope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most memory this process has held since it started, reading the input and all engines measured so far included.
///
/// @param bytes at least 1
/// @param kind what was counted
public record PeakMemory(long bytes, Kind kind) {
  private static final Path LINUX_STATUS = Path.of("/proc/self/status");
  private static final Pattern HIGH_WATER =
      Pattern.compile("^VmHWM:\\s+(\\d{1,15}) kB$", Pattern.MULTILINE);

  /// What the bytes are.
  public enum Kind {
    /// Peak resident set as the kernel counts it: heap, vectors outside the heap, native libraries.
    RESIDENT,
    /// The heap the JVM has taken from the system at this moment: neither a peak nor all of it, but there on every system.
    HEAP
  }

  /// Resident where the system tells it (Linux), else the heap.
  static PeakMemory now() {
    return of(LINUX_STATUS);
  }

  static PeakMemory of(Path status) {
    try {
      Matcher matcher =
          HIGH_WATER.matcher(
              Files.exists(status) ? Files.readString(status, StandardCharsets.ISO_8859_1) : "");
      if (matcher.find()) {
        return new PeakMemory(Long.parseLong(matcher.group(1)) * 1024, Kind.RESIDENT);
      }
    } catch (IOException unreadable) {
      // A system that hides the file is one that does not tell.
    }
    return new PeakMemory(Runtime.getRuntime().totalMemory(), Kind.HEAP);
  }
}
