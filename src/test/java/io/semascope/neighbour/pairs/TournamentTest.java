package io.semascope.neighbour.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TournamentTest {
  @Test
  void everyPairMeetsOnceAndNobodyPlaysTwiceInARound() {
    for (int players = 1; players <= 40; players++) {
      Set<Set<Integer>> met = new HashSet<>();
      int meetings = 0;
      for (int round = 0; round < Tournament.rounds(players); round++) {
        Tournament tournament = new Tournament(players, round);
        Set<Integer> busy = new HashSet<>();
        for (int meeting = 0; meeting < tournament.count(); meeting++) {
          int home = tournament.home(meeting);
          int guest = tournament.guest(meeting);
          assertEquals(round == 0, home == guest);
          assertTrue(busy.add(home) && (home == guest || busy.add(guest)));
          met.add(Set.of(Math.min(home, guest), Math.max(home, guest) + players));
          meetings++;
        }
      }
      assertEquals(players * (players + 1) / 2, meetings, players + " players");
      assertEquals(meetings, met.size(), players + " players");
    }
  }
}
