package io.semascope.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/// Gives labels room without overlap: the first to ask gets it.
final class LabelRooms {
  private final List<Room> taken = new ArrayList<>();

  /// The rooms of those controls that are seen.
  static List<Room> below(Region... controls) {
    return Stream.of(controls).filter(Region::isVisible).map(Room::of).toList();
  }

  /// Takes the room unless any of it is taken. Returns whether it was free.
  boolean take(Room wanted) {
    for (Room room : taken) {
      if (room.overlaps(wanted)) {
        return false;
      }
    }
    taken.add(wanted);
    return true;
  }

  /// A rectangle on the screen, in pixels.
  record Room(double x, double y, double width, double height) {
    /// The room that a control takes.
    static Room of(Region control) {
      return new Room(
          control.getLayoutX(), control.getLayoutY(), control.getWidth(), control.getHeight());
    }

    /// The same with so many pixels more on each side.
    Room grown(double by) {
      return new Room(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    boolean overlaps(Room other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean isInside(double areaWidth, double areaHeight) {
      return x >= 0 && y >= 0 && x + width <= areaWidth && y + height <= areaHeight;
    }
  }
}
