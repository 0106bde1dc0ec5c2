package io.semascope.ui.map.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.ui.map.label.LabelPlacing.Mark;
import io.semascope.ui.map.label.LabelPlacing.Spot;
import io.semascope.ui.map.label.LabelRooms.Line;
import io.semascope.ui.map.label.LabelRooms.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Where names stand among points, lines and other names.
final class LabelPlacingTest {
  private static final long SEED = 7;
  private static final Room MAP = new Room(0, 0, 600, 400);
  private static final double HEIGHT = 15;
  private static final List<LabelText.Sized> NAME = List.of(new LabelText.Sized("A name", 60));
  private static final Mark OWN = new Mark(-1, 300, 200);

  private final LabelRooms rooms = new LabelRooms();

  private LabelPlacing among(List<Mark> points, Mark... ends) {
    return new LabelPlacing(
        MAP,
        rooms,
        (room, own, most) ->
            (int) points.stream().filter(point -> hides(room, point, own)).limit(most).count(),
        List.of(ends));
  }

  private static boolean hides(Room room, Mark point, int own) {
    return point.row() != own && room.holds(point.x(), point.y());
  }

  private static long hidden(Spot spot, List<Mark> points) {
    return points.stream().filter(point -> hides(spot.room(), point, OWN.row())).count();
  }

  private Spot spot(List<Mark> points) {
    return among(points).cheapest(OWN, NAME, HEIGHT, LabelPlacing.Reach.FAR).orElseThrow();
  }

  private static List<Mark> grid(double spacing, double halfWidth, double halfHeight) {
    List<Mark> points = new ArrayList<>();
    for (double x = -halfWidth; x <= halfWidth; x += spacing) {
      for (double y = -halfHeight; y <= halfHeight; y += spacing) {
        points.add(new Mark(points.size(), OWN.x() + x, OWN.y() + y));
      }
    }
    return points;
  }

  @Test
  void aNameWithRoomStandsRightOfItsPoint() {
    Spot spot = spot(List.of());
    assertTrue(spot.leader().isEmpty());
    assertTrue(spot.room().x() > OWN.x() && spot.room().x() < OWN.x() + 15);
    assertEquals(OWN.y(), spot.room().y() + HEIGHT / 2);
  }

  @Test
  void aNameTurnsFromAPointThatItWouldHideOrSeemToBelongTo() {
    for (double x : new double[] {40, 80}) {
      List<Mark> points = List.of(new Mark(0, OWN.x() + x, OWN.y()));
      Spot spot = spot(points);
      assertTrue(spot.room().x() < OWN.x(), "point at " + x + ": " + spot);
      assertTrue(spot.leader().isEmpty());
      assertEquals(0, hidden(spot, points));
    }
  }

  @Test
  void noNameStandsOnOneThatHadHardlyRoom() {
    // On the right there is one pixel above and one below a name.
    rooms.take(new Room(OWN.x(), 0, 300, OWN.y() - HEIGHT / 2 - 1));
    rooms.take(new Room(OWN.x(), OWN.y() + HEIGHT / 2 + 1, 300, 150));
    Room first = spot(List.of()).room();
    Mark same = new Mark(-2, OWN.x(), OWN.y());
    Optional<Spot> second = among(List.of()).beside(same, NAME.getFirst(), HEIGHT);
    assertFalse(second.map(spot -> spot.room().overlaps(first)).orElse(false), second.toString());
  }

  @Test
  void aNameLeavesACrowdThroughWhichALineLeadsToItsPoint() {
    List<Mark> crowd = grid(14, 90, 50);
    Spot spot = spot(crowd);
    assertEquals(0, hidden(spot, crowd), spot.toString());
    Line leader = spot.leader().orElseThrow();
    assertTrue(Math.hypot(leader.fromX() - OWN.x(), leader.fromY() - OWN.y()) < 6);
    assertTrue(spot.room().holds(leader.toX(), leader.toY()));
  }

  @Test
  void aNameThatAPersonAskedForStaysCloser() {
    List<Mark> crowd = grid(30, 90, 60);
    Spot far = spot(crowd);
    Spot close =
        new LabelPlacing(MAP, new LabelRooms(), (room, own, most) -> 0, List.of())
            .cheapest(OWN, NAME, HEIGHT, LabelPlacing.Reach.CLOSE)
            .orElseThrow();
    assertTrue(far.leader().isPresent());
    assertTrue(close.leader().isEmpty());
    Spot asked = among(crowd).cheapest(OWN, NAME, HEIGHT, LabelPlacing.Reach.CLOSE).orElseThrow();
    assertTrue(away(asked) < away(far), away(asked) + " and " + away(far));
  }

  private static double away(Spot spot) {
    Line leader = spot.leader().orElse(new Line(OWN.x(), OWN.y(), OWN.x(), OWN.y()));
    return Math.hypot(leader.toX() - OWN.x(), leader.toY() - OWN.y());
  }

  @Test
  void aNameIsShortenedWhereItWouldHideMore() {
    List<LabelText.Sized> lengths =
        List.of(new LabelText.Sized("all of it", 200), new LabelText.Sized("some…", 40));
    assertEquals(
        "all of it",
        among(List.of())
            .cheapest(OWN, lengths, HEIGHT, LabelPlacing.Reach.FAR)
            .orElseThrow()
            .text());
    assertEquals(
        "some…",
        among(grid(12, 300, 200))
            .cheapest(OWN, lengths, HEIGHT, LabelPlacing.Reach.FAR)
            .orElseThrow()
            .text());
  }

  @Test
  void aNameHidesNoEndOfALineAndAvoidsTheLines() {
    List<Mark> everywhere = grid(9, 300, 200);
    Mark end = new Mark(-2, OWN.x() + 40, OWN.y());
    Spot spot =
        among(everywhere, end).cheapest(OWN, NAME, HEIGHT, LabelPlacing.Reach.FAR).orElseThrow();
    assertFalse(spot.room().grown(4).holds(end.x(), end.y()), spot.toString());
    LabelRooms lined = new LabelRooms();
    lined.take(new Line(OWN.x(), OWN.y(), OWN.x() + 200, OWN.y()));
    Spot beside =
        new LabelPlacing(MAP, lined, (room, own, most) -> 0, List.of())
            .cheapest(OWN, NAME, HEIGHT, LabelPlacing.Reach.FAR)
            .orElseThrow();
    assertEquals(0, lined.crossings(beside.room()), beside.toString());
  }

  @Test
  void namesOfACrowdKeepAGapAndStayOnTheMap() {
    Random random = new Random(SEED);
    List<Mark> points =
        IntStream.range(0, 300)
            .mapToObj(row -> new Mark(row, random.nextDouble() * 600, random.nextDouble() * 400))
            .toList();
    LabelPlacing placing = among(points);
    List<Room> taken = new ArrayList<>();
    for (Mark point : points.subList(0, 30)) {
      Room room =
          placing.cheapest(point, NAME, HEIGHT, LabelPlacing.Reach.FAR).orElseThrow().room();
      assertTrue(room.isInside(600, 400), "seed " + SEED);
      taken.forEach(other -> assertFalse(room.grown(1.9).overlaps(other), "seed " + SEED));
      taken.add(room);
    }
  }

  @Test
  void aNameThatNeedNotBeReadHidesNothingOrIsLeftOut() {
    LabelText.Sized name = NAME.getFirst();
    assertTrue(among(grid(12, 300, 200)).beside(OWN, name, HEIGHT).isEmpty());
    rooms.take(new Line(0, OWN.y(), 600, OWN.y()));
    Room room = among(List.of()).beside(OWN, name, HEIGHT).orElseThrow().room();
    assertEquals(0, rooms.crossings(room));
  }

  @Test
  void aLineCrossesTheRoomsThatHoldAnyOfItsPlaces() {
    Random random = new Random(SEED);
    int crossed = 0;
    for (int i = 0; i < 2_000; i++) {
      Line line =
          new Line(random.nextInt(40), random.nextInt(40), random.nextInt(40), random.nextInt(40));
      Room room =
          new Room(random.nextInt(30) + 0.5, random.nextInt(30) + 0.5, 3 + random.nextInt(9), 3);
      // Fine enough to find whatever is crossed by more than a corner.
      boolean holds =
          IntStream.rangeClosed(0, 4_000)
              .mapToDouble(step -> step / 4_000.0)
              .anyMatch(
                  at ->
                      room.grown(-1e-3)
                          .holds(
                              line.fromX() + at * (line.toX() - line.fromX()),
                              line.fromY() + at * (line.toY() - line.fromY())));
      boolean crosses = line.crosses(room);
      assertTrue(!holds || crosses, "seed " + SEED + ": " + line + " " + room);
      assertTrue(!line.crosses(room.grown(-0.1)) || holds, "seed " + SEED + ": " + line + room);
      crossed += crosses ? 1 : 0;
    }
    assertTrue(crossed > 200 && crossed < 1_800, crossed + " crossed");
  }
}
