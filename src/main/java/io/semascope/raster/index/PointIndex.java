package io.semascope.raster.index;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Finds points by their place in the plane, whatever part of it is on the screen: made once for a layout, asked at any zoom. Immutable; safe for use from any
/// thread.
///
/// A grid whose crowded cells are grids themselves, so that neither an outlier nor a heap makes a question slow.
public final class PointIndex {
  private final PlanarLayout layout;
  private final IndexCell root;

  private PointIndex(PlanarLayout layout, IndexCell root) {
    this.layout = layout;
    this.root = root;
  }

  /// Sorts the first `count` rows; those at places that are not finite cannot be found. Throws `JobCancelled` when asked to stop.
  public static PointIndex of(PlanarLayout layout, int count, Cancellation cancellation) {
    int placed = 0;
    int[] rows = new int[count];
    for (int row = 0; row < count; row++) {
      if (Float.isFinite(layout.x(row)) && Float.isFinite(layout.y(row))) {
        rows[placed++] = row;
      }
    }
    return new PointIndex(layout, IndexCell.of(layout, rows, placed, cancellation));
  }

  /// The positions this is an index of.
  public PlanarLayout layout() {
    return layout;
  }

  /// The row nearest to a place, within `radius` of it; the later one of two equally near, since it is drawn above.
  public OptionalInt nearest(double x, double y, double radius) {
    IndexCell.Nearest found = new IndexCell.Nearest(x, y, radius);
    root.search(found);
    return found.row();
  }

  /// Calls `visitor` with every row in a rectangle, edges included, until it returns false. Returns whether it never did.
  public boolean visit(PlaneBox box, IntPredicate visitor) {
    return root.visit(box, visitor);
  }

  /// Up to `wanted` other rows nearest to a row, nearest first, equally near ones by row; empty when it has no place.
  public List<Integer> nearestTo(int row, int wanted) {
    if (row >= layout.count()) {
      return List.of();
    }
    float x = layout.x(row);
    float y = layout.y(row);
    if (wanted < 1 || !Float.isFinite(x) || !Float.isFinite(y)) {
      return List.of();
    }
    double radius = root.typicalDistance();
    List<Integer> found = nearestWithin(row, wanted, radius);
    while (found.size() < wanted && radius < 2 * root.extent()) {
      radius = Math.max(radius * 2, Float.MIN_NORMAL);
      found = nearestWithin(row, wanted, radius);
    }
    return found;
  }

  private List<Integer> nearestWithin(int row, int wanted, double radius) {
    double x = layout.x(row);
    double y = layout.y(row);
    NearestKept kept = new NearestKept(wanted);
    visit(
        PlaneBox.around(x, y, radius),
        other -> {
          double square = square(layout.x(other) - x) + square(layout.y(other) - y);
          if (other != row && square <= square(radius)) {
            kept.offer(other, square);
          }
          return true;
        });
    return kept.rows();
  }

  /// The nearest row ahead of a place, preferring those straight ahead: the least of the way ahead plus twice the way aside, which is at most twice the way
  /// ahead. Empty when there is none.
  ///
  /// @param from the place in its middle, and how far is looked
  /// @param directionX with `directionY` a direction of length 1
  /// @param least the way ahead that counts as no way
  public OptionalInt nearestTowards(
      PlaneBox from, double directionX, double directionY, double least) {
    double farthest = (from.maxX() - from.minX()) / 2;
    double x = (from.minX() + from.maxX()) / 2;
    double y = (from.minY() + from.maxY()) / 2;
    for (double radius = farthest / 64; ; radius *= 2) {
      Ahead ahead = new Ahead(layout, x, y, directionX, directionY, least);
      visit(PlaneBox.around(x, y, Math.min(radius, farthest)), ahead);
      // Whatever lies outside this box costs at least the radius.
      if (ahead.cost <= radius || radius >= farthest) {
        return ahead.best < 0 ? OptionalInt.empty() : OptionalInt.of(ahead.best);
      }
    }
  }

  private static double square(double value) {
    return value * value;
  }

  /// Keeps the cheapest row ahead.
  private static final class Ahead implements IntPredicate {
    private final PlanarLayout layout;
    private final double x;
    private final double y;
    private final double directionX;
    private final double directionY;
    private final double least;
    private int best = -1;
    private double cost = Double.POSITIVE_INFINITY;

    Ahead(
        PlanarLayout layout,
        double x,
        double y,
        double directionX,
        double directionY,
        double least) {
      this.layout = layout;
      this.x = x;
      this.y = y;
      this.directionX = directionX;
      this.directionY = directionY;
      this.least = least;
    }

    @Override
    public boolean test(int row) {
      double dx = layout.x(row) - x;
      double dy = layout.y(row) - y;
      double ahead = dx * directionX + dy * directionY;
      double aside = Math.abs(dx * directionY - dy * directionX);
      double price = ahead + 2 * aside;
      boolean cheaper = price < cost || (price == cost && row < best);
      if (ahead > least && aside <= 2 * ahead && cheaper) {
        best = row;
        cost = price;
      }
      return true;
    }
  }
}
