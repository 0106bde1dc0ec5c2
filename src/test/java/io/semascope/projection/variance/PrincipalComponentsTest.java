package io.semascope.projection.variance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.projection.Golden;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
  private static final Cancellation NEVER = Cancellation.never();

  @Test
  void allVariancesAgreeWithScikitLearn() {
    PrincipalComponents components = PrincipalComponents.of(Golden.points(), NEVER);
    assertEquals(24, components.count());
    assertEquals(400, components.rows());
    double shares = 0;
    for (int rank = 0; rank < 24; rank++) {
      double expected = Golden.number("components.variance." + rank);
      assertEquals(expected, components.variance(rank), 1e-6 * expected, "component " + rank);
      assertEquals(
          Golden.number("components.share." + rank), components.share(rank), 1e-6, "share " + rank);
      shares += components.share(rank);
    }
    assertEquals(1, shares, 1e-12);
  }

  @Test
  void theFirstTwoAreThePictureOfPca() {
    PrincipalComponents components = PrincipalComponents.of(Golden.points(), NEVER);
    VectorBlock projected = components.project(Golden.points(), 5, NEVER);
    float[] picture = Golden.layout().toArray();
    assertEquals(5, projected.dimension());
    for (int row = 0; row < 400; row++) {
      assertEquals(picture[2 * row], projected.get(row, 0), 1e-4f);
      assertEquals(picture[2 * row + 1], projected.get(row, 1), 1e-4f);
    }
  }

  @Test
  void allComponentsTogetherKeepEveryDistance() {
    VectorBlock block = Golden.noise(60, 19, 3);
    VectorBlock turned = PrincipalComponents.of(block, NEVER).project(block, 19, NEVER);
    for (int row = 1; row < 60; row++) {
      assertEquals(
          block.row(0).distance(block.row(row)), turned.row(0).distance(turned.row(row)), 1e-4);
    }
  }

  /// Numbers of rows and of directions around the widths of the tiles.
  @Test
  void bothTilesProjectToTheSameBits() {
    for (int count : new int[] {1, 8, 17, 100}) {
      VectorBlock block = Golden.noise(count, 37, count);
      PrincipalComponents components = PrincipalComponents.of(Golden.noise(90, 37, 5), NEVER);
      for (int kept : new int[] {1, 8, 16, 21, 37}) {
        MemorySegment scalar = projected(components, kept, new ScalarProductTile(), block);
        MemorySegment simd = projected(components, kept, new SimdProductTile(), block);
        assertEquals(-1, scalar.mismatch(simd), count + " rows, " + kept + " directions");
        VectorBlock all = components.project(block, kept, NEVER);
        double expected = components.direction(kept - 1).dot(block.row(count - 1));
        double middle = components.direction(kept - 1).dot(components.mean());
        assertEquals(expected - middle, all.get(count - 1, kept - 1), 1e-5);
      }
    }
  }

  private static MemorySegment projected(
      PrincipalComponents components, int kept, ProductTile tile, VectorBlock block) {
    MemorySegment target = VectorBlock.allocate(block.count(), kept);
    Directions.Projector projector = Directions.of(components, kept, tile).projector();
    int most = projector.rowsAtOnce();
    for (int row = 0; row < block.count(); row += most) {
      projector.project(block, row, Math.min(most, block.count() - row), target);
    }
    return target;
  }

  /// Equal eigenvalues, a zero matrix, and more dimensions than rows.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 30})
  void directionsAreOrthonormalEigenvectors(int count) {
    VectorBlock block = Golden.noise(count, 12, count);
    double[][] matrix = Covariance.of(block, NEVER).matrix();
    SymmetricEigen eigen = SymmetricEigen.of(new SymmetricMatrix(matrix), NEVER);
    SymmetricMatrix symmetric = new SymmetricMatrix(matrix);
    for (int i = 0; i < 12; i++) {
      double[] image = symmetric.times(eigen.vector(i));
      for (int k = 0; k < 12; k++) {
        assertEquals(eigen.value(i) * eigen.vector(i)[k], image[k], 1e-12);
      }
      for (int j = 0; j < 12; j++) {
        double[] a = eigen.vector(i);
        double[] b = eigen.vector(j);
        double dot = IntStream.range(0, 12).mapToDouble(k -> a[k] * b[k]).sum();
        assertEquals(i == j ? 1 : 0, dot, 1e-12, i + " and " + j);
      }
      assertTrue(i == 0 || eigen.value(i) <= eigen.value(i - 1), "ordered");
    }
  }

  /// A covariance of rank 39 in 160 dimensions: most of its eigenvalues are nothing but rounding.
  @Test
  void fewerRowsThanDimensionsHaveAsManyComponentsAsTheySpan() {
    VectorBlock block = Golden.noise(40, 160, 2);
    PrincipalComponents components = PrincipalComponents.of(block, NEVER);
    assertEquals(160, components.count());
    assertTrue(components.share(38) > 1e-3, "share 38 is " + components.share(38));
    assertTrue(components.share(39) < 1e-12, "share 39 is " + components.share(39));
  }

  @Test
  void equalRowsVaryNowhere() {
    float[] row = {0.1f, -0.3f, 7};
    PrincipalComponents components =
        PrincipalComponents.of(VectorBlock.copyOf(List.of(row, row, row), 3), NEVER);
    assertEquals(0, components.totalVariance());
    assertEquals(0, components.share(0));
    assertArrayEquals(row, components.mean().toArray(), 1e-6f);
  }

  @Test
  void blockByBlockIsTheSameAsAtOnce() {
    VectorBlock block = Golden.points();
    PrincipalComponents.Incremental incremental = new PrincipalComponents.Incremental();
    for (int from = 0; from < 400; from += 50) {
      incremental.add(block.select(IntStream.range(from, from + 50).toArray()), NEVER);
    }
    PrincipalComponents parts = incremental.components(NEVER);
    PrincipalComponents whole = PrincipalComponents.of(block, NEVER);
    for (int rank = 0; rank < 24; rank++) {
      assertEquals(whole.variance(rank), parts.variance(rank), 1e-9);
      assertArrayEquals(
          whole.direction(rank).toArray(), parts.direction(rank).toArray(), 1e-5f, "at " + rank);
    }
  }

  @Test
  void saysWhyNothingCanBeComputed() {
    VectorBlock none = VectorBlock.copyOf(List.of(), 4);
    assertThrows(TooFewPoints.class, () -> PrincipalComponents.of(none, NEVER));
    VectorBlock broken =
        VectorBlock.copyOf(List.of(new float[] {0, 1}, new float[] {Float.NaN, 1}), 2);
    assertThrows(VectorsNotFinite.class, () -> PrincipalComponents.of(broken, NEVER));
    PrincipalComponents components = PrincipalComponents.of(Golden.points(), NEVER);
    assertThrows(
        IllegalArgumentException.class, () -> components.project(Golden.points(), 25, NEVER));
  }
}
