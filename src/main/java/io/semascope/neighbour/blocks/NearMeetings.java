package io.semascope.neighbour.blocks;

import io.semascope.job.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Only blocks whose centres are near to each other meet, the nearest ones first. A round is filled greedily: each pair takes the first round in which both
/// are free.
public final class NearMeetings implements Schedule {
  private final List<List<Meeting>> rounds;

  private NearMeetings(List<List<Meeting>> rounds) {
    this.rounds = rounds;
  }

  /// Every block meets the `breadth` nearest others, and those whose nearest it is among. Throws `JobCancelled` when asked to stop.
  public static NearMeetings of(BlockDistances distances, int breadth, Cancellation cancellation) {
    int blocks = distances.count();
    int most = Math.min(breadth, blocks - 1);
    List<Meeting> meetings = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      cancellation.check();
      for (int rank = 0; rank < most; rank++) {
        int other = distances.nearest(block, rank);
        boolean toldAlready = other < block && distances.rank(other, block) < most;
        if (!toldAlready) {
          meetings.add(new Meeting(Math.min(block, other), Math.max(block, other)));
        }
      }
    }
    meetings.sort(
        Comparator.comparingDouble(
                (Meeting meeting) -> distances.between(meeting.home(), meeting.guest()))
            .thenComparingInt(Meeting::home)
            .thenComparingInt(Meeting::guest));
    BitSet[] busy = new BitSet[blocks];
    Arrays.setAll(busy, block -> new BitSet());
    List<List<Meeting>> rounds = new ArrayList<>();
    for (Meeting meeting : meetings) {
      cancellation.check();
      int round = firstFree(busy[meeting.home()], busy[meeting.guest()]);
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(meeting);
      busy[meeting.home()].set(round);
      busy[meeting.guest()].set(round);
    }
    return new NearMeetings(rounds.stream().map(List::copyOf).toList());
  }

  private static int firstFree(BitSet one, BitSet other) {
    int round = one.nextClearBit(0);
    while (other.get(round)) {
      round = one.nextClearBit(other.nextClearBit(round));
    }
    return round;
  }

  @Override
  public int rounds() {
    return rounds.size();
  }

  @Override
  public List<Meeting> round(int round) {
    return rounds.get(round);
  }
}
