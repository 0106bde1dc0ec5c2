package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.Lane;
import io.semascope.job.Lanes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateCellTest {
  private final StateCell cell = new StateCell();

  @Test
  void tellsTheStateThatIsThereAndEveryNewOne() {
    List<Long> versions = new ArrayList<>();
    cell.listen(state -> versions.add(state.version()));
    cell.change(old -> old.withNetworkUsed(true));
    assertEquals(List.of(0L, 1L), versions);
    assertTrue(cell.get().networkUsed());
  }

  @Test
  void losesNoChangeOfManyThreadsAndNeverGoesBack() {
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    cell.listen(state -> seen.add(state.version()));
    try (Lanes lanes = new Lanes()) {
      List<Job<Integer>> jobs = new ArrayList<>();
      for (Lane lane : List.of(Lane.INFERENCE, Lane.LAYOUT, Lane.TRANSFER, Lane.TRANSFER)) {
        jobs.add(
            lanes.submit(
                lane,
                "changing",
                context -> {
                  for (int i = 0; i < 5000; i++) {
                    cell.change(old -> old);
                  }
                  return 0;
                }));
      }
      jobs.forEach(Job::await);
    }
    assertEquals(20_000, cell.get().version());
    assertEquals(seen.stream().sorted().distinct().toList(), seen);
    assertEquals(20_000, seen.getLast());
  }

  @Test
  void aListenerMayChangeTheState() {
    List<Long> versions = new ArrayList<>();
    cell.listen(
        state -> {
          if (state.version() == 1) {
            cell.change(old -> old.withNetworkUsed(true));
          }
        });
    cell.listen(state -> versions.add(state.version()));
    cell.change(old -> old);
    assertEquals(List.of(0L, 2L), versions);
  }
}
