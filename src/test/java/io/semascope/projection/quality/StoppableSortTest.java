package io.semascope.projection.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoppableSortTest {
  private static final int PIECE = StoppableSort.PIECE;
  private final Random random = new Random(5);

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (random.nextInt(1000)) {
            case 0 -> Float.NaN;
            case 1 -> Float.POSITIVE_INFINITY;
            case 2 -> -0.0f;
            case 3 -> 0;
            default -> random.nextFloat();
          };
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 2, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7, 5 * PIECE - 1})
  void sortsAsTheLibraryDoes(int count) {
    float[] values = values(count);
    float[] expected = values.clone();
    Arrays.sort(expected);
    StoppableSort.sort(values, Cancellation.never());
    assertArrayEquals(expected, values);
  }

  @Test
  void sortsNothingMoreOnceItIsAskedToStop() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    float[] values = values(2 * PIECE);
    float[] before = values.clone();
    assertThrows(JobCancelled.class, () -> StoppableSort.sort(values, cancellation));
    assertArrayEquals(before, values);
  }

  @Test
  void theDistancesOfASampledRowAreSortedByIt() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    VectorBlock block =
        VectorBlock.copyOf(List.of(new float[] {0}, new float[] {1}, new float[] {3}), 1);
    SampledRow.Keeping keeping = new SampledRow.Keeping(1, 2);
    float[] distances = {0, 1, 9};
    assertEquals(1, keeping.of(block, 0, distances, Cancellation.never()).row(1));
    assertThrows(JobCancelled.class, () -> keeping.of(block, 0, distances, cancellation));
  }
}
