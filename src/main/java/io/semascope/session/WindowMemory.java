package io.semascope.session;

import io.semascope.store.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers in the workspace how the window was left. What is new is merged with what is there: the store keeps only whole states. Safe for use from any
/// thread.
final class WindowMemory {
  private Optional<Wish> unsaved = Optional.empty();

  /// Notes what is to be remembered, at once and without touching the file.
  synchronized void want(Workspace workspace, Map<String, String> window) {
    Map<String, String> merged = new LinkedHashMap<>();
    unsaved
        .filter(wish -> wish.workspace() == workspace)
        .ifPresent(wish -> merged.putAll(wish.window()));
    merged.putAll(window);
    unsaved = Optional.of(new Wish(workspace, Map.copyOf(merged)));
  }

  /// Writes what was noted; nothing when it is written already.
  synchronized void save() {
    if (unsaved.isEmpty()) {
      return;
    }
    Wish wish = unsaved.get();
    Map<String, String> window = new LinkedHashMap<>(wish.workspace().windowState());
    window.putAll(wish.window());
    wish.workspace().putWindowState(window);
    unsaved = Optional.empty();
  }

  /// Drops what was noted for a workspace that is about to be closed.
  synchronized void forget(Workspace workspace) {
    unsaved = unsaved.filter(wish -> wish.workspace() != workspace);
  }

  private record Wish(Workspace workspace, Map<String, String> window) {}
}
