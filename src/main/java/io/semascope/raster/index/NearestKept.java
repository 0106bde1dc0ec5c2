package io.semascope.raster.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The nearest of the rows that were offered; of equally near ones the lower row. Used by one thread.
final class NearestKept {
  private static final Comparator<Near> ORDER =
      Comparator.comparingDouble(Near::square).thenComparing(Near::row);

  private final PriorityQueue<Near> kept = new PriorityQueue<>(ORDER.reversed());
  private final int wanted;

  /// The square of the distance beyond which nothing is kept any more.
  private double farthest = Double.POSITIVE_INFINITY;

  /// @param wanted at least 1
  NearestKept(int wanted) {
    this.wanted = wanted;
  }

  /// @param square of its distance; not a number for one that has no place
  void offer(int row, double square) {
    if (!(square <= farthest) || square == Double.POSITIVE_INFINITY) {
      return;
    }
    kept.add(new Near(row, square));
    if (kept.size() > wanted) {
      kept.remove();
    }
    if (kept.size() == wanted) {
      farthest = kept.element().square();
    }
  }

  /// Nearest first.
  List<Integer> rows() {
    List<Near> nearest = new ArrayList<>(kept);
    nearest.sort(ORDER);
    return nearest.stream().map(Near::row).toList();
  }

  private record Near(int row, double square) {}
}
