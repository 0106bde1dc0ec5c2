package io.semascope.raster.index;

import io.semascope.projection.PlanarLayout;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Looks at every point for each question: for points that move, of which an index would be old before a second question came.
///
/// @param count the first rows of the layout, which are searched
public record PlaneScan(PlanarLayout layout, int count) implements PointSearch {
  @Override
  public OptionalInt nearest(double x, double y, double radius) {
    IndexCell.Nearest found = new IndexCell.Nearest(x, y, radius);
    for (int row = 0; row < count; row++) {
      found.offer(row, layout.x(row), layout.y(row));
    }
    return found.row();
  }

  @Override
  public boolean visit(PlaneBox box, IntPredicate visitor) {
    for (int row = 0; row < count; row++) {
      if (box.contains(layout.x(row), layout.y(row)) && !visitor.test(row)) {
        return false;
      }
    }
    return true;
  }

  /// With one look at every point: a smaller rectangle would spare none.
  @Override
  public OptionalInt nearestTowards(
      PlaneBox from, double directionX, double directionY, double least) {
    Ahead ahead =
        new Ahead(
            layout,
            (from.minX() + from.maxX()) / 2,
            (from.minY() + from.maxY()) / 2,
            directionX,
            directionY,
            least);
    visit(from, ahead);
    return ahead.row();
  }

  @Override
  public List<Integer> nearestTo(int row, int wanted) {
    if (row >= count || wanted < 1) {
      return List.of();
    }
    double x = layout.x(row);
    double y = layout.y(row);
    NearestKept kept = new NearestKept(wanted);
    for (int other = 0; other < count; other++) {
      if (other != row) {
        double aside = layout.x(other) - x;
        double above = layout.y(other) - y;
        kept.offer(other, aside * aside + above * above);
      }
    }
    return kept.rows();
  }
}
