package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
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
