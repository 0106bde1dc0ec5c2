package io.semascope.bench;

import io.semascope.raster.DrawingScreen;
import java.util.List;
import java.util.Optional;

/// What is drawn to measure drawing.
///
/// @param points how many, one picture after the other; each at least 1
/// @param width of the picture in pixels
/// @param height of the picture in pixels
/// @param screen shows the pictures; without one only the raster is timed
public record DrawPlan(
    List<Integer> points, int width, int height, Optional<DrawingScreen> screen) {
  public DrawPlan {
    points = List.copyOf(points);
    if (points.isEmpty() || points.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("drawing " + points + " points");
    }
  }
}
