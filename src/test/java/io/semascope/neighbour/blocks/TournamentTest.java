package io.semascope.neighbour.blocks;

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
      Schedule tournament = new Tournament(players);
      for (int round = 0; round < tournament.rounds(); round++) {
        Set<Integer> busy = new HashSet<>();
        for (Schedule.Meeting meeting : tournament.round(round)) {
          assertTrue(busy.add(meeting.home()) && busy.add(meeting.guest()));
          met.add(Set.of(meeting.home(), meeting.guest()));
          meetings++;
        }
      }
      assertEquals(players * (players - 1) / 2, meetings, players + " players");
      assertEquals(meetings, met.size(), players + " players");
    }
  }
}
