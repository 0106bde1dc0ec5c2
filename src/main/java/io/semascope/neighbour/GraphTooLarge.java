package io.semascope.neighbour;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// A neighbour graph was asked for that would not fit into memory.
public final class GraphTooLarge extends ProblemException {
  private static final long serialVersionUID = 1L;

  GraphTooLarge(int count, int neighbours) {
    super(
        ProblemKind.LAYOUT,
        new ProblemReport(
            "The neighbours of all points could not be held at once.",
            count
                + " points with "
                + neighbours
                + " neighbours each are more than "
                + NeighbourGraph.MOST_ENTRIES
                + " entries.",
            "Lower the perplexity to at most "
                + NeighbourGraph.MOST_ENTRIES / count / 3
                + ", or project fewer points."),
        null);
  }
}
