package io.semascope.projection.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.projection.Golden;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaplacianEigenvectorsTest {
  private static float[] waves(FuzzyGraph graph) {
    return LaplacianEigenvectors.of(graph, Cancellation.never());
  }

  /// The third eigenvalue is another, so each wave is one direction, up to its sign.
  @Test
  void areThoseOfTheDenseMatrix() {
    float[] waves = waves(FuzzyGraphTest.graph(Reference.points(), 14, 0));
    List<double[]> expected = Reference.table("waves.tsv");
    for (int axis = 0; axis < 2; axis++) {
      double product = 0;
      for (int row = 0; row < expected.size(); row++) {
        product += expected.get(row)[axis] * waves[2 * row + axis];
      }
      assertEquals(1, Math.abs(product), 1e-3, "axis " + axis);
    }
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    FuzzyGraph graph = FuzzyGraphTest.graph(Golden.points(), 14, 0);
    assertArrayEquals(
        Golden.onCores(1, () -> waves(graph)), Golden.onCores(2, () -> waves(graph)), 0);
  }

  @Test
  void jacobiRotationsDiagonaliseAnySymmetricMatrix() {
    long seed = 9;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int size = 1 + random.nextInt(8);
      double[][] matrix = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
          matrix[j][i] = matrix[i][j];
        }
      }
      double[][] copy =
          java.util.Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
      SmallMatrix.Eigen eigen = SmallMatrix.eigen(copy);
      for (int j = 0; j < size; j++) {
        double value = eigen.values().get(j);
        assertTrue(j == 0 || value <= eigen.values().get(j - 1), "seed " + seed);
        for (int i = 0; i < size; i++) {
          double image = 0;
          for (int k = 0; k < size; k++) {
            image += matrix[i][k] * eigen.vectors().rows()[k][j];
          }
          assertEquals(value * eigen.vectors().rows()[i][j], image, 1e-12, "seed " + seed);
        }
      }
    }
  }

  @Test
  void choleskyFindsADependentColumn() {
    double[][] dependent = {{1, 2, 0}, {2, 4, 0}, {0, 0, 1}};
    assertEquals(1, SmallMatrix.choleskyInverse(dependent, 1e-10));
    double[][] gram = {{4, 2}, {2, 10}};
    assertEquals(-1, SmallMatrix.choleskyInverse(gram, 1e-10));
    assertArrayEquals(new double[] {0.5, -0.5 / 3}, gram[0], 1e-15);
    assertArrayEquals(new double[] {0, 1 / 3.0}, gram[1], 1e-15);
  }
}
