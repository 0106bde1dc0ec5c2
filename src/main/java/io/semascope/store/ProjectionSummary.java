package io.semascope.store;

import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import java.util.List;

/// A stored picture without its points.
///
/// @param spaceIds the spaces it shows, in the order they were laid out
/// @param count points
/// @param revision of the spaces when it was made
/// @param frame whether it was stored while its run was on its way, which came to no end; the finished picture of the method may stand beside it
public record ProjectionSummary(
    List<Long> spaceIds,
    ProjectionMethod method,
    ProjectionFacts facts,
    int count,
    long revision,
    boolean frame) {
  public ProjectionSummary {
    spaceIds = List.copyOf(spaceIds);
  }
}
