package io.semascope.projection;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// A method was asked for a picture of fewer points than it can say anything about.
public final class TooFewPoints extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// @param method what was to be computed, as it begins a sentence (`t-SNE`)
  /// @param count how many points there are
  /// @param needed how many there would have to be
  public TooFewPoints(String method, int count, int needed) {
    super(
        ProblemKind.LAYOUT,
        new ProblemReport(
            method + " could not be computed.",
            "It needs at least "
                + needed
                + " points, and there "
                + (count == 1 ? "is 1." : "are " + count + "."),
            needed > 2 && count > 0
                ? "Add texts, or choose PCA, which works from one point on."
                : "Add texts and try again."),
        null);
  }
}
