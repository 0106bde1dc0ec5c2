package io.semascope.ui.map;

import io.semascope.raster.index.PlaneBox;
import io.semascope.raster.index.PlaneScan;
import io.semascope.raster.index.PointIndex;
import io.semascope.raster.index.PointSearch;
import io.semascope.ui.map.label.LabelRooms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;

/// One picture of the map: the scene through a viewport, with what is pointed at. Screen coordinates in pixels.
final class MapFrame {
  private static final double ARROW_SLACK = 0.5;

  private final MapScene scene;
  private final Viewport viewport;
  private final Attention attention;
  private final Optional<PointIndex> index;
  private final PointSearch points;

  /// @param index of the scene's positions, empty while it is being made and while they move; without it every point is looked at
  MapFrame(MapScene scene, Viewport viewport, Attention attention, Optional<PointIndex> index) {
    this.scene = scene;
    this.viewport = viewport;
    this.attention = attention;
    this.index = index.filter(made -> made.layout() == scene.positions());
    points =
        this.index.isPresent()
            ? this.index.get()
            : new PlaneScan(scene.positions(), scene.layoutCount());
  }

  /// The same marks with the points where a picture of them has them.
  MapFrame on(PointLayer.Drawn picture) {
    return picture.plot().kinds() == scene.kinds()
        ? new MapFrame(scene.withPoints(picture.positions()), viewport, attention, picture.index())
        : this;
  }

  /// Whether points are found by their place without a look at all of them.
  boolean isIndexed() {
    return index.isPresent();
  }

  MapScene scene() {
    return scene;
  }

  String idOf(int row) {
    return scene.mark(row).id();
  }

  double x(int row) {
    return viewport.screenX(scene.x(row));
  }

  double y(int row) {
    return viewport.screenY(scene.y(row));
  }

  boolean isPlaced(int row) {
    return Float.isFinite(scene.x(row)) && Float.isFinite(scene.y(row));
  }

  /// Whether no filter dims the row.
  boolean isLit(int row) {
    return attention.lit().test(row);
  }

  List<Integer> selected() {
    return attention.selected();
  }

  Optional<Integer> hovered() {
    return attention.hovered();
  }

  List<Integer> trueNeighbours() {
    return attention.trueNeighbours();
  }

  List<Integer> mapOnlyNeighbours() {
    return attention.mapOnlyNeighbours();
  }

  boolean isMoving() {
    return attention.moving();
  }

  /// Corners of the rectangle or lasso being drawn.
  List<Point2D> region() {
    return attention.region();
  }

  /// The mark nearest to a place within a radius; of two equally near the later, which is drawn above.
  OptionalInt nearest(double x, double y, double radius) {
    int best = -1;
    double least = radius;
    OptionalInt point =
        points.nearest(viewport.planeX(x), viewport.planeY(y), radius / viewport.scale());
    if (point.isPresent()) {
      best = point.getAsInt();
      least = Math.hypot(x(best) - x, y(best) - y);
    }
    for (int row = scene.layoutCount(); row < scene.count(); row++) {
      double distance = Math.hypot(x(row) - x, y(row) - y);
      if (distance <= least) {
        best = row;
        least = distance;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /// The nearest point of the layout in a direction of the screen, of length 1, from a row that is placed.
  OptionalInt nearestTowards(int row, double directionX, double directionY) {
    double far = Math.hypot(viewport.width(), viewport.height()) / viewport.scale();
    return points.nearestTowards(
        PlaneBox.around(scene.x(row), scene.y(row), far),
        directionX,
        -directionY,
        ARROW_SLACK / viewport.scale());
  }

  /// How many points of the layout other than its own a label there would hide, counted up to `most`; none without an index, as nobody can tell at once.
  int points(LabelRooms.Room room, int own, int most) {
    int[] found = {0};
    index.ifPresent(
        made ->
            made.visit(
                onPlane(room),
                row -> {
                  found[0] += row == own ? 0 : 1;
                  return found[0] < most;
                }));
    return found[0];
  }

  /// Calls `visitor` with every point of the layout in a part of the screen, then with every typed text anywhere.
  void visit(LabelRooms.Room room, IntConsumer visitor) {
    points.visit(
        onPlane(room),
        row -> {
          visitor.accept(row);
          return true;
        });
    IntStream.range(scene.layoutCount(), scene.count()).forEach(visitor);
  }

  private PlaneBox onPlane(LabelRooms.Room room) {
    return new PlaneBox(
        viewport.planeX(room.x()),
        viewport.planeY(room.y() + room.height()),
        viewport.planeX(room.x() + room.width()),
        viewport.planeY(room.y()));
  }

  /// What the person points at, as rows.
  ///
  /// @param lit whether a row is not dimmed by a filter
  /// @param moving whether the points are on their way, so that only what is pointed at keeps its name
  record Attention(
      List<Integer> selected,
      Optional<Integer> hovered,
      List<Integer> trueNeighbours,
      List<Integer> mapOnlyNeighbours,
      IntPredicate lit,
      List<Point2D> region,
      boolean moving) {}
}
