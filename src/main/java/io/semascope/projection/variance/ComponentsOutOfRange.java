package io.semascope.projection.variance;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import java.util.Locale;

/// Fewer than one or more principal components were asked for than can have any variance: what is written beyond them would be empty.
public final class ComponentsOutOfRange extends ProblemException {
  private static final long serialVersionUID = 1L;

  private ComponentsOutOfRange(int kept, long rows, int dimension) {
    super(
        ProblemKind.INPUT,
        new ProblemReport(
            "The vectors cannot be put on " + kept + " components.",
            why(rows, dimension),
            rows < 2
                ? "Take more vectors."
                : "Choose a number from 1 to %d.".formatted(ComponentShares.most(rows, dimension))),
        null);
  }

  /// Throws it unless 1 ≤ `kept` ≤ the smaller of n − 1 and the dimension.
  ///
  /// @param rows how many vectors there are, at least 1
  public static void require(int kept, long rows, int dimension) {
    if (kept < 1 || kept > ComponentShares.most(rows, dimension)) {
      throw new ComponentsOutOfRange(kept, rows, dimension);
    }
  }

  private static String why(long rows, int dimension) {
    if (rows < 2) {
      return "There is one vector only, and nothing varies.";
    }
    return rows > dimension
        ? String.format(
            Locale.ROOT, "A space of %1$,d dimensions has 1 to %1$,d of them.", dimension)
        : String.format(
            Locale.ROOT,
            "%,d vectors vary along no more than %,d directions, whatever their dimensions (%,d);"
                + " a component beyond these would be empty.",
            rows,
            rows - 1,
            dimension);
  }
}
