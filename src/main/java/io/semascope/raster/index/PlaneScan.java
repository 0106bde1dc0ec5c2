package io.semascope.raster.index;

import io.semascope.projection.PlanarLayout;
import java.util.List;

/// One question asked of every point, for points that move: an index of them would be old before a second question came.
public final class PlaneScan {
  private PlaneScan() {}

  /// What `PointIndex.nearestTo` answers, in one pass over the first `count` rows.
  ///
  /// @param row below `count`
  /// @param wanted at least 1
  public static List<Integer> nearestTo(PlanarLayout layout, int count, int row, int wanted) {
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
