package io.semascope.store;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// The workspace was written by a newer Semascope.
public final class WorkspaceTooNew extends ProblemException {
  private static final long serialVersionUID = 1L;

  public WorkspaceTooNew(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.WORKSPACE, report, cause);
  }
}
