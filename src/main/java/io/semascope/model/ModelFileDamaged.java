package io.semascope.model;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// A file of a model that is not what its entry promises.
public final class ModelFileDamaged extends ProblemException {
  private static final long serialVersionUID = 1L;

  public ModelFileDamaged(ProblemReport report, @Nullable Throwable cause) {
    super(ProblemKind.MODEL, report, cause);
  }
}
