package io.semascope.session;

import io.semascope.store.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/// Owns the one open workspace. Safe for use from any thread.
final class OpenedWorkspace implements AutoCloseable {
  private Optional<Workspace> current = Optional.empty();

  /// Closes what was open and takes `workspace` instead.
  synchronized void replace(Workspace workspace) {
    current.ifPresent(Workspace::close);
    current = Optional.of(workspace);
  }

  /// Throws `SessionProblem` when nothing is open.
  synchronized Workspace get() {
    return current.orElseThrow(SessionProblem::noWorkspace);
  }

  /// Whether any is open.
  synchronized boolean isAny() {
    return current.isPresent();
  }

  /// Whether `file` is the open one.
  synchronized boolean isOpen(Path file) {
    return current.isPresent()
        && current
            .get()
            .file()
            .toAbsolutePath()
            .normalize()
            .equals(file.toAbsolutePath().normalize());
  }

  @Override
  public synchronized void close() {
    current.ifPresent(Workspace::close);
    current = Optional.empty();
  }
}
