package io.semascope.store;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// The workspace is open already, here or in another process.
public final class WorkspaceLocked extends ProblemException {
  private static final long serialVersionUID = 1L;

  public WorkspaceLocked(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.WORKSPACE, report, cause);
  }
}
