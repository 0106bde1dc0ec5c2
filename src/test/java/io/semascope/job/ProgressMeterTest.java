package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {
  private final List<Progress> seen = new ArrayList<>();
  private final ProgressMeter meter = new ProgressMeter(seen::add);

  @Test
  void weighsItsStages() {
    meter.plan(
        new ProgressMeter.Stage("reading", 1, "files"),
        new ProgressMeter.Stage("embedding", 3, "texts"));
    meter.begin(0, 2);
    meter.advance(1);
    assertEquals(0.125, seen.getLast().fraction());
    meter.begin(1, 4);
    assertEquals(0.25, seen.getLast().fraction());
    meter.advance(2);
    assertEquals(0.625, seen.getLast().fraction());
    assertEquals("embedding", seen.getLast().stage());
    assertEquals("texts", seen.getLast().unit());
    meter.advance(4);
    assertEquals(1, seen.getLast().fraction());
  }

  @Test
  void neverFallsWhateverItIsTold() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      switch (random.nextInt(8)) {
        case 0 ->
            meter.plan(
                new ProgressMeter.Stage("one", 1 + random.nextInt(9), "steps"),
                new ProgressMeter.Stage("two", 1 + random.nextInt(9), "steps"));
        case 1 -> meter.begin(0, random.nextInt(50));
        default -> meter.advance(random.nextInt(60));
      }
    }
    double before = 0;
    for (Progress progress : seen) {
      assertTrue(progress.fraction() >= before && progress.fraction() <= 1, "seed " + seed);
      before = progress.fraction();
    }
    assertTrue(before > 0, "seed " + seed);
  }
}
