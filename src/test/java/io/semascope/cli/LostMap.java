package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;

/// `map` by t-SNE that came to its end and could not be stored.
final class LostMap {
  private LostMap() {}

  /// What is said of it when Ctrl+C comes while it is measured or written.
  static String stopped(Path folder, Path workspace) {
    AtomicReference<SessionState> last = new AtomicReference<>(SessionState.empty());
    Session session = TestSession.losing(workspace, TestSession.in(folder));
    session.listen(last::set);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Desk desk = new Desk(() -> session, (shown, picture) -> {}, nowhere, nowhere, false);
    CommandLine line = new CommandLine(new MapCommand(desk));
    String out = folder.resolve("map.csv").toString();
    line.parseArgs("-w", workspace.toString(), "--method=tsne", "--iterations=20", "--out", out);
    MapCommand command = line.getCommand();
    assertEquals(0, command.call());
    assertFalse(last.get().projection().orElseThrow().unfinished());
    return command.stopped(last.get()).toString();
  }
}
