package io.semascope.raster.index;

import io.semascope.projection.PlanarLayout;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Keeps the cheapest row ahead.
final class Ahead implements IntPredicate {
  private final PlanarLayout layout;
  private final double x;
  private final double y;
  private final double directionX;
  private final double directionY;
  private final double least;
  private int best = -1;
  private double cost = Double.POSITIVE_INFINITY;

  Ahead(
      PlanarLayout layout, double x, double y, double directionX, double directionY, double least) {
    this.layout = layout;
    this.x = x;
    this.y = y;
    this.directionX = directionX;
    this.directionY = directionY;
    this.least = least;
  }

  /// How much the best one costs, infinite without one.
  double cost() {
    return cost;
  }

  OptionalInt row() {
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
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
