package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DeepStackTest {
  private static int depth(int wanted) {
    return wanted == 0 ? 0 : 1 + depth(wanted - 1);
  }

  @Test
  void hasRoomThatAUsualThreadHasNot() {
    int deep = 1_000_000;
    assertThrows(StackOverflowError.class, () -> depth(deep));
    assertEquals(deep, DeepStack.call(1L << 30, () -> depth(deep)));
  }

  @Test
  void passesOnWhatTheWorkThrows() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            DeepStack.call(
                1 << 20,
                () -> {
                  throw new IllegalArgumentException("thrown");
                }));
  }
}
