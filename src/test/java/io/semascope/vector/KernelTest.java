package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {
  /// Four that a kernel may take at once, and one more.
  private static final int ROWS = 5;

  static Stream<Kernel> kernels() {
    return Stream.of(new ScalarKernel(), new SimdKernel());
  }

  /// Every dimension up to 200 meets every length of tail at every register width there is.
  @ParameterizedTest
  @MethodSource("kernels")
  void sumsLieWithinTheStatedErrorOfDoublePrecision(Kernel kernel) {
    for (int dimension = 1; dimension <= 200; dimension++) {
      checkSums(kernel, dimension, 1f, dimension);
    }
    for (int dimension : new int[] {384, 768, 1024, 1536, 4097}) {
      checkSums(kernel, dimension, 1f, dimension);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theErrorBoundHoldsForLargeAndSmallValues(Kernel kernel) {
    for (float scale : new float[] {1e-12f, 1e-3f, 1e6f, 1e15f}) {
      checkSums(kernel, 387, scale, 7);
    }
  }

  private static void checkSums(Kernel kernel, int dimension, float scale, long seed) {
    VectorBlock a = random(dimension, scale, seed);
    VectorBlock b = random(dimension, scale, seed + 1_000_000);
    for (int row = 0; row < ROWS; row++) {
      int other = ROWS - 1 - row;
      float[] query = a.row(row).toArray();
      double dot = 0;
      double magnitude = 0;
      double squares = 0;
      for (int i = 0; i < dimension; i++) {
        double product = (double) query[i] * b.get(other, i);
        double difference = (double) query[i] - b.get(other, i);
        dot += product;
        magnitude += Math.abs(product);
        squares += difference * difference;
      }
      double dotError = Kernel.errorFactor(dimension) * magnitude + Float.MIN_NORMAL;
      double squaresError = Kernel.errorFactor(dimension) * squares + Float.MIN_NORMAL;
      String where = kernel.name() + ", d = " + dimension + ", seed " + seed + ", scale " + scale;
      assertEquals(dot, kernel.dot(query, b, other), dotError, where);
      assertEquals(dot, kernel.dot(a, row, b, other), dotError, where);
      assertEquals(squares, kernel.squaredDistance(query, b, other), squaresError, where);
      float[] several = new float[ROWS];
      RowRange allRows = new RowRange(0, ROWS);
      kernel.dots(query, b, allRows, several);
      assertEquals(dot, several[other], dotError, where);
      kernel.squaredDistances(query, b, allRows, several);
      assertEquals(squares, several[other], squaresError, where);
      assertEquals(squares, kernel.squaredDistance(a, row, b, other), squaresError, where);
    }
  }

  private static VectorBlock random(int dimension, float scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = scale * (float) random.nextGaussian();
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void smallWholeNumbersAreSummedWithoutError(Kernel kernel) {
    VectorBlock block =
        VectorBlock.copyOf(List.of(new float[] {1, 2, 3, 4, 5}, new float[] {5, -4, 3, -2, 1}), 5);
    assertEquals(5 - 8 + 9 - 8 + 5, kernel.dot(block, 0, block, 1));
    assertEquals(55, kernel.dot(block, 0, block, 0));
    assertEquals(16 + 36 + 36 + 16, kernel.squaredDistance(block, 0, block, 1));
    assertEquals(0, kernel.squaredDistance(block, 1, block, 1));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void valuesThatAreNotNumbersSurface(Kernel kernel) {
    for (int position : new int[] {0, 31, 66}) {
      float[] values = new float[67];
      values[position] = Float.NaN;
      VectorBlock block = VectorBlock.copyOf(List.of(values), 67);
      assertTrue(Float.isNaN(kernel.dot(new float[67], block, 0)), "position " + position);
      assertTrue(Float.isNaN(kernel.squaredDistance(block, 0, block, 0)), "position " + position);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void otherDimensionsAndMissingRowsAreRefused(Kernel kernel) {
    VectorBlock three = VectorBlock.copyOf(List.of(new float[3]), 3);
    VectorBlock four = VectorBlock.copyOf(List.of(new float[4]), 4);
    assertThrows(IllegalArgumentException.class, () -> kernel.dot(new float[4], three, 0));
    assertThrows(IllegalArgumentException.class, () -> kernel.dot(three, 0, four, 0));
    assertThrows(
        IllegalArgumentException.class, () -> kernel.squaredDistance(new float[2], three, 0));
    assertThrows(IllegalArgumentException.class, () -> kernel.squaredDistance(four, 0, three, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> kernel.dot(new float[3], three, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> kernel.dot(three, -1, three, 0));
  }
}
