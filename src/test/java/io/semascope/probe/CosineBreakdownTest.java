package io.semascope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.probe.CosineBreakdown.Contribution;
import io.semascope.problem.ProblemKind;
import io.semascope.vector.DenseVector;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CosineBreakdownTest {
  @Test
  void agreesWithPaperAndPencil() {
    CosineBreakdown breakdown =
        CosineBreakdown.of(DenseVector.of(3, 4, 0), DenseVector.of(4, -3, 12));
    assertEquals(5, breakdown.normA());
    assertEquals(13, breakdown.normB());
    assertEquals(0, breakdown.dot());
    assertEquals(0, breakdown.cosine());
    assertEquals(90, breakdown.angleDegrees(), 1e-12);
    assertEquals(
        List.of(
            new Contribution(0, 3, 4, 12.0 / 65),
            new Contribution(1, 4, -3, -12.0 / 65),
            new Contribution(2, 0, 12, 0)),
        breakdown.contributions());
  }

  @Test
  void contributionsAddUpToTheCosineHoweverManyAreShown() {
    long seed = 71;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      int dimension = random.nextInt(1, 1_100);
      CosineBreakdown breakdown =
          CosineBreakdown.of(random(random, dimension), random(random, dimension));
      String where = "seed " + seed + ", round " + round;
      double sum = breakdown.contributions().stream().mapToDouble(Contribution::value).sum();
      assertEquals(breakdown.cosine(), sum, 1e-9, where);
      CosineBreakdown.Top top = breakdown.top(random.nextInt(0, dimension + 3));
      double bars = top.largest().stream().mapToDouble(Contribution::value).sum() + top.rest();
      assertEquals(breakdown.cosine(), bars, 1e-9, where);
      assertEquals(dimension, top.largest().size() + top.restCount(), where);
      for (int i = 1; i < dimension; i++) {
        assertTrue(
            Math.abs(breakdown.contributions().get(i - 1).value())
                >= Math.abs(breakdown.contributions().get(i).value()),
            where);
      }
    }
  }

  private static DenseVector random(SplittableRandom random, int dimension) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return DenseVector.of(values);
  }

  @Test
  void anglesKeepTheirPrecisionNearZeroAndNearHalfATurn() {
    DenseVector east = DenseVector.of(1, 0);
    double tiny = Math.toDegrees(1e-6f);
    assertEquals(
        tiny, CosineBreakdown.of(east, DenseVector.of(1, 1e-6f)).angleDegrees(), tiny * 1e-9);
    assertEquals(
        180 - tiny,
        CosineBreakdown.of(east, DenseVector.of(-1, 1e-6f)).angleDegrees(),
        tiny * 1e-6);
    assertEquals(0, CosineBreakdown.of(east, east).angleDegrees());
    assertEquals(180, CosineBreakdown.of(east, DenseVector.of(-2, 0)).angleDegrees());
    assertEquals(
        60,
        CosineBreakdown.of(DenseVector.of(1, 1, 0), DenseVector.of(0, 1, 1)).angleDegrees(),
        1e-12);
  }

  @Test
  void theLengthOfVectorsDoesNotChangeTheCosine() {
    DenseVector a = DenseVector.of(0.25f, -1, 2);
    DenseVector b = DenseVector.of(1, 0.5f, 3);
    assertEquals(
        CosineBreakdown.of(a, b).cosine(),
        CosineBreakdown.of(DenseVector.of(64, -256, 512), b).cosine(),
        1e-15);
  }

  @Test
  void vectorsWithoutDirectionAreRefusedWithTheirLengths() {
    CosineUndefined zero =
        assertThrows(
            CosineUndefined.class,
            () -> CosineBreakdown.of(DenseVector.of(3, 4), DenseVector.of(0, 0)));
    assertEquals(ProblemKind.INPUT, zero.kind());
    assertTrue(zero.report().why().contains("5.0 and 0.0"), zero.report().why());
    assertThrows(
        CosineUndefined.class,
        () -> CosineBreakdown.of(DenseVector.of(Float.NaN, 4), DenseVector.of(1, 0)));
  }

  @Test
  void otherDimensionsAndNegativeCountsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CosineBreakdown.of(DenseVector.of(3, 4), DenseVector.of(1)));
    CosineBreakdown breakdown = CosineBreakdown.of(DenseVector.of(1), DenseVector.of(2));
    assertThrows(IllegalArgumentException.class, () -> breakdown.top(-1));
  }
}
