package io.semascope.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Finds the points that stand nearest to one in the picture, whatever they are in the space.
final class NearOnMap {
  private NearOnMap() {}

  /// Up to `wanted` rows of the layout, nearest first, equally near ones by row; empty when `from` has no place.
  static List<Integer> to(MapScene scene, int from, int wanted) {
    double x = scene.x(from);
    double y = scene.y(from);
    if (wanted < 1 || !Double.isFinite(x) || !Double.isFinite(y)) {
      return List.of();
    }
    Comparator<Near> order = Comparator.comparingDouble(Near::square).thenComparing(Near::row);
    PriorityQueue<Near> kept = new PriorityQueue<>(order.reversed());
    double worst = Double.POSITIVE_INFINITY;
    for (int row = 0; row < scene.layoutCount(); row++) {
      double dx = scene.x(row) - x;
      double dy = scene.y(row) - y;
      double square = dx * dx + dy * dy;
      if (row != from && square < worst) {
        kept.add(new Near(row, square));
        if (kept.size() > wanted) {
          kept.remove();
        }
        worst = kept.size() < wanted ? worst : kept.element().square();
      }
    }
    List<Near> nearest = new ArrayList<>(kept);
    nearest.sort(order);
    return nearest.stream().map(Near::row).toList();
  }

  /// @param square of the distance, in squared units of the layout
  private record Near(int row, double square) {}
}
