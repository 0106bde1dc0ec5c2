package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.model.Pooling;
import org.junit.jupiter.api.Test;

class PoolerTest {
  private static final float[] HIDDEN = {1, 2, 3, 4, 5, 6, 7, 8};

  private static float[] pool(Pooling pooling, long... mask) {
    return new Pooler(pooling, 2, false).pool(HIDDEN, 2, mask);
  }

  @Test
  void poolsByTheMaskWhicheverSideIsPadded() {
    assertArrayEquals(new float[] {3, 4}, pool(Pooling.MEAN, 1, 1, 1, 0));
    assertArrayEquals(new float[] {6, 7}, pool(Pooling.MEAN, 0, 0, 1, 1));
    assertArrayEquals(new float[] {5, 6}, pool(Pooling.LAST_TOKEN, 1, 1, 1, 0));
    assertArrayEquals(new float[] {7, 8}, pool(Pooling.LAST_TOKEN, 0, 1, 1, 1));
    assertArrayEquals(new float[] {1, 2}, pool(Pooling.CLS, 1, 1, 1, 0));
    assertArrayEquals(new float[] {3, 4}, pool(Pooling.CLS, 0, 1, 1, 1));
    assertArrayEquals(new float[] {1, 2}, pool(Pooling.IN_GRAPH, 1));
    assertThrows(IllegalArgumentException.class, () -> pool(Pooling.NONE, 1, 1, 1, 1));
  }

  @Test
  void cutsBeforeItNormalises() {
    float[] hidden = {3, 4, 12};
    assertArrayEquals(
        new float[] {0.6f, 0.8f}, new Pooler(Pooling.CLS, 2, true).pool(hidden, 3, new long[] {1}));
    assertArrayEquals(
        new float[] {3 / 13f, 4 / 13f, 12 / 13f},
        new Pooler(Pooling.CLS, 3, true).pool(hidden, 3, new long[] {1}));
  }

  @Test
  void refusesVectorsWithoutDirection() {
    Pooler pooler = new Pooler(Pooling.CLS, 2, true);
    long[] mask = {1};
    assertThrows(ArithmeticException.class, () -> pooler.pool(new float[2], 2, mask));
    assertThrows(ArithmeticException.class, () -> pooler.pool(new float[] {Float.NaN, 1}, 2, mask));
    assertThrows(
        ArithmeticException.class,
        () -> pooler.pool(new float[] {Float.POSITIVE_INFINITY, 1}, 2, mask));
  }

  @Test
  void numbersPositionsByTheMask() {
    long[] mask = {0, 0, 1, 1, 1, 1, 1, 0};
    assertArrayEquals(new long[] {0, 0, 0, 1, 0, 1, 2, 2}, TokenBatch.positions(mask, 4));
  }
}
