package io.semascope.session;

import io.semascope.store.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/// Owns the one open workspace. Safe for use from any thread.
final class OpenedWorkspace implements AutoCloseable {
  private Optional<Workspace> current = Optional.empty();

  /// Takes `next` and gives back what was there before; neither is closed.
  synchronized Optional<Workspace> exchange(Optional<Workspace> next) {
    Optional<Workspace> before = current;
    current = next;
    return before;
  }

  /// Throws `SessionProblem` when nothing is open.
  synchronized Workspace get() {
    return current.orElseThrow(SessionProblem::noWorkspace);
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
