package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private final DenseVector a = DenseVector.of(3, 4, 0);
  private final DenseVector b = DenseVector.of(0, 4, 3);

  @Test
  void valuesAreTheRawOnes() {
    assertEquals(16.0 / 25, Similarity.COSINE.between(a, b), 1e-15);
    assertEquals(16, Similarity.DOT.between(a, b));
    assertEquals(Math.sqrt(18), Similarity.EUCLIDEAN.between(a, b), 1e-15);
    assertEquals(-1, Similarity.COSINE.between(a, DenseVector.of(-6, -8, 0)));
  }

  @Test
  void theCosineStaysWithinItsRange() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      float[] values = new float[37];
      float[] scaled = new float[37];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
        scaled[i] = values[i] * 4;
      }
      double cosine = Similarity.COSINE.between(DenseVector.of(values), DenseVector.of(scaled));
      assertTrue(cosine <= 1, "seed " + seed + ", round " + round + ": " + cosine);
      assertEquals(1, cosine, 1e-15, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void aVectorOfLengthZeroHasNoCosine() {
    assertTrue(Double.isNaN(Similarity.COSINE.between(a, DenseVector.of(0, 0, 0))));
  }

  @Test
  void otherDimensionsAreRefused() {
    for (Similarity similarity : Similarity.values()) {
      assertThrows(
          IllegalArgumentException.class, () -> similarity.between(a, DenseVector.of(1, 2)));
    }
  }
}
