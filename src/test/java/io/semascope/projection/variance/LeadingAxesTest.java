package io.semascope.projection.variance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.Golden;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Passes over the rows against the covariance matrix.
class LeadingAxesTest {
  private static final Cancellation NEVER = Cancellation.never();

  /// Rows around a mean, whose scatter along the dimensions of a random basis is given.
  private static VectorBlock rows(
      int count, int dimension, long seed, IntToDoubleFunction scatter) {
    return rows(count, dimension, seed, scatter, 0);
  }

  private static VectorBlock rows(
      int count, int dimension, long seed, IntToDoubleFunction scatter, double mean) {
    Random random = new Random(seed);
    int hidden = Math.min(dimension, 40);
    double[][] basis = new double[hidden][dimension];
    for (int k = 0; k < hidden; k++) {
      double along = scatter.applyAsDouble(k) / Math.sqrt(dimension);
      for (int i = 0; i < dimension; i++) {
        basis[k][i] = along * random.nextGaussian();
      }
    }
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      double[] sum = new double[dimension];
      for (double[] direction : basis) {
        double weight = random.nextGaussian();
        for (int i = 0; i < dimension; i++) {
          sum[i] += weight * direction[i];
        }
      }
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) (mean + sum[i]);
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  private static LeadingAxes byPasses(VectorBlock block, String what) {
    LeadingAxes found = LeadingAxes.of(block, NEVER);
    assertInstanceOf(PrincipalAxes.Way.ByPasses.class, found.way(), what);
    return found;
  }

  private static double across(double[] a, double[] b) {
    return 1 - Math.abs(Columns.dot(a, b));
  }

  @Test
  void passesAgreeWithTheMatrix() {
    for (long seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      int count = 20 + random.nextInt(500);
      int dimension = 500 + random.nextInt(300);
      double fall = 0.3 + random.nextDouble();
      VectorBlock block = rows(count, dimension, seed, k -> Math.pow(k + 1.0, -fall));
      String what = "seed " + seed + ", " + count + " × " + dimension + ", fall " + fall;
      LeadingAxes passes = byPasses(block, what);
      LeadingAxes matrix = LeadingAxes.inMatrix(block, 0, NEVER);
      assertArrayEquals(matrix.mean(), passes.mean(), 1e-12, what);
      double total = matrix.totalVariance();
      assertEquals(total, passes.totalVariance(), 1e-12 * total, what);
      for (int axis = 0; axis < 2; axis++) {
        double expected = matrix.variance(axis);
        assertEquals(expected, passes.variance(axis), 1e-8 * expected, what);
        assertTrue(across(matrix.direction(axis), passes.direction(axis)) < 1e-10, what);
        assertArrayEquals(matrix.direction(axis), passes.direction(axis), 1e-5, "signs, " + what);
      }
    }
  }

  /// Of two that are nearly equal any two directions in their plane would do; the variances and the plane must be right.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-12, 1e-9, 1e-6, 1e-3})
  void nearlyEqualVariancesAreBothFound(double apart) {
    int dimension = 600;
    double[] diagonal = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      diagonal[i] = 1.0 / (i + 1);
    }
    diagonal[7] = 2;
    diagonal[300] = 2 * (1 - apart);
    BlockLanczos.Found found = diagonal(diagonal, 100);
    assertEquals(2, found.leading().get(0).value(), 1e-7);
    assertEquals(2 * (1 - apart), found.leading().get(1).value(), 1e-7);
    for (LeadingEigenvector leading : found.leading()) {
      assertEquals(1, Math.hypot(leading.vector()[7], leading.vector()[300]), 1e-12);
    }
  }

  private static BlockLanczos.Found diagonal(double[] diagonal, int mostProducts) {
    UnaryOperator<double[]> times =
        pair -> {
          double[] image = pair.clone();
          for (int i = 0; i < image.length; i++) {
            image[i] *= diagonal[i % diagonal.length];
          }
          return image;
        };
    return BlockLanczos.of(times, diagonal.length, mostProducts).orElseThrow();
  }

  /// So slow a fall that the basis is full several times.
  @Test
  void beginsAgainWithTheBestWhenTheBasisIsFull() {
    double[] diagonal = new double[3000];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = 1 - i * 1e-3 / (1 + i * 1e-3);
    }
    BlockLanczos.Found found = diagonal(diagonal, 10_000);
    assertTrue(found.products() > 120, found.products() + " products");
    assertEquals(diagonal[0], found.leading().get(0).value(), 1e-8);
    assertEquals(diagonal[1], found.leading().get(1).value(), 1e-8);
    assertEquals(1, Math.abs(found.leading().get(0).vector()[0]), 1e-8);
    assertEquals(1, Math.abs(found.leading().get(1).vector()[1]), 1e-8);
  }

  @Test
  void givesUpAfterTheProductsItIsAllowed() {
    double[] diagonal = new Random(3).doubles(500).toArray();
    UnaryOperator<double[]> times =
        pair -> {
          double[] image = pair.clone();
          for (int i = 0; i < image.length; i++) {
            image[i] *= diagonal[i % 500];
          }
          return image;
        };
    assertTrue(BlockLanczos.of(times, 500, 5).isEmpty());
    assertTrue(BlockLanczos.of(times, 500, 500).isPresent());
  }

  /// Noise has no direction that stands out.
  @Test
  void theMatrixIsFormedWherePassesDoNotSettle() {
    VectorBlock block = Golden.noise(3000, 384, 4);
    LeadingAxes found = LeadingAxes.of(block, NEVER);
    PrincipalAxes.Way.ByMatrix way =
        assertInstanceOf(PrincipalAxes.Way.ByMatrix.class, found.way());
    assertEquals(384, way.dimension());
    assertTrue(way.passesBefore() >= 14, way.toString());
    LeadingAxes matrix = LeadingAxes.inMatrix(block, 0, NEVER);
    assertEquals(matrix.variance(0), found.variance(0));
    assertArrayEquals(matrix.direction(1), found.direction(1));
  }

  /// Beyond the dimension of which a matrix is formed.
  @Test
  void passesWithOneDirectionAreTheWayOutOfVeryManyDimensions() {
    VectorBlock block = Golden.noise(20, 4097, 3);
    LeadingAxes found = LeadingAxes.inPasses(block, 2, NEVER);
    assertEquals(new PrincipalAxes.Way.OneByOne(2), found.way());
    LeadingAxes settled = byPasses(block, "20 rows");
    for (int axis = 0; axis < 2; axis++) {
      assertEquals(settled.variance(axis), found.variance(axis), 1e-8 * found.variance(0));
      assertTrue(across(settled.direction(axis), found.direction(axis)) < 1e-10);
    }
  }

  @ParameterizedTest
  @CsvSource({"5000, 64", "5000, 256", "10, 100", "1, 50"})
  void matricesThatAreCheaperAreFormedAtOnce(int count, int dimension) {
    LeadingAxes found = LeadingAxes.of(Golden.noise(count, dimension, 1), NEVER);
    assertEquals(new PrincipalAxes.Way.ByMatrix(dimension, 0), found.way());
  }

  /// One, two and three directions in all, with less than there are rows.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void rowsThatSpanLittleHaveNoMoreAxes(int rank) {
    VectorBlock block = exact(300, 640, rank);
    LeadingAxes passes = byPasses(block, "rank " + rank);
    LeadingAxes matrix = LeadingAxes.inMatrix(block, 0, NEVER);
    assertEquals(rank > 1, passes.has(1));
    for (int axis = 0; axis < Math.min(2, rank); axis++) {
      assertEquals(matrix.variance(axis), passes.variance(axis), 1e-9 * matrix.variance(0));
      assertTrue(across(matrix.direction(axis), passes.direction(axis)) < 1e-12);
    }
  }

  /// Whole numbers, so that float32 rounds nothing.
  private static VectorBlock exact(int count, int dimension, int rank) {
    Random random = new Random(rank);
    int[][] directions = new int[rank][];
    for (int k = 0; k < rank; k++) {
      directions[k] = random.ints(dimension, -3, 4).toArray();
    }
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      for (int[] direction : directions) {
        int weight = random.nextInt(100);
        for (int i = 0; i < dimension; i++) {
          values[i] += weight * direction[i];
        }
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  @Test
  void equalRowsHaveNoAxis() {
    float[] row = new float[700];
    java.util.Arrays.fill(row, 0.1f);
    VectorBlock block = VectorBlock.copyOf(java.util.Collections.nCopies(200, row), 700);
    PrincipalAxes axes = PrincipalAxes.of(block, NEVER);
    assertInstanceOf(PrincipalAxes.Way.ByPasses.class, axes.way());
    assertEquals(0, axes.variance(0));
    assertEquals(0, axes.share(1));
  }

  /// A mean ten thousand times as long as the scatter, of which float32 leaves three digits.
  @Test
  void aFarMeanTakesNoDigitsAway() {
    VectorBlock block = rows(400, 600, 5, k -> 2.0 / (k + 1), 1000);
    LeadingAxes passes = byPasses(block, "far mean");
    LeadingAxes matrix = LeadingAxes.inMatrix(block, 0, NEVER);
    for (int axis = 0; axis < 2; axis++) {
      double expected = matrix.variance(axis);
      assertEquals(expected, passes.variance(axis), 1e-6 * expected);
      assertTrue(across(matrix.direction(axis), passes.direction(axis)) < 1e-9);
    }
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    VectorBlock block = rows(900, 513, 6, k -> 1.0 / (k + 1));
    PrincipalAxes one = Golden.onCores(1, () -> PrincipalAxes.of(block, NEVER));
    PrincipalAxes two = Golden.onCores(2, () -> PrincipalAxes.of(block, NEVER));
    assertInstanceOf(PrincipalAxes.Way.ByPasses.class, one.way());
    for (int axis = 0; axis < 2; axis++) {
      assertEquals(one.variance(axis), two.variance(axis));
      assertArrayEquals(one.axis(axis).toArray(), two.axis(axis).toArray());
    }
    float[] places = Golden.onCores(1, () -> one.layout(block, NEVER).toArray());
    assertArrayEquals(places, Golden.onCores(2, () -> two.layout(block, NEVER).toArray()));
  }

  /// Numbers of rows and of dimensions around the sizes of the inner loops.
  @ParameterizedTest
  @CsvSource({"1, 5", "3, 8", "4, 16", "67, 31", "300, 33", "130, 640"})
  void plainLoopsAndTheVectorApiAgree(int count, int dimension) {
    VectorBlock block = Golden.noise(count, dimension, 11);
    RowPasses passes = RowPasses.of(block, NEVER);
    double[] pair = new Random(2).doubles(2L * dimension).toArray();
    double[] scalar = passes.covarianceTimesPair(pair, new RowProducts.ScalarRowProducts());
    double[] simd = passes.covarianceTimesPair(pair, new SimdRowProducts());
    assertArrayEquals(scalar, simd, 1e-12 * dimension);
    SymmetricMatrix matrix = new SymmetricMatrix(Covariance.of(block, NEVER).matrix());
    double[] first = java.util.Arrays.copyOf(pair, dimension);
    double[] second = java.util.Arrays.copyOfRange(pair, dimension, 2 * dimension);
    assertArrayEquals(
        matrix.times(first), java.util.Arrays.copyOf(simd, dimension), 1e-12 * dimension);
    assertArrayEquals(
        matrix.times(second),
        java.util.Arrays.copyOfRange(simd, dimension, 2 * dimension),
        1e-12 * dimension);
  }

  @Test
  void namesTheRowThatIsNotFinite() {
    float[][] values = new float[300][600];
    values[123][7] = Float.POSITIVE_INFINITY;
    VectorBlock block = VectorBlock.copyOf(List.of(values), 600);
    VectorsNotFinite thrown =
        assertThrows(VectorsNotFinite.class, () -> PrincipalAxes.of(block, NEVER));
    assertTrue(thrown.report().toString().contains("row 123 "), thrown.report().toString());
  }

  @Test
  void stopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    VectorBlock block = rows(100, 600, 8, k -> 1);
    RowPasses passes = RowPasses.of(block, cancellation);
    cancellation.request();
    assertThrows(JobCancelled.class, () -> passes.covarianceTimesPair(new double[1200]));
    assertThrows(JobCancelled.class, () -> PrincipalAxes.of(block, cancellation));
  }
}
