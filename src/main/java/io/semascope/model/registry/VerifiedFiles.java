package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import io.semascope.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compares files with what their entry promises, once for every state of a file. Safe for use from any thread.
final class VerifiedFiles {
  private final Map<Path, Stamp> verified = new ConcurrentHashMap<>();

  private record Stamp(long bytes, long modifiedMillis, String sha256) {}

  /// Whether the file is there with the promised size and SHA-256; an unknown SHA-256 is never met.
  boolean intact(Path path, ModelFile promise, Cancellation cancellation) {
    if (!present(path, promise) || promise.sha256().isEmpty()) {
      return false;
    }
    try {
      Stamp stamp =
          new Stamp(Files.size(path), Files.getLastModifiedTime(path).toMillis(), promise.sha256());
      if (stamp.equals(verified.get(path))) {
        return true;
      }
      boolean same = Sha256.of(path, cancellation).equals(promise.sha256());
      if (same) {
        verified.put(path, stamp);
      }
      return same;
    } catch (IOException e) {
      throw ModelProblems.unreadable(path, e);
    }
  }

  /// Whether a file of the promised size is there; cheap, and no proof of its content.
  boolean present(Path path, ModelFile promise) {
    try {
      return Files.isRegularFile(path)
          && (promise.bytes() == 0 || Files.size(path) == promise.bytes());
    } catch (IOException e) {
      return false;
    }
  }
}
