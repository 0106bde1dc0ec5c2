package io.semascope.raster.index;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Some rows and the rectangle they lie in; when they are many, a grid over it, whose crowded cells are such cells again. Immutable.
final class IndexCell {
  private static final int POINTS_PER_CELL = 8;
  private static final int CROWDED = 256;
  private static final int DEEPEST = 12;

  private final PlanarLayout layout;
  private final int[] rows;
  private final int count;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;
  private int columns;
  private int lines;
  private double side;
  private int[] starts = new int[0];
  private @Nullable IndexCell[] crowded = new IndexCell[0];

  private IndexCell(PlanarLayout layout, int[] rows, int count) {
    this.layout = layout;
    this.rows = rows;
    this.count = count;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, layout.x(rows[i]));
      maxX = Math.max(maxX, layout.x(rows[i]));
      minY = Math.min(minY, layout.y(rows[i]));
      maxY = Math.max(maxY, layout.y(rows[i]));
    }
  }

  /// @param rows the first `count` are meant, ascending; the array is taken over and put into another order
  static IndexCell of(PlanarLayout layout, int[] rows, int count, Cancellation cancellation) {
    IndexCell root = new IndexCell(layout, rows, count);
    root.divide(0, cancellation);
    return root;
  }

  private boolean isOnePlace() {
    return count > 0 && minX == maxX && minY == maxY;
  }

  private void divide(int depth, Cancellation cancellation) {
    if (count <= CROWDED || depth == DEEPEST || isOnePlace()) {
      return;
    }
    cancellation.check();
    double width = maxX - minX;
    double height = maxY - minY;
    double cells = Math.max(4, (double) count / POINTS_PER_CELL);
    // Square cells; of a flat rectangle only a single line of them.
    side = Math.max(Math.sqrt(width * height / cells), Math.max(width, height) / cells);
    columns = (int) (width / side) + 1;
    lines = (int) (height / side) + 1;
    sort();
    crowded = new IndexCell[columns * lines];
    for (int cell = 0; cell < crowded.length; cell++) {
      int members = starts[cell + 1] - starts[cell];
      if (members > CROWDED) {
        int[] own = Arrays.copyOfRange(rows, starts[cell], starts[cell + 1]);
        IndexCell inner = new IndexCell(layout, own, members);
        inner.divide(depth + 1, cancellation);
        crowded[cell] = inner;
      }
    }
  }

  /// A counting sort that keeps the order of rows within a cell.
  private void sort() {
    starts = new int[columns * lines + 1];
    int[] cells = new int[count];
    for (int i = 0; i < count; i++) {
      cells[i] = line(layout.y(rows[i])) * columns + column(layout.x(rows[i]));
      starts[cells[i] + 1]++;
    }
    for (int cell = 0; cell < columns * lines; cell++) {
      starts[cell + 1] += starts[cell];
    }
    int[] next = Arrays.copyOf(starts, columns * lines);
    int[] unsorted = Arrays.copyOf(rows, count);
    for (int i = 0; i < count; i++) {
      rows[next[cells[i]]++] = unsorted[i];
    }
  }

  private int column(double x) {
    return (int) Math.clamp(Math.floor((x - minX) / side), 0, columns - 1);
  }

  private int line(double y) {
    return (int) Math.clamp(Math.floor((y - minY) / side), 0, lines - 1);
  }

  /// About how far apart neighbours are; 0 when all stand at one place.
  double typicalDistance() {
    return count == 0 ? 0 : 2 * Math.sqrt((maxX - minX) * (maxY - minY) / count);
  }

  /// The longer side of the rectangle.
  double extent() {
    return count == 0 ? 0 : Math.max(maxX - minX, maxY - minY);
  }

  boolean visit(PlaneBox box, IntPredicate visitor) {
    if (count == 0
        || box.maxX() < minX
        || box.minX() > maxX
        || box.maxY() < minY
        || box.minY() > maxY) {
      return true;
    }
    if (starts.length == 0) {
      return visit(0, count, box, visitor);
    }
    for (int line = line(box.minY()); line <= line(box.maxY()); line++) {
      for (int column = column(box.minX()); column <= column(box.maxX()); column++) {
        int cell = line * columns + column;
        IndexCell inner = crowded[cell];
        boolean onwards =
            inner == null
                ? visit(starts[cell], starts[cell + 1], box, visitor)
                : inner.visit(box, visitor);
        if (!onwards) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean visit(int from, int to, PlaneBox box, IntPredicate visitor) {
    for (int i = from; i < to; i++) {
      int row = rows[i];
      if (box.contains(layout.x(row), layout.y(row)) && !visitor.test(row)) {
        return false;
      }
    }
    return true;
  }

  /// Looks into the cells ring by ring around the place, as long as something nearer can come.
  void search(Nearest nearest) {
    if (count == 0 || nearest.isBeyond(minX, minY, maxX, maxY)) {
      return;
    }
    if (starts.length == 0) {
      // At one place the last row is the one to be found.
      search(isOnePlace() ? count - 1 : 0, count, nearest);
      return;
    }
    int column = column(nearest.x);
    int line = line(nearest.y);
    for (int ring = 0; ring < Math.max(columns, lines); ring++) {
      if ((ring - 1) * side > nearest.distance()) {
        return;
      }
      for (int at = line - ring; at <= line + ring; at++) {
        boolean edge = at == line - ring || at == line + ring;
        int step = edge ? 1 : Math.max(1, 2 * ring);
        for (int to = column - ring; to <= column + ring; to += step) {
          searchCell(to, at, nearest);
        }
      }
    }
  }

  private void searchCell(int column, int line, Nearest nearest) {
    if (column < 0 || line < 0 || column >= columns || line >= lines) {
      return;
    }
    int cell = line * columns + column;
    IndexCell inner = crowded[cell];
    if (inner == null) {
      search(starts[cell], starts[cell + 1], nearest);
    } else {
      inner.search(nearest);
    }
  }

  private void search(int from, int to, Nearest nearest) {
    for (int i = from; i < to; i++) {
      nearest.offer(rows[i], layout.x(rows[i]), layout.y(rows[i]));
    }
  }

  /// The nearest row so far.
  static final class Nearest {
    private final double x;
    private final double y;
    private double square;
    private int best = -1;

    Nearest(double x, double y, double radius) {
      this.x = x;
      this.y = y;
      square = radius * radius;
    }

    void offer(int row, double otherX, double otherY) {
      double dx = otherX - x;
      double dy = otherY - y;
      double distance = dx * dx + dy * dy;
      // Most are farther away, and that takes one comparison.
      if (distance <= square && (distance < square || row > best)) {
        square = distance;
        best = row;
      }
    }

    private double distance() {
      return Math.sqrt(square);
    }

    private boolean isBeyond(double minX, double minY, double maxX, double maxY) {
      double dx = Math.max(0, Math.max(minX - x, x - maxX));
      double dy = Math.max(0, Math.max(minY - y, y - maxY));
      return dx * dx + dy * dy > square;
    }

    OptionalInt row() {
      return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
  }
}
