package io.semascope.projection.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.Golden;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneConvolutionTest {
  private static final Cancellation NEVER = Cancellation.never();

  /// Not the same along both axes, so that they cannot be taken for each other.
  private static double kernel(int columns, int rows) {
    return 1 / (1.0 + columns * columns + 0.3 * rows * rows);
  }

  private static PlaneConvolution convolution(int side) {
    return PlaneConvolution.of(side, PlaneConvolutionTest::kernel, cosine -> 1, NEVER);
  }

  private static float[] noise(PlaneConvolution convolution) {
    Random random = new Random(convolution.side());
    float[] plane = new float[convolution.side() * convolution.rowLength()];
    for (int row = 0; row < convolution.side(); row++) {
      for (int column = 0; column < convolution.side(); column++) {
        plane[row * convolution.rowLength() + column] = random.nextFloat();
      }
    }
    return plane;
  }

  private static double sum(PlaneConvolution convolution, float[] plane, int column, int row) {
    double sum = 0;
    for (int y = 0; y < convolution.side(); y++) {
      for (int x = 0; x < convolution.side(); x++) {
        sum +=
            plane[y * convolution.rowLength() + x]
                * kernel(Math.abs(x - column), Math.abs(y - row));
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 30, 45, 64})
  void isTheSumOverAllNodesWithoutWrappingAround(int side) {
    PlaneConvolution convolution = convolution(side);
    float[] before = noise(convolution);
    float[] plane = before.clone();
    convolution.convolve(plane, NEVER);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column += 1 + side / 9) {
        assertEquals(
            1,
            plane[row * convolution.rowLength() + column] / sum(convolution, before, column, row),
            1e-4,
            column + ", " + row);
      }
    }
  }

  /// 1 + 2 · cos(turn) is the spectrum of three equal masses side by side, so along both axes a mass is smeared over nine nodes.
  @Test
  void theFilterActsAlongBothAxes() {
    PlaneConvolution smearing =
        PlaneConvolution.of(
            8, (columns, rows) -> columns + rows == 0 ? 1 : 0, cosine -> 1 + 2 * cosine, NEVER);
    float[] plane = new float[8 * smearing.rowLength()];
    plane[3 * smearing.rowLength() + 4] = 1;
    smearing.convolve(plane, NEVER);
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 8; column++) {
        boolean near = Math.abs(row - 3) <= 1 && Math.abs(column - 4) <= 1;
        assertEquals(near ? 1 : 0, plane[row * smearing.rowLength() + column], 1e-6);
      }
    }
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    PlaneConvolution convolution = convolution(90);
    float[] one = noise(convolution);
    float[] two = noise(convolution);
    Golden.onCores(
        1,
        () -> {
          convolution.convolve(one, NEVER);
          return one;
        });
    Golden.onCores(
        2,
        () -> {
          convolution.convolve(two, NEVER);
          return two;
        });
    assertArrayEquals(one, two);
  }

  @Test
  void sidesArePossible() {
    assertEquals(1, PlaneConvolution.side(0));
    assertEquals(8, PlaneConvolution.side(7));
    assertEquals(15, PlaneConvolution.side(13));
    assertThrows(IllegalArgumentException.class, () -> convolution(7));
    Cancellation stop = new Cancellation();
    stop.request();
    assertThrows(JobCancelled.class, () -> convolution(8).convolve(new float[8 * 32], stop));
  }
}
