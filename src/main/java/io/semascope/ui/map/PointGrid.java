package io.semascope.ui.map;

import java.util.Arrays;
import java.util.OptionalInt;

/// Finds the point under the pointer: screen positions sorted into square cells. Made anew for each view.
final class PointGrid {
  private static final int CELL_PIXELS = 24;

  private final float[] xs;
  private final float[] ys;
  private final int columns;
  private final int rows;
  private final int[] starts;
  private final int[] members;

  /// @param xs screen x of each point; NaN for one that cannot be hit
  /// @param ys screen y of each point
  PointGrid(float[] xs, float[] ys, double width, double height) {
    this.xs = xs;
    this.ys = ys;
    columns = Math.max(1, (int) Math.ceil(width / CELL_PIXELS));
    rows = Math.max(1, (int) Math.ceil(height / CELL_PIXELS));
    starts = new int[columns * rows + 1];
    int inside = 0;
    for (int i = 0; i < xs.length; i++) {
      int cell = cellOf(i);
      if (cell >= 0) {
        starts[cell + 1]++;
        inside++;
      }
    }
    for (int cell = 0; cell < columns * rows; cell++) {
      starts[cell + 1] += starts[cell];
    }
    members = new int[inside];
    int[] next = Arrays.copyOf(starts, columns * rows);
    for (int i = 0; i < xs.length; i++) {
      int cell = cellOf(i);
      if (cell >= 0) {
        members[next[cell]++] = i;
      }
    }
  }

  private int cellOf(int point) {
    float x = xs[point];
    float y = ys[point];
    if (!(x >= 0 && y >= 0)) {
      return -1;
    }
    int column = (int) (x / CELL_PIXELS);
    int row = (int) (y / CELL_PIXELS);
    return column < columns && row < rows ? row * columns + column : -1;
  }

  /// The nearest point within `radius` pixels; the later one of two at the same place, since it is drawn on top.
  OptionalInt nearest(double x, double y, double radius) {
    int best = -1;
    double bestDistance = radius * radius;
    int fromColumn = Math.max(0, (int) Math.floor((x - radius) / CELL_PIXELS));
    int toColumn = Math.min(columns - 1, (int) Math.floor((x + radius) / CELL_PIXELS));
    int fromRow = Math.max(0, (int) Math.floor((y - radius) / CELL_PIXELS));
    int toRow = Math.min(rows - 1, (int) Math.floor((y + radius) / CELL_PIXELS));
    for (int row = fromRow; row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        int cell = row * columns + column;
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
          int point = members[i];
          double distance = square(xs[point] - x) + square(ys[point] - y);
          if (distance < bestDistance || (distance == bestDistance && point > best)) {
            best = point;
            bestDistance = distance;
          }
        }
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /// Whether a point other than `except` stands in this rectangle.
  boolean anyInside(LabelRooms.Room room, int except) {
    int fromColumn = Math.max(0, (int) Math.floor(room.x() / CELL_PIXELS));
    int toColumn = Math.min(columns - 1, (int) ((room.x() + room.width()) / CELL_PIXELS));
    int fromRow = Math.max(0, (int) Math.floor(room.y() / CELL_PIXELS));
    int toRow = Math.min(rows - 1, (int) ((room.y() + room.height()) / CELL_PIXELS));
    for (int row = fromRow; row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        int cell = row * columns + column;
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
          int point = members[i];
          boolean inside =
              xs[point] >= room.x()
                  && xs[point] <= room.x() + room.width()
                  && ys[point] >= room.y()
                  && ys[point] <= room.y() + room.height();
          if (inside && point != except) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// The nearest point in the half plane of a direction, preferring those straight ahead. Empty when there is none on the screen.
  OptionalInt nearestTowards(double x, double y, double directionX, double directionY) {
    int best = -1;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int point : members) {
      double dx = xs[point] - x;
      double dy = ys[point] - y;
      double ahead = dx * directionX + dy * directionY;
      double aside = Math.abs(dx * directionY - dy * directionX);
      if (ahead > 0.5 && aside <= 2 * ahead) {
        double cost = ahead + 2 * aside;
        if (cost < bestCost) {
          best = point;
          bestCost = cost;
        }
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static double square(double value) {
    return value * value;
  }
}
