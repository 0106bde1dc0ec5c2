package io.semascope.cli;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// The answer could not be printed, for instance because the disk its file lies on is full.
final class OutputLost extends ProblemException {
  private static final long serialVersionUID = 1L;

  private OutputLost(ProblemReport report) {
    super(ProblemKind.INPUT, report, null);
  }

  static OutputLost onStandardOutput() {
    return new OutputLost(
        new ProblemReport(
            "The answer was not printed whole.",
            "Standard output did not take it: the disk is full, or the reader went away.",
            "Make room or read to the end, then run the command again."));
  }
}
