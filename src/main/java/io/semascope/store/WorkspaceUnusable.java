package io.semascope.store;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// The path, the folder or the disk does not let a workspace be opened, read or written; nothing in it is wrong.
public final class WorkspaceUnusable extends ProblemException {
  private static final long serialVersionUID = 1L;

  public WorkspaceUnusable(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.WORKSPACE, report, cause);
  }
}
