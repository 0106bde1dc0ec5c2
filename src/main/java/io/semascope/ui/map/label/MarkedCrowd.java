package io.semascope.ui.map.label;

import io.semascope.ui.map.label.LabelPlacing.Crowd;
import io.semascope.ui.map.label.LabelPlacing.Mark;
import io.semascope.ui.map.label.LabelRooms.Room;
import java.util.Comparator;
import java.util.List;

/// A crowd with some marks more, such as typed texts, which are put in order once for a picture. Immutable.
public final class MarkedCrowd implements Crowd {
  private final Crowd others;
  private final List<Mark> marks;

  public MarkedCrowd(Crowd others, List<Mark> marks) {
    this.others = others;
    this.marks = marks.stream().sorted(Comparator.comparingDouble(Mark::x)).toList();
  }

  @Override
  public int points(Room room, int own, int most) {
    int found = others.points(room, own, most);
    double right = room.x() + room.width();
    for (int i = firstFrom(room.x()); i < marks.size() && found < most; i++) {
      Mark mark = marks.get(i);
      if (mark.x() > right) {
        break;
      }
      found += mark.row() != own && room.holds(mark.x(), mark.y()) ? 1 : 0;
    }
    return found;
  }

  /// The first mark that is not left of a place.
  private int firstFrom(double x) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).x() < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
