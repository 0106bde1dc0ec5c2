package io.semascope.neighbour.blocks;

import java.util.List;
import java.util.stream.IntStream;

/// Every block meets every other one once.
///
/// The circle method: with an even number of players the last one stays, the others go round.
///
/// @param players how many blocks there are, at least 1
public record Tournament(int players) implements Schedule {
  @Override
  public int rounds() {
    return players == 1 ? 0 : circle();
  }

  /// The places that go round: one less than the players, made even by one who sits out.
  private int circle() {
    return players + players % 2 - 1;
  }

  @Override
  public List<Meeting> round(int round) {
    return IntStream.range(0, players / 2).mapToObj(meeting -> meeting(round, meeting)).toList();
  }

  private Meeting meeting(int round, int meeting) {
    // With an odd number of players whoever stands at the turning point has no opponent.
    int offset = players % 2 == 0 ? meeting : meeting + 1;
    int guest = offset == 0 ? players - 1 : turned(round, -offset);
    return new Meeting(turned(round, offset), guest);
  }

  private int turned(int round, int offset) {
    return Math.floorMod(round + offset, circle());
  }
}
