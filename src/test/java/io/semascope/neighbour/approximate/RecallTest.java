package io.semascope.neighbour.approximate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class RecallTest {
  private static void interval(double low, double high, Recall recall) {
    assertEquals(low, recall.low(), 5e-5);
    assertEquals(high, recall.high(), 5e-5);
  }

  /// Values from the formula by hand; the first is in every table of it.
  @Test
  void theIntervalIsThatOfWilson() {
    interval(0.4038, 0.5962, new Recall(100, 10, 100, 0.5));
    interval(0.9812, 1, new Recall(100, 10, 200, 1));
    interval(0, 0.0188, new Recall(100, 10, 200, 0));
  }
}
