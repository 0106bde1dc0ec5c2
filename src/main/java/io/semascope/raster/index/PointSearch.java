package io.semascope.raster.index;

import io.semascope.projection.PlanarLayout;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Points of a layout that can be asked for by their place: quickly and often by an index, or now and then by looking at all of them. Rows at places that are not
/// finite are never found. Safe for use from any thread.
public sealed interface PointSearch permits PointIndex, PlaneScan {
  /// The positions that are searched.
  PlanarLayout layout();

  /// The row nearest to a place, within `radius` of it; the later one of two equally near, since it is drawn above.
  OptionalInt nearest(double x, double y, double radius);

  /// Calls `visitor` with every row in a rectangle, edges included, until it returns false. Returns whether it never did.
  boolean visit(PlaneBox box, IntPredicate visitor);

  /// Up to `wanted` other rows nearest to a row, nearest first, equally near ones by row; empty when it has no place.
  List<Integer> nearestTo(int row, int wanted);

  /// The nearest row ahead of a place, preferring those straight ahead: the least of the way ahead plus twice the way aside, which is at most twice the way
  /// ahead. Empty when there is none.
  ///
  /// @param from the place in its middle, and how far is looked
  /// @param directionX with `directionY` a direction of length 1
  /// @param least the way ahead that counts as no way
  default OptionalInt nearestTowards(
      PlaneBox from, double directionX, double directionY, double least) {
    double farthest = (from.maxX() - from.minX()) / 2;
    double x = (from.minX() + from.maxX()) / 2;
    double y = (from.minY() + from.maxY()) / 2;
    for (double radius = farthest / 64; ; radius *= 2) {
      Ahead ahead = new Ahead(layout(), x, y, directionX, directionY, least);
      visit(PlaneBox.around(x, y, Math.min(radius, farthest)), ahead);
      // Whatever lies outside this box costs at least the radius.
      if (ahead.cost() <= radius || radius >= farthest) {
        return ahead.row();
      }
    }
  }
}
