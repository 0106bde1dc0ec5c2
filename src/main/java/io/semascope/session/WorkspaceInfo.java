package io.semascope.session;

import io.semascope.space.SpaceSummary;
import io.semascope.store.ProjectionSummary;
import java.nio.file.Path;
import java.util.List;

/// What a workspace holds.
///
/// @param units over all spaces
/// @param fileBytes size of the file, its write-ahead log included
public record WorkspaceInfo(
    Path file,
    int documents,
    long units,
    List<SpaceSummary> spaces,
    List<ProjectionSummary> projections,
    long fileBytes) {
  public WorkspaceInfo {
    spaces = List.copyOf(spaces);
    projections = List.copyOf(projections);
  }
}
