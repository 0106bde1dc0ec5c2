package io.semascope.cli;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// An argument lost characters on its way here; embedding what is left of it would give numbers for another text.
final class ArgumentUnreadable extends ProblemException {
  private static final long serialVersionUID = 1L;

  ArgumentUnreadable(String argument, String encoding) {
    super(
        ProblemKind.USAGE,
        new ProblemReport(
            "The command was not run: an argument could not be read.",
            "“%s” has characters that the system's encoding, %s, does not have."
                .formatted(argument, encoding),
            "Set LC_ALL=C.UTF-8 (or another UTF-8 locale) and run it again."),
        null);
  }
}
