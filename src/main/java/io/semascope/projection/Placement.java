package io.semascope.projection;

import java.util.List;

/// Where a vector that was not part of the run lands.
public sealed interface Placement {
  float x();

  float y();

  /// The method has a formula for new vectors: the point stands where it would have stood.
  record Exact(float x, float y) implements Placement {}

  /// The method has none: the point was put near its nearest rows.
  ///
  /// @param anchors the rows it was put near, nearest first
  record Estimated(float x, float y, List<Integer> anchors) implements Placement {
    public Estimated {
      anchors = List.copyOf(anchors);
    }
  }
}
