package io.semascope.projection.variance;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// Fewer than one or more principal components were asked for than there are.
public final class ComponentsOutOfRange extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// @param count components there are, one for each dimension
  public ComponentsOutOfRange(int kept, int count) {
    super(
        ProblemKind.INPUT,
        new ProblemReport(
            "The vectors cannot be put on " + kept + " components.",
            "A space of " + count + " dimensions has 1 to " + count + " of them.",
            "Choose a number in that range."),
        null);
  }
}
