package io.semascope.ui.map.label;

import io.semascope.ui.map.label.LabelRooms.Line;
import io.semascope.ui.map.label.LabelRooms.Room;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds a place for each name, in the order they are asked for. FX thread only.
///
/// A name that must be read stands where it costs least: points and lines that it hides cost more than a place some way off, from where a thin line leads to its
/// point, and more than a shorter name. The others stand beside their point or nowhere.
public final class LabelPlacing {
  /// Around a name, in pixels: a point's radius, so that none is cut in two.
  private static final double RIM = 5;

  /// Left and right of a name, in pixels: a point there would be read as the name's own.
  private static final double ASIDE = 9;

  /// Between two names, in pixels.
  private static final double BETWEEN = 2;

  private static final double HIDDEN_POINT = 10;
  private static final double HIDDEN_END = 30;
  private static final double POINT_ASIDE = 5;
  private static final double POINT_BELOW_LEADER = 3;
  private static final double CROSSED_LINE = 4;
  private static final double SHORTER = 7;
  private static final double LEADER = 4;

  /// More hidden points than these make a place no worse.
  private static final int MOST_COUNTED = 40;

  /// Along a leader, in pixels.
  private static final double STEP = 6;

  private static final int DIRECTIONS = 16;
  private static final double[] DISTANCES = {24, 34, 46, 60, 76, 94, 114, 136};

  private final Room map;
  private final LabelRooms rooms;
  private final Crowd crowd;
  private final List<Mark> ends;

  /// @param map the whole of it
  /// @param rooms what stands there already, with the lines drawn
  /// @param ends marks that lines lead to, which no name should hide
  public LabelPlacing(Room map, LabelRooms rooms, Crowd crowd, List<Mark> ends) {
    this.map = map;
    this.rooms = rooms;
    this.crowd = crowd;
    this.ends = List.copyOf(ends);
  }

  /// Takes the cheapest room for a name that must be read. Empty when every place is taken.
  ///
  /// @param texts how it may be written, longest first
  public Optional<Spot> cheapest(
      Mark mark, List<LabelText.Sized> texts, double height, Reach reach) {
    Optional<Spot> best = new Search(mark, height, reach).among(texts);
    best.ifPresent(
        spot -> {
          rooms.take(spot.room());
          spot.leader().ifPresent(rooms::take);
        });
    return best;
  }

  /// Takes the first room beside a mark where a name hides no point and no line. Empty when there is none.
  public Optional<Spot> beside(Mark mark, LabelText.Sized text, double height) {
    return near(mark, text.width(), height, 7).stream()
        .filter(
            room ->
                isInside(room)
                    && isFree(room)
                    && crowd.points(room, mark.row(), 1) == 0
                    && rooms.crossings(room) == 0)
        .findFirst()
        .filter(rooms::take)
        .map(room -> new Spot(text.text(), room, Optional.empty(), 0));
  }

  private boolean isInside(Room room) {
    return room.isInside(map.width(), map.height());
  }

  private boolean isFree(Room room) {
    return rooms.isFree(room.grown(BETWEEN));
  }

  private boolean fits(Spot spot) {
    return isInside(spot.room())
        && isFree(spot.room())
        && spot.leader().map(rooms::isFree).orElse(true);
  }

  /// What a name in a room hides; counted only until it costs too much.
  private double hidden(Mark mark, Spot spot, double most) {
    Room room = spot.room();
    double cost = CROSSED_LINE * rooms.crossings(room);
    for (Mark end : ends) {
      cost += end.row() != mark.row() && room.grown(RIM).holds(end.x(), end.y()) ? HIDDEN_END : 0;
    }
    int within = 0;
    if (cost < most) {
      within = crowd.points(room.grown(RIM), mark.row(), enough(most - cost, HIDDEN_POINT));
      cost += HIDDEN_POINT * within;
    }
    if (cost < most) {
      Room wide = new Room(room.x() - ASIDE, room.y(), room.width() + 2 * ASIDE, room.height());
      int enough = Math.min(MOST_COUNTED, within + enough(most - cost, POINT_ASIDE));
      cost += POINT_ASIDE * Math.max(0, crowd.points(wide, mark.row(), enough) - within);
    }
    if (cost < most && spot.leader().isPresent()) {
      int enough = enough(most - cost, POINT_BELOW_LEADER);
      cost += POINT_BELOW_LEADER * below(spot.leader().get(), mark.row(), enough);
    }
    return cost;
  }

  /// How many points cost too much.
  private static int enough(double most, double each) {
    return (int) Math.min(MOST_COUNTED, most / each + 1);
  }

  /// How often a leader meets a point on its way, counted up to `most`.
  private int below(Line leader, int own, int most) {
    double length = Math.hypot(leader.toX() - leader.fromX(), leader.toY() - leader.fromY());
    int parts = (int) (length / STEP);
    int met = 0;
    for (int i = 1; i < parts && met < most; i++) {
      double x = leader.fromX() + (leader.toX() - leader.fromX()) * i / parts;
      double y = leader.fromY() + (leader.toY() - leader.fromY()) * i / parts;
      met += crowd.points(new Room(x - STEP / 2, y - STEP / 2, STEP, STEP), own, 1);
    }
    return met;
  }

  /// From the rim of a point to the nearest place of a room.
  private static Line leader(Mark mark, Room room) {
    double x = Math.clamp(mark.x(), room.x(), room.x() + room.width());
    double y = Math.clamp(mark.y(), room.y(), room.y() + room.height());
    double length = Math.max(RIM, Math.hypot(x - mark.x(), y - mark.y()));
    return new Line(
        mark.x() + (x - mark.x()) * RIM / length, mark.y() + (y - mark.y()) * RIM / length, x, y);
  }

  /// Right, left, above, below, and the four corners.
  private static List<Room> near(Mark mark, double width, double height, double gap) {
    double x = mark.x();
    double y = mark.y();
    return List.of(
        new Room(x + gap - 2, y - height / 2, width + 4, height),
        new Room(x - gap - width - 2, y - height / 2, width + 4, height),
        new Room(x - width / 2 - 2, y - gap - height, width + 4, height),
        new Room(x - width / 2 - 2, y + gap, width + 4, height),
        new Room(x + gap / 2, y - gap - height / 2, width + 4, height),
        new Room(x + gap / 2, y + gap - height / 2, width + 4, height),
        new Room(x - gap / 2 - width - 4, y - gap - height / 2, width + 4, height),
        new Room(x - gap / 2 - width - 4, y + gap - height / 2, width + 4, height));
  }

  /// How far from its point a name may be looked for.
  public enum Reach {
    /// At the point and nowhere else: enough for pictures that follow each other at once.
    NEAR(OptionalDouble.empty()),

    /// Some way off, but rather at the point that a person looks at: a hidden point is worth 17 pixels.
    CLOSE(OptionalDouble.of(0.6)),

    /// Wherever it hides least: a hidden point is worth 50 pixels.
    FAR(OptionalDouble.of(0.2));

    private final OptionalDouble pixel;

    /// @param pixel what a pixel between a name and its point costs
    Reach(OptionalDouble pixel) {
      this.pixel = pixel;
    }

    /// What a distance costs, endless when it is too far.
    private double cost(double distance) {
      return pixel.isPresent() ? pixel.getAsDouble() * distance : Double.POSITIVE_INFINITY;
    }
  }

  /// The points of the map.
  @FunctionalInterface
  public interface Crowd {
    /// How many points other than one's own stand in a room, counted up to `most`.
    int points(Room room, int own, int most);
  }

  /// Looks for the place of one name.
  private final class Search {
    private final Mark mark;
    private final double height;
    private final Reach reach;
    private Optional<Spot> best = Optional.empty();

    Search(Mark mark, double height, Reach reach) {
      this.mark = mark;
      this.height = height;
      this.reach = reach;
    }

    /// Looks at the places of all texts, nearest first: the cheapest is known early, and few of the many that lie farther are worth a look.
    Optional<Spot> among(List<LabelText.Sized> texts) {
      for (int i = 0; i < texts.size(); i++) {
        for (Room room : near(mark, texts.get(i).width(), height, 12)) {
          offer(new Spot(texts.get(i).text(), room, Optional.empty(), i * SHORTER));
        }
      }
      for (double distance : DISTANCES) {
        for (int i = 0; i < texts.size(); i++) {
          around(texts.get(i), distance, i * SHORTER + LEADER + reach.cost(distance));
        }
      }
      return best;
    }

    /// Looks at the places of a text at a distance, in all directions, while they can still be the cheapest.
    private void around(LabelText.Sized text, double distance, double cost) {
      for (int i = 0; i < DIRECTIONS && cost < most(); i++) {
        Room room = away(text.width() + 4, distance, 2 * Math.PI * i / DIRECTIONS);
        offer(new Spot(text.text(), room, Optional.of(leader(mark, room)), cost));
      }
    }

    private double most() {
      return best.isPresent() ? best.get().cost() : Double.POSITIVE_INFINITY;
    }

    private void offer(Spot spot) {
      double most = most();
      if (spot.cost() < most && fits(spot)) {
        Spot priced = spot.costing(hidden(mark, spot, most - spot.cost()));
        best = priced.cost() < most ? Optional.of(priced) : best;
      }
    }

    /// A room that begins so far from the mark, in a direction.
    private Room away(double width, double distance, double angle) {
      double across = Math.cos(angle);
      double down = Math.sin(angle);
      return new Room(
          mark.x() + across * distance + (across - 1) / 2 * width,
          mark.y() + down * distance + (down - 1) / 2 * height,
          width,
          height);
    }
  }

  /// A point that is named, in pixels.
  public record Mark(int row, double x, double y) {}

  /// Where a name stands.
  ///
  /// @param text what is written there
  /// @param leader leads to its point where it does not stand beside it
  public record Spot(String text, Room room, Optional<Line> leader, double cost) {
    private Spot costing(double more) {
      return new Spot(text, room, leader, cost + more);
    }
  }
}
