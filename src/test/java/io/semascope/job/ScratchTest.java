package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScratchTest {
  private final List<Object> made = new ArrayList<>();
  private final Scratch<Object> scratch =
      new Scratch<>(
          () -> {
            Object buffer = new Object();
            made.add(buffer);
            return buffer;
          });

  @Test
  void oneAfterTheOtherUsesTheSameAndTwoAtOnceDoNot() {
    scratch.lend(first -> {});
    scratch.lend(outer -> scratch.lend(inner -> assertNotSame(outer, inner)));
    scratch.lend(last -> {});
    assertEquals(2, made.size());
  }

  @Test
  void noTwoThreadsHaveTheSameAtOnce() {
    Scratch<AtomicInteger> counted = new Scratch<>(AtomicInteger::new);
    AtomicInteger met = new AtomicInteger();
    Fork.blocks(
        20_000,
        Cancellation.never(),
        block ->
            counted.lend(
                users -> {
                  met.addAndGet(users.incrementAndGet() == 1 ? 0 : 1);
                  users.decrementAndGet();
                }));
    assertEquals(0, met.get());
  }

  @Test
  void whatThrewIsNotLentAgain() {
    IllegalStateException problem = new IllegalStateException();
    assertEquals(
        problem,
        assertThrows(
            IllegalStateException.class,
            () ->
                scratch.lend(
                    buffer -> {
                      throw problem;
                    })));
    scratch.lend(other -> assertNotSame(made.getFirst(), other));
  }
}
