package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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

  /// The time spent is taken as it is, so that the numbers are the same on every machine.
  private static Progress after(Duration time, Progress seen) {
    return new Progress(
        seen.stage(), 0, seen.done(), seen.total(), seen.unit(), time, seen.earlier());
  }

  @Test
  void whatWasDoneEarlierIsNoPace() {
    meter.plan(new ProgressMeter.Stage("moving", 1, "iterations"));
    meter.goOn(0, 1_000, 600);
    assertEquals(0.6, seen.getLast().fraction());
    assertEquals(0, after(Duration.ofSeconds(10), seen.getLast()).rate());
    assertTrue(after(Duration.ofSeconds(10), seen.getLast()).secondsLeft().isEmpty());
    meter.advance(650);
    assertEquals(5, after(Duration.ofSeconds(10), seen.getLast()).rate());
    assertEquals(70, after(Duration.ofSeconds(10), seen.getLast()).secondsLeft().orElseThrow());
    meter.detail("slowly");
    assertEquals(5, after(Duration.ofSeconds(10), seen.getLast()).rate());
    meter.advance(1_000);
    assertTrue(
        after(Duration.ofSeconds(10), seen.getLast()).secondsLeft().isEmpty(),
        "nobody knows how long what comes after the last item takes");
    meter.begin(0, 100);
    meter.advance(50);
    assertEquals(5, after(Duration.ofSeconds(10), seen.getLast()).rate());
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
