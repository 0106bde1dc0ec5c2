package io.semascope.neighbour.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NearMeetingsTest {
  private static final int ROWS = 4;
  private static final int BLOCKS = 23;
  private static final BlockDistances DISTANCES = distances();

  private static BlockDistances distances() {
    SplittableRandom random = new SplittableRandom(6);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < ROWS * BLOCKS - 1; row++) {
      rows.add(new float[] {random.nextInt(9) + row / ROWS % 5 * 10, random.nextInt(9)});
    }
    VectorBlock block = VectorBlock.copyOf(rows, 2);
    return BlockDistances.of(block, RowOrder.asTheyAre(block), ROWS, Cancellation.never());
  }

  private static Set<Schedule.Meeting> meetings(Schedule schedule) {
    Set<Schedule.Meeting> all = new HashSet<>();
    for (int round = 0; round < schedule.rounds(); round++) {
      Set<Integer> busy = new HashSet<>();
      for (Schedule.Meeting meeting : schedule.round(round)) {
        assertTrue(busy.add(meeting.home()) && busy.add(meeting.guest()), "twice in a round");
        assertTrue(all.add(meeting), "met before");
      }
    }
    return all;
  }

  @Test
  void everyBlockMeetsItsNearestAndNoOthersThanThoseTheyAreNearestTo() {
    for (int breadth : new int[] {0, 1, 2, 7, BLOCKS - 1, BLOCKS + 5}) {
      Set<Schedule.Meeting> expected = new HashSet<>();
      for (int block = 0; block < BLOCKS; block++) {
        for (int other = 0; other < BLOCKS; other++) {
          if (block != other && DISTANCES.rank(block, other) < breadth) {
            expected.add(new Schedule.Meeting(Math.min(block, other), Math.max(block, other)));
          }
        }
      }
      assertEquals(
          expected,
          meetings(NearMeetings.of(DISTANCES, breadth, Cancellation.never())),
          "breadth " + breadth);
    }
  }

  @Test
  void ranksFollowTheDistancesOfTheCentres() {
    for (int block = 0; block < BLOCKS; block++) {
      for (int rank = 0; rank < BLOCKS - 1; rank++) {
        int other = DISTANCES.nearest(block, rank);
        assertEquals(rank, DISTANCES.rank(block, other));
        if (rank > 0) {
          int before = DISTANCES.nearest(block, rank - 1);
          assertTrue(DISTANCES.between(block, before) <= DISTANCES.between(block, other));
        }
      }
    }
  }

  @Test
  void theNearestMeetFirst() {
    Schedule.Meeting first =
        NearMeetings.of(DISTANCES, 5, Cancellation.never()).round(0).getFirst();
    float least = Float.POSITIVE_INFINITY;
    for (int block = 0; block < BLOCKS; block++) {
      least = Math.min(least, DISTANCES.between(block, DISTANCES.nearest(block, 0)));
    }
    assertEquals(least, DISTANCES.between(first.home(), first.guest()));
  }
}
