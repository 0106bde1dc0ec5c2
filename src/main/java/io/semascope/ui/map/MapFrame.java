package io.semascope.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import javafx.geometry.Point2D;

/// One picture of the map: the scene through a viewport, with what is pointed at. Screen coordinates in pixels.
final class MapFrame {
  private final MapScene scene;
  private final Viewport viewport;
  private final Attention attention;
  private final float[] xs;
  private final float[] ys;
  private Optional<PointGrid> grid = Optional.empty();

  MapFrame(MapScene scene, Viewport viewport, Attention attention) {
    this.scene = scene;
    this.viewport = viewport;
    this.attention = attention;
    xs = new float[scene.count()];
    ys = new float[scene.count()];
    for (int row = 0; row < xs.length; row++) {
      xs[row] = (float) viewport.screenX(scene.x(row));
      ys[row] = (float) viewport.screenY(scene.y(row));
    }
  }

  MapScene scene() {
    return scene;
  }

  double x(int row) {
    return xs[row];
  }

  double y(int row) {
    return ys[row];
  }

  boolean isPlaced(int row) {
    return Float.isFinite(xs[row]) && Float.isFinite(ys[row]);
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

  /// Corners of the rectangle or lasso being drawn.
  List<Point2D> region() {
    return attention.region();
  }

  OptionalInt nearest(double x, double y, double radius) {
    return grid().nearest(x, y, radius);
  }

  OptionalInt nearestTowards(int row, double directionX, double directionY) {
    return grid().nearestTowards(xs[row], ys[row], directionX, directionY);
  }

  /// Whether a label there would hide a point other than its own.
  boolean coversPoint(LabelRooms.Room room, int own) {
    return grid().anyInside(room, own);
  }

  private PointGrid grid() {
    if (grid.isEmpty()) {
      grid = Optional.of(new PointGrid(xs, ys, viewport.width(), viewport.height()));
    }
    return grid.get();
  }

  /// What the person points at, as rows.
  ///
  /// @param lit whether a row is not dimmed by a filter
  record Attention(
      List<Integer> selected,
      Optional<Integer> hovered,
      List<Integer> trueNeighbours,
      List<Integer> mapOnlyNeighbours,
      IntPredicate lit,
      List<Point2D> region) {}
}
