package io.semascope.neighbour.blocks;

import java.util.List;

/// Which blocks of rows are compared with each other, and when: in rounds, in none of which a block meets twice, so that both sides of a meeting may be
/// written without locks. That a block meets itself is no part of it.
public sealed interface Schedule permits Tournament, NearMeetings {
  /// How many rounds there are.
  int rounds();

  /// The meetings of a round, from 0 up to `rounds()` − 1.
  List<Meeting> round(int round);

  /// Two blocks.
  ///
  /// @param home one of them
  /// @param guest another one
  record Meeting(int home, int guest) {}
}
