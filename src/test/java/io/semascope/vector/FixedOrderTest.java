package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FixedOrderTest {
  @Test
  void addsEverySquareOfAnOddAndAnEvenNumberOfValues() {
    assertEquals(0, FixedOrder.squaredDistance(new float[0], new float[0]));
    assertEquals(9, FixedOrder.squaredDistance(new float[] {1}, new float[] {-2}));
    assertEquals(25, FixedOrder.squaredDistance(new float[] {1, 2}, new float[] {4, 6}));
    assertEquals(26, FixedOrder.squaredDistance(new float[] {1, 2, 0}, new float[] {4, 6, 1}));
  }

  @Test
  void keepsWhatFloat32WouldLose() {
    float[] a = {1e4f, 1, 0, 0};
    float[] b = {0, 0, 0, 0};
    assertEquals(1e8 + 1, FixedOrder.squaredDistance(a, b));
  }
}
