package io.semascope.cli;

import io.semascope.session.Session;
import io.semascope.session.TestSession;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// A command as a process of its own, over fakes in the folder that is its first argument. It says when the points of its map have moved.
final class StoppedCommand {
  /// The line on standard error.
  static final String MOVED = "The points have moved.";

  private StoppedCommand() {}

  public static void main(String[] arguments) {
    Desk desk =
        new Desk(
            () -> saying(TestSession.in(Path.of(arguments[0]))),
            (session, picture) -> {},
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, false, StandardCharsets.UTF_8),
            false);
    System.exit(new CommandLineFace(desk).run(Arrays.copyOfRange(arguments, 1, arguments.length)));
  }

  private static Session saying(Session session) {
    AtomicBoolean begun = new AtomicBoolean();
    session.listen(
        state -> {
          if (state.running().isPresent() && !begun.getAndSet(true)) {
            Thread.ofPlatform().daemon().start(() -> sayWhenMoved(session));
          }
        });
    return session;
  }

  private static void sayWhenMoved(Session session) {
    while (session.liveFrame().isEmpty()) {
      Thread.onSpinWait();
    }
    System.err.println(MOVED);
  }
}
