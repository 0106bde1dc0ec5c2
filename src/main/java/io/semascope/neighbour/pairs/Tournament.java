package io.semascope.neighbour.pairs;

/// One round in which blocks meet in pairs, none twice. Over all rounds each meets each other once, and in round 0 itself.
///
/// The circle method: with an even number of players the last one stays, the others go round.
///
/// @param players how many blocks there are, at least 1
/// @param round 0 up to `rounds(players)` − 1
record Tournament(int players, int round) {
  static int rounds(int players) {
    return circle(players) + 1;
  }

  /// The places that go round: one less than the players, made even by one who sits out.
  private static int circle(int players) {
    return players + players % 2 - 1;
  }

  /// How many meetings this round has.
  int count() {
    return round == 0 ? players : players / 2;
  }

  /// The first block of a meeting.
  int home(int meeting) {
    if (round == 0) {
      return meeting;
    }
    return turned(offset(meeting));
  }

  /// The second block of a meeting; the first itself in round 0.
  int guest(int meeting) {
    if (round == 0) {
      return meeting;
    }
    int offset = offset(meeting);
    return offset == 0 ? players - 1 : turned(-offset);
  }

  /// With an odd number of players whoever stands at the turning point has no opponent.
  private int offset(int meeting) {
    return players % 2 == 0 ? meeting : meeting + 1;
  }

  private int turned(int offset) {
    return Math.floorMod(round - 1 + offset, circle(players));
  }
}
