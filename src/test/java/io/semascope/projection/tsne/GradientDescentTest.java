package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GradientDescentTest {
  /// By hand: at rest the gain grows to 1.2; while the slope stays it grows by 0.2 a step, when the slope turns it shrinks to 0.8 of itself.
  @Test
  void followsMomentumAndGains() {
    GradientDescent descent = GradientDescent.free(1);
    float[] position = {0, 0};
    descent.step(position, new float[] {1, 0}, 0.1);
    assertEquals(-0.12, position[0], 1e-6);
    descent.step(position, new float[] {1, 0}, 0.1);
    double velocity = -0.8 * 0.12 - 0.1 * 1.4;
    assertEquals(-0.12 + velocity, position[0], 1e-6);
    descent.step(position, new float[] {-1, 0}, 0.1);
    assertEquals(-0.12 + velocity + 0.8 * velocity + 0.1 * 1.4 * 0.8, position[0], 1e-6);
    assertEquals(0, position[1]);
  }

  @Test
  void noPointMovesFartherThanFive() {
    float[] positions = {0, 0, 0, 0};
    GradientDescent.free(2).step(positions, new float[] {-300, -400, 0, 0}, 1);
    assertArrayEquals(new float[] {3, 4, 0, 0}, positions, 1e-6f);
  }

  @Test
  void aClippedGradientKeepsItsDirection() {
    float[] position = {0, 0};
    GradientDescent.clipped(1, 0.25).step(position, new float[] {-3, -4}, 1);
    assertArrayEquals(new float[] {1.2f * 0.15f, 1.2f * 0.2f}, position, 1e-6f);
  }

  @Test
  void afterARestItStartsAnew() {
    GradientDescent descent = GradientDescent.free(1);
    float[] position = {0, 0};
    descent.step(position, new float[] {1, 1}, 0.1);
    descent.rest();
    float[] again = {0, 0};
    descent.step(again, new float[] {1, 1}, 0.1);
    assertArrayEquals(position, again, 0);
  }
}
