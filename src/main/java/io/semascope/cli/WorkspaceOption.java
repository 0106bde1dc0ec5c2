package io.semascope.cli;

import io.semascope.session.Session;
import io.semascope.session.SpaceChoice;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which workspace a command looks into, and which of its spaces.
final class WorkspaceOption {
  @Option(
      names = {"-w", "--workspace"},
      required = true,
      paramLabel = "FILE",
      description = "The workspace file.")
  private Path file = Path.of("");

  @Option(
      names = "--space",
      paramLabel = "S",
      description =
          "A space by its number, model or granularity (see “info”); default: the one shown last.")
  private Optional<String> space = Optional.empty();

  /// Opens the workspace and shows the space, without changing what the window shows next time.
  void open(Session session, SessionCommand command) {
    command.speaksOfTheShownSpace();
    command.await(session.openWorkspace(file));
    space.ifPresent(
        name ->
            command.await(
                session.lookAt(java.util.List.of(SpaceChoice.find(session.state(), name).id()))));
  }

  Path file() {
    return file;
  }
}
