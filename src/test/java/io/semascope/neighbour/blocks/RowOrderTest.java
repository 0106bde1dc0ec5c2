package io.semascope.neighbour.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  private static final int ROWS_OF_BLOCK = 8;

  /// Four heaps far from each other, their rows mixed; row r belongs to heap r mod 4.
  private static VectorBlock heaps(int count) {
    SplittableRandom random = new SplittableRandom(2);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(
          new float[] {
            row % 2 * 100 + (float) random.nextGaussian(),
            row / 2 % 2 * 50 + (float) random.nextGaussian(),
            (float) random.nextGaussian()
          });
    }
    return VectorBlock.copyOf(rows, 3);
  }

  private static int[] order(VectorBlock block) {
    return RowOrder.byHalving(block, ROWS_OF_BLOCK, Cancellation.never());
  }

  @Test
  void aBlockHoldsRowsOfOneHeap() {
    int[] order = order(heaps(4 * 5 * ROWS_OF_BLOCK));
    for (int from = 0; from < order.length; from += ROWS_OF_BLOCK) {
      int[] rows = Arrays.copyOfRange(order, from, from + ROWS_OF_BLOCK);
      assertEquals(
          1, Arrays.stream(rows).map(row -> row % 4).distinct().count(), Arrays.toString(rows));
    }
  }

  @Test
  void everyRowStandsSomewhere() {
    for (int count : new int[] {1, 7, 8, 9, 16, 17, 100, 333}) {
      int[] order = order(heaps(count));
      assertArrayEquals(
          IntStream.range(0, count).toArray(), Arrays.stream(order).sorted().toArray());
    }
  }

  @Test
  void rowsThatAreNotFiniteAndCopiesFindAPlaceToo() {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      rows.add(new float[] {row % 3 == 0 ? Float.NaN : 1, row % 7 == 0 ? Float.MAX_VALUE : 1});
    }
    int[] order = order(VectorBlock.copyOf(rows, 2));
    assertArrayEquals(IntStream.range(0, 60).toArray(), Arrays.stream(order).sorted().toArray());
  }

  @Test
  void oneCoreOrdersAsAllCoresDo() throws Exception {
    VectorBlock block = heaps(500);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertArrayEquals(order(block), one.submit(() -> order(block)).get());
    }
  }

  @Test
  void noStageOfASplitGoesOnOnceAStopIsAskedFor() {
    VectorBlock block = heaps(64);
    int[] rows = RowOrder.asTheyAre(block);
    float[][] sample = RowOrder.sample(block, rows, Cancellation.never());
    float[] across = RowOrder.direction(sample, Cancellation.never());
    Cancellation requested = new Cancellation();
    requested.request();
    assertThrows(JobCancelled.class, () -> RowOrder.sample(block, rows, requested));
    assertThrows(JobCancelled.class, () -> RowOrder.direction(sample, requested));
    assertThrows(JobCancelled.class, () -> RowOrder.along(across, block, rows, requested));
  }
}
