package io.semascope.cli;

import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.WindowPainter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Runs a command as a script does and keeps what it said.
final class RunCommand {
  private RunCommand() {}

  /// @param code the exit status
  /// @param out what went to standard output
  /// @param err what went to standard error
  record Result(int code, String out, String err) {}

  /// A command over fakes, whose pictures are not painted.
  static Result in(Path folder, String... arguments) {
    return by(
        () -> TestSession.in(folder), (session, picture) -> {}, new StringWriter(), arguments);
  }

  /// @param out takes what goes to standard output
  static Result by(
      Supplier<Session> sessions, WindowPainter painter, Writer out, String... arguments) {
    StringWriter err = new StringWriter();
    Desk desk = new Desk(sessions, painter, new PrintWriter(out), new PrintWriter(err), false);
    int code = new CommandLineFace(desk).run(arguments);
    return new Result(code, out.toString(), err.toString());
  }
}
