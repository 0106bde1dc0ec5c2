package io.semascope.corpus.picture;

import io.semascope.corpus.picture.MapScene.Mark;
import java.util.List;

/// The corners of a mark that is no disc, sized so that every shape covers about the same area.
record Corners(List<Point> points) {
  record Point(double x, double y) {}

  static Corners of(Mark mark) {
    double r = mark.radius();
    return switch (mark.entry().shape()) {
      case DISC -> new Corners(List.of());
      case SQUARE -> around(mark, r * 0.89, r * 0.89, true);
      case DIAMOND -> around(mark, r * 1.25, r * 1.25, false);
      case TRIANGLE ->
          new Corners(
              List.of(
                  new Point(mark.x(), mark.y() - r * 1.3),
                  new Point(mark.x() + r * 1.2, mark.y() + r * 0.8),
                  new Point(mark.x() - r * 1.2, mark.y() + r * 0.8)));
    };
  }

  private static Corners around(Mark mark, double across, double down, boolean square) {
    return square
        ? new Corners(
            List.of(
                new Point(mark.x() - across, mark.y() - down),
                new Point(mark.x() + across, mark.y() - down),
                new Point(mark.x() + across, mark.y() + down),
                new Point(mark.x() - across, mark.y() + down)))
        : new Corners(
            List.of(
                new Point(mark.x(), mark.y() - down),
                new Point(mark.x() + across, mark.y()),
                new Point(mark.x(), mark.y() + down),
                new Point(mark.x() - across, mark.y())));
  }
}
