package io.semascope.store;

import java.util.List;

/// A stored picture without its points.
///
/// @param spaceIds the spaces it shows, in the order they were laid out
/// @param methodKey the key of its method (`pca`, `tsne`)
/// @param count points
/// @param revision of the spaces when it was made
public record ProjectionSummary(List<Long> spaceIds, String methodKey, int count, long revision) {
  public ProjectionSummary {
    spaceIds = List.copyOf(spaceIds);
  }
}
