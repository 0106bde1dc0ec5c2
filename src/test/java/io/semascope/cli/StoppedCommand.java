package io.semascope.cli;

import io.semascope.session.TestSession;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A command as a process of its own, over fakes in the folder that is its first argument.
final class StoppedCommand {
  private StoppedCommand() {}

  public static void main(String[] arguments) {
    Desk desk =
        new Desk(
            () -> TestSession.in(Path.of(arguments[0])),
            (session, picture) -> {},
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, false, StandardCharsets.UTF_8),
            false);
    System.exit(new CommandLineFace(desk).run(Arrays.copyOfRange(arguments, 1, arguments.length)));
  }
}
