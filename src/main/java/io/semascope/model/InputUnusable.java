package io.semascope.model;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// A text that can get no vector: empty, only white space, or broken Unicode.
public final class InputUnusable extends ProblemException {
  private static final long serialVersionUID = 1L;

  public InputUnusable(ProblemReport report) {
    super(ProblemKind.INPUT, report, null);
  }
}
