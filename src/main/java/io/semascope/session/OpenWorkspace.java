package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.space.SpaceSummary;
import io.semascope.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Opens a workspace file, or makes a new one, and shows what was shown last.
final class OpenWorkspace {
  private static final String SHOWN = "session.shownSpaces";

  private final OpenedWorkspace opened;
  private final StateCell state;
  private final Placers placers;

  OpenWorkspace(OpenedWorkspace opened, StateCell state, Placers placers) {
    this.opened = opened;
    this.state = state;
    this.placers = placers;
  }

  /// @param mayCreate whether a file that is not there is made
  SessionState run(Path file, boolean mayCreate, Cancellation cancellation) {
    if (!opened.isOpen(file)) {
      opened.replace(mayCreate && !Files.exists(file) ? create(file) : Workspace.open(file));
    }
    Workspace workspace = opened.get();
    return new ShowSpaces(workspace, state, placers).run(lastShown(workspace), cancellation);
  }

  /// A new workspace may be named in a folder that is not there yet.
  private static Workspace create(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      // Making the workspace fails for the same reason and says so.
    }
    return Workspace.create(file);
  }

  private static List<Long> lastShown(Workspace workspace) {
    List<Long> there =
        workspace.spaces().stream()
            .filter(space -> space.vectors() > 0)
            .map(SpaceSummary::id)
            .toList();
    List<Long> wanted = new ArrayList<>();
    for (String id : workspace.windowState().getOrDefault(SHOWN, "").split(",", -1)) {
      if (id.matches("\\d{1,18}") && there.contains(Long.parseLong(id))) {
        wanted.add(Long.parseLong(id));
      }
    }
    return wanted.isEmpty() ? there.stream().limit(1).toList() : wanted;
  }

  /// Remembers which spaces to show next time.
  static void remember(Workspace workspace, List<Long> spaceIds) {
    workspace.putWindowState(
        Map.of(SHOWN, String.join(",", spaceIds.stream().map(String::valueOf).toList())));
  }
}
