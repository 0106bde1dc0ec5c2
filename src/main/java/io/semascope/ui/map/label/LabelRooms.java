package io.semascope.ui.map.label;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/// Gives labels room without overlap: the first to ask gets it. Knows the lines of the map too, so that names can stand beside them. FX thread only.
public final class LabelRooms {
  private final List<Room> taken = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /// The rooms of those controls that are seen.
  public static List<Room> below(Region... controls) {
    return Stream.of(controls).filter(Region::isVisible).map(Room::of).toList();
  }

  /// Takes the room unless any of it is taken. Returns whether it was free.
  public boolean take(Room wanted) {
    boolean free = isFree(wanted);
    if (free) {
      taken.add(wanted);
    }
    return free;
  }

  /// Remembers a line that is drawn.
  public void take(Line line) {
    lines.add(line);
  }

  boolean isFree(Room wanted) {
    for (int i = 0; i < taken.size(); i++) {
      if (wanted.overlaps(taken.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a line meets no name.
  boolean isFree(Line wanted) {
    for (int i = 0; i < taken.size(); i++) {
      if (wanted.crosses(taken.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// How many lines a room meets.
  long crossings(Room room) {
    long crossed = 0;
    for (int i = 0; i < lines.size(); i++) {
      crossed += lines.get(i).crosses(room) ? 1 : 0;
    }
    return crossed;
  }

  /// A straight line on the screen, in pixels.
  public record Line(double fromX, double fromY, double toX, double toY) {
    /// Whether any of it lies in a room: what is left between the sides of the room, one after the other.
    boolean crosses(Room room) {
      double acrossFrom = at(room.x() - fromX, toX - fromX);
      double acrossTo = at(room.x() + room.width() - fromX, toX - fromX);
      double downFrom = at(room.y() - fromY, toY - fromY);
      double downTo = at(room.y() + room.height() - fromY, toY - fromY);
      double begin = Math.max(Math.min(acrossFrom, acrossTo), Math.min(downFrom, downTo));
      double end = Math.min(Math.max(acrossFrom, acrossTo), Math.max(downFrom, downTo));
      return Math.max(begin, 0) < Math.min(end, 1);
    }

    /// The share of the line at which it has gone so far; endless when it never does.
    private static double at(double way, double whole) {
      return whole == 0 ? Math.copySign(Double.POSITIVE_INFINITY, way) : way / whole;
    }
  }

  /// A rectangle on the screen, in pixels.
  public record Room(double x, double y, double width, double height) {
    /// The room that a control takes.
    static Room of(Region control) {
      return new Room(
          control.getLayoutX(), control.getLayoutY(), control.getWidth(), control.getHeight());
    }

    /// The same with so many pixels more on each side.
    public Room grown(double by) {
      return new Room(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /// Whether the two have more than an edge in common.
    public boolean overlaps(Room other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    /// Whether a place lies in it, edges included.
    public boolean holds(double atX, double atY) {
      return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }

    boolean isInside(double areaWidth, double areaHeight) {
      return x >= 0 && y >= 0 && x + width <= areaWidth && y + height <= areaHeight;
    }
  }
}
