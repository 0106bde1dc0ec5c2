package io.semascope.store;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// The file says it is a workspace, but its content is not sound.
public final class WorkspaceDamaged extends ProblemException {
  private static final long serialVersionUID = 1L;

  public WorkspaceDamaged(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.WORKSPACE, report, cause);
  }
}
