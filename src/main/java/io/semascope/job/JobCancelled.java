package io.semascope.job;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// Thrown out of work that was asked to stop; what it had finished is kept.
public final class JobCancelled extends ProblemException {
  private static final long serialVersionUID = 1L;

  public JobCancelled() {
    super(
        ProblemKind.CANCELLED,
        new ProblemReport(
            "The work was stopped.",
            "Somebody asked for it.",
            "What it had stored by then is kept; start it again."),
        null);
  }
}
