package io.semascope.projection.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTransformTest {
  private static Lanes noise(int length) {
    Random random = new Random(length);
    Lanes lanes = new Lanes(length);
    for (int i = 0; i < lanes.re.length; i++) {
      lanes.re[i] = (float) random.nextGaussian();
      lanes.im[i] = (float) random.nextGaussian();
    }
    return lanes;
  }

  /// Σ x_j e^(−2πi jk / length) in double precision.
  private static double[] sum(Lanes lanes, int lane, int k, int length) {
    double re = 0;
    double im = 0;
    for (int j = 0; j < length; j++) {
      double angle = -2 * Math.PI * ((long) j * k % length) / length;
      double a = lanes.re[j * Lanes.LANES + lane];
      double b = lanes.im[j * Lanes.LANES + lane];
      re += a * Math.cos(angle) - b * Math.sin(angle);
      im += a * Math.sin(angle) + b * Math.cos(angle);
    }
    return new double[] {re, im};
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 12, 15, 30, 64, 90, 125, 240, 450})
  void isTheSumOfItsDefinition(int length) {
    Lanes before = noise(length);
    Lanes lanes = noise(length);
    new LaneTransform(length).forward(lanes);
    for (int k = 0; k < length; k += 1 + length / 20) {
      for (int lane : new int[] {0, 7, 15}) {
        double[] expected = sum(before, lane, k, length);
        double tolerance = 1e-5 * Math.sqrt(length);
        assertEquals(expected[0], lanes.re[k * Lanes.LANES + lane], tolerance, "k = " + k);
        assertEquals(expected[1], lanes.im[k * Lanes.LANES + lane], tolerance, "k = " + k);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 60, 480, 1000})
  void theInverseLeadsBack(int length) {
    Lanes lanes = noise(length);
    LaneTransform transform = new LaneTransform(length);
    transform.forward(lanes);
    transform.inverse(lanes);
    Lanes before = noise(length);
    for (int i = 0; i < before.re.length; i++) {
      assertEquals(before.re[i], lanes.re[i] / length, 1e-5);
      assertEquals(before.im[i], lanes.im[i] / length, 1e-5);
    }
  }

  /// 120 = 4 · 2 · 3 · 5 needs every kind of pass.
  @Test
  void theVectorApiAndPlainLoopsGiveTheSameBits() {
    Lanes plain = noise(120);
    Lanes simd = noise(120);
    new LaneTransform(120, new ScalarButterflies()).forward(plain);
    new LaneTransform(120, new SimdButterflies()).forward(simd);
    assertArrayEquals(plain.re, simd.re);
    assertArrayEquals(plain.im, simd.im);
  }

  @Test
  void onlyTwosThreesAndFivesArePossible() {
    assertTrue(LaneTransform.isPossible(1));
    assertTrue(LaneTransform.isPossible(900));
    for (int length : new int[] {-4, 0, 7, 22, 26}) {
      assertFalse(LaneTransform.isPossible(length));
    }
    assertThrows(IllegalArgumentException.class, () -> new LaneTransform(14));
  }
}
