package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrgentWorkTest {
  private long now = Long.MAX_VALUE - 5;
  private final UrgentWork urgent = new UrgentWork(() -> now);

  @Test
  void theCoresAreWantedFromAskingUntilTheAnswerCanBeDrawn() {
    assertFalse(urgent.wanted());
    List<Boolean> seen = new ArrayList<>();
    urgent.add(() -> seen.add(urgent.wanted()));
    assertTrue(urgent.wanted(), "it waits");
    urgent.run();
    assertEquals(List.of(true), seen, "it runs");
    now += 99_000_000;
    assertTrue(urgent.wanted(), "its answer is being drawn");
    now += 1_000_000;
    assertFalse(urgent.wanted());
  }

  @Test
  void workThatFailsHoldsNothingUp() {
    urgent.add(
        () -> {
          throw new IllegalStateException("broken");
        });
    assertThrows(IllegalStateException.class, urgent::run);
    now += 100_000_000;
    assertFalse(urgent.wanted());
  }
}
