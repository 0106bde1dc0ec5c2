package io.semascope.ui.map;

import io.semascope.ui.map.label.LabelRooms;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/// A closed outline on the screen that many points are asked against: its edges lie sorted by the pixel rows they cross, so that a question looks at few of
/// them however long the outline is. Immutable.
final class Lasso {
  private final LabelRooms.Room bounds;
  private final List<List<Edge>> byRow;

  private Lasso(LabelRooms.Room bounds, List<List<Edge>> byRow) {
    this.bounds = bounds;
    this.byRow = byRow;
  }

  /// @param corners the last is joined to the first; fewer than three contain nothing
  static Lasso around(List<Point2D> corners) {
    if (corners.size() < 3) {
      return new Lasso(new LabelRooms.Room(0, 0, 0, 0), List.of());
    }
    double minX = corners.stream().mapToDouble(Point2D::getX).min().orElseThrow();
    double maxX = corners.stream().mapToDouble(Point2D::getX).max().orElseThrow();
    double minY = corners.stream().mapToDouble(Point2D::getY).min().orElseThrow();
    double maxY = corners.stream().mapToDouble(Point2D::getY).max().orElseThrow();
    List<List<Edge>> byRow = new ArrayList<>();
    for (int row = 0; row <= (int) (maxY - minY); row++) {
      byRow.add(new ArrayList<>());
    }
    Point2D before = corners.getLast();
    for (Point2D corner : corners) {
      Edge edge = new Edge(before.getX(), before.getY(), corner.getX(), corner.getY());
      int to = (int) (Math.max(before.getY(), corner.getY()) - minY);
      for (int row = (int) (Math.min(before.getY(), corner.getY()) - minY); row <= to; row++) {
        byRow.get(row).add(edge);
      }
      before = corner;
    }
    return new Lasso(new LabelRooms.Room(minX, minY, maxX - minX, maxY - minY), byRow);
  }

  /// The smallest upright rectangle around it.
  LabelRooms.Room bounds() {
    return bounds;
  }

  /// Whether a place is inside: a line that winds around it in any way encloses it.
  boolean contains(double x, double y) {
    double row = y - bounds.y();
    if (!(row >= 0 && row < byRow.size())) {
      return false;
    }
    int winding = 0;
    for (Edge edge : byRow.get((int) row)) {
      winding += edge.winding(x, y);
    }
    return winding != 0;
  }

  private record Edge(double fromX, double fromY, double toX, double toY) {
    /// 1 or −1 when the edge crosses the ray to the right of a place downwards or upwards, else 0.
    int winding(double x, double y) {
      boolean crosses =
          fromY > y != toY > y && x < fromX + (y - fromY) / (toY - fromY) * (toX - fromX);
      return !crosses ? 0 : toY > fromY ? 1 : -1;
    }
  }
}
