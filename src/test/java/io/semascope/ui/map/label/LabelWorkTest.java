package io.semascope.ui.map.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.projection.PlanarLayout;
import io.semascope.raster.index.PlaneBox;
import io.semascope.raster.index.PointIndex;
import io.semascope.ui.map.label.LabelPlacing.Mark;
import io.semascope.ui.map.label.LabelPlacing.Reach;
import io.semascope.ui.map.label.LabelRooms.Room;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the names of a large selection among a large crowd cost a picture: 60 names, 300 typed texts, 100,000 points.
final class LabelWorkTest {
  private static final int POINTS = 100_000;
  private static final int NAMES = 60;
  private static final Room MAP = new Room(0, 0, 1400, 900);
  private static final List<LabelText.Sized> LENGTHS =
      List.of(
          new LabelText.Sized("a name as long as titles are", 300),
          new LabelText.Sized("a name as long as…", 190),
          new LabelText.Sized("a name…", 120));

  private final Random random = new Random(11);
  private final PlanarLayout layout = layout();
  private final PointIndex index = PointIndex.of(layout, POINTS, Cancellation.never());
  private final List<Mark> typed =
      IntStream.range(0, 300)
          .mapToObj(
              i -> new Mark(POINTS + i, random.nextDouble() * 1400, random.nextDouble() * 900))
          .toList();
  private int questions;
  private int visits;

  /// Forty heaps that fill the map.
  private PlanarLayout layout() {
    float[] positions = new float[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      positions[2 * i] = (float) (87 + i % 8 * 175 + random.nextGaussian() * 60);
      positions[2 * i + 1] = (float) (90 + i / 8 % 5 * 180 + random.nextGaussian() * 60);
    }
    return PlanarLayout.copyOf(positions);
  }

  private int points(Room room, int own, int most) {
    questions++;
    int[] found = {0};
    index.visit(
        new PlaneBox(room.x(), room.y(), room.x() + room.width(), room.y() + room.height()),
        row -> {
          visits++;
          found[0] += row == own ? 0 : 1;
          return found[0] < most;
        });
    return found[0];
  }

  /// Returns how many names found a place.
  private long place(Reach reach) {
    LabelPlacing placing =
        new LabelPlacing(MAP, new LabelRooms(), new MarkedCrowd(this::points, typed), List.of());
    return IntStream.range(0, NAMES)
        .map(i -> i * (POINTS / NAMES))
        .mapToObj(row -> new Mark(row, layout.x(row), layout.y(row)))
        .filter(mark -> placing.cheapest(mark, LENGTHS, 15.5, reach).isPresent())
        .count();
  }

  @Test
  void namesOfMovingPointsAreLookedForBesideThemOnly() {
    assertTrue(place(Reach.NEAR) > NAMES / 2, "names have places");
    assertTrue(questions <= NAMES * 8 * LENGTHS.size() * 2, questions + " questions");
  }

  @Test
  void aPlaceIsGivenUpAsSoonAsItIsDearerThanOneThatIsKnown() {
    assertTrue(place(Reach.FAR) > NAMES / 2, "names have places");
    assertTrue(questions < 15_000, questions + " questions");
    assertTrue(visits < 500_000, visits + " points looked at");
  }

  @Test
  void theMarksThatAreAddedCountAsIfEachWasLookedAt() {
    MarkedCrowd crowd = new MarkedCrowd((room, own, most) -> 0, typed);
    for (int i = 0; i < 500; i++) {
      Mark own = typed.get(random.nextInt(typed.size()));
      // Its edge goes through a mark.
      Room room = new Room(own.x() - i % 2 * 90, own.y() - 40, 90, random.nextInt(300));
      long held =
          typed.stream()
              .filter(mark -> mark.row() != own.row() && room.holds(mark.x(), mark.y()))
              .count();
      assertEquals(Math.min(held, 3), crowd.points(room, own.row(), 3));
      assertEquals(held, crowd.points(room, own.row(), 300));
    }
  }
}
