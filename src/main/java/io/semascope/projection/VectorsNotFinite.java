package io.semascope.projection;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// A vector holds a value no distance can be computed from.
public final class VectorsNotFinite extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// @param row the first such vector
  public VectorsNotFinite(int row) {
    super(
        ProblemKind.INPUT,
        new ProblemReport(
            "The vectors could not be projected.",
            "The vector in row "
                + row
                + " (counted from 0) holds a value that is not a finite number or is too large.",
            "Remove or embed this text again, then start the projection once more."),
        null);
  }
}
