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
public final class PointIndex implements PointSearch {
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

  @Override
  public PlanarLayout layout() {
    return layout;
  }

  @Override
  public OptionalInt nearest(double x, double y, double radius) {
    IndexCell.Nearest found = new IndexCell.Nearest(x, y, radius);
    root.search(found);
    return found.row();
  }

  @Override
  public boolean visit(PlaneBox box, IntPredicate visitor) {
    return root.visit(box, visitor);
  }

  @Override
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

  private static double square(double value) {
    return value * value;
  }
}
