package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

final class ForkTest {
  @Test
  void everyBlockIsDoneOnce() {
    AtomicIntegerArray done = new AtomicIntegerArray(1_000);
    Fork.blocks(1_000, Cancellation.never(), done::incrementAndGet);
    for (int block = 0; block < done.length(); block++) {
      assertEquals(1, done.get(block), "block " + block);
    }
  }

  /// Also when the work has blocks of its own, and while others compute theirs.
  @Test
  void workInTurnGivesItsResultOrItsProblem() {
    AtomicInteger rounds = new AtomicInteger();
    Fork.blocks(
        8,
        Cancellation.never(),
        block -> {
          AtomicInteger sum = new AtomicInteger();
          int found =
              Fork.inTurn(
                  () -> {
                    Fork.blocks(50, Cancellation.never(), sum::addAndGet);
                    return sum.get();
                  });
          assertEquals(1_225, found);
          rounds.incrementAndGet();
        });
    assertEquals(8, rounds.get());
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Fork.inTurn(
                    () -> {
                      throw new IllegalStateException("no");
                    }));
    assertTrue(String.valueOf(thrown.getMessage()).contains("no"));
  }
}
