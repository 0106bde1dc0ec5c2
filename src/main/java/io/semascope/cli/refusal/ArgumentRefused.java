package io.semascope.cli.refusal;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Arguments that no command can be run with.
public final class ArgumentRefused extends ProblemException {
  private static final long serialVersionUID = 1L;

  private ArgumentRefused(String why, String remedy) {
    super(ProblemKind.USAGE, new ProblemReport("The command was not run.", why, remedy), null);
  }

  /// A value out of the range of an option that was given.
  ///
  /// @param wanted what the option takes, to follow “Give”: “a whole number of at least 1”
  public static ArgumentRefused value(CommandSpec command, String option, String wanted) {
    return because(
        command,
        "“%s” cannot be “%s”.".formatted(option, given(command, option)),
        "Give " + wanted);
  }

  /// As it was typed; of an option that was not, the value it has then.
  private static String given(CommandSpec command, String option) {
    OptionSpec typed = command.commandLine().getParseResult().matchedOption(option);
    if (typed != null) {
      return String.join(",", typed.originalStringValues());
    }
    Object otherwise = command.findOption(option).getValue();
    return String.valueOf(otherwise);
  }

  /// Arguments that do not go together.
  ///
  /// @param why one sentence
  /// @param remedy what to do now, without its full stop: where to read more follows it
  public static ArgumentRefused because(CommandSpec command, String why, String remedy) {
    return new ArgumentRefused(why, remedy + "; “" + help(command) + "” says more.");
  }

  /// Arguments for which only the help knows a remedy.
  public static ArgumentRefused withoutRemedy(CommandSpec command, String why) {
    return new ArgumentRefused(why, "Try “" + help(command) + "”.");
  }

  /// An argument lost characters on its way here; embedding what is left of it would give numbers for another text.
  public static ArgumentRefused unreadable(String argument, String encoding) {
    return new ArgumentRefused(
        "“%s” has characters that the system's encoding, %s, does not have."
            .formatted(argument, encoding),
        "Set LC_ALL=C.UTF-8 (or another UTF-8 locale) and run it again.");
  }

  private static String help(CommandSpec command) {
    return "semascope " + path(command) + "--help";
  }

  private static String path(CommandSpec command) {
    return command.parent() == null ? "" : path(command.parent()) + command.name() + " ";
  }
}
