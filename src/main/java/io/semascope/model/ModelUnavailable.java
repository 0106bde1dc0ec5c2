package io.semascope.model;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// A model that is unknown, not on this machine, or cannot run on it.
public final class ModelUnavailable extends ProblemException {
  private static final long serialVersionUID = 1L;

  public ModelUnavailable(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.MODEL, report, cause);
  }
}
