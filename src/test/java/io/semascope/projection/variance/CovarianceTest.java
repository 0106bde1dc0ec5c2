package io.semascope.projection.variance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.Golden;
import io.semascope.vector.VectorBlock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovarianceTest {
  private static final Cancellation NEVER = Cancellation.never();

  /// Two passes, element by element.
  private static double[][] plain(VectorBlock block) {
    int dimension = block.dimension();
    double[] mean = new double[dimension];
    for (int row = 0; row < block.count(); row++) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += (double) block.get(row, i) / block.count();
      }
    }
    double[][] matrix = new double[dimension][dimension];
    for (int row = 0; row < block.count(); row++) {
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          matrix[i][j] +=
              (block.get(row, i) - mean[i])
                  * (block.get(row, j) - mean[j])
                  / Math.max(1, block.count() - 1);
        }
      }
    }
    return matrix;
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 1", "63, 15", "64, 16", "65, 17", "300, 33", "700, 7"})
  void isTheMeanProductOfWhatIsLeftOfTheMean(int count, int dimension) {
    VectorBlock block = Golden.noise(count, dimension, count + dimension);
    double[][] expected = plain(block);
    double[][] found = Covariance.of(block, NEVER).matrix();
    for (int i = 0; i < dimension; i++) {
      assertArrayEquals(expected[i], found[i], 1e-12, "row " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"200, 50", "65, 16", "3, 100"})
  void plainLoopsAndTheVectorApiGiveTheSameBits(int count, int dimension) {
    VectorBlock block = Golden.noise(count, dimension, 11);
    double[][] scalar = Covariance.of(block, new ScalarProductTile(), NEVER).matrix();
    double[][] simd = Covariance.of(block, new SimdProductTile(), NEVER).matrix();
    for (int i = 0; i < dimension; i++) {
      assertArrayEquals(scalar[i], simd[i], 0, "row " + i);
    }
  }

  @Test
  void rowsMayComeInSeveralBlocks() {
    VectorBlock block = Golden.noise(500, 20, 5);
    Covariance parts = Covariance.of(block.select(IntStream.range(0, 70).toArray()), NEVER);
    parts.add(block.select(IntStream.range(70, 71).toArray()), NEVER);
    parts.add(block.select(IntStream.range(71, 500).toArray()), NEVER);
    Covariance whole = Covariance.of(block, NEVER);
    assertEquals(500, parts.count());
    assertArrayEquals(whole.mean(), parts.mean(), 1e-12);
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(whole.matrix()[i], parts.matrix()[i], 1e-12);
    }
    assertThrows(IllegalArgumentException.class, () -> parts.add(Golden.noise(3, 2, 1), NEVER));
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    VectorBlock block = Golden.noise(1000, 40, 9);
    double[][] one = Golden.onCores(1, () -> Covariance.of(block, NEVER).matrix());
    double[][] two = Golden.onCores(2, () -> Covariance.of(block, NEVER).matrix());
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(one[i], two[i], 0);
    }
  }

  /// The first way forms the matrix, the second passes over the rows.
  @Test
  void bothWaysToMultiplyAgree() {
    VectorBlock block = Golden.noise(300, 25, 8);
    Spread matrix = Spread.InMatrix.of(Covariance.of(block, NEVER));
    Spread passes = Spread.InPasses.of(block, NEVER);
    double[] vector = IntStream.range(0, 25).mapToDouble(i -> Math.sin(i + 1)).toArray();
    assertArrayEquals(passes.covarianceTimes(vector), matrix.covarianceTimes(vector), 1e-12);
    assertArrayEquals(passes.mean(), matrix.mean(), 1e-12);
    assertEquals(passes.totalVariance(), matrix.totalVariance(), 1e-12);
  }

  @Test
  void stopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(JobCancelled.class, () -> Covariance.of(Golden.points(), cancellation));
  }
}
