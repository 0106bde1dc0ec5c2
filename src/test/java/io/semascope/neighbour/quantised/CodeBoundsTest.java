package io.semascope.neighbour.quantised;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.vector.DenseVector;
import io.semascope.vector.RowRange;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeBoundsTest {
  private static final Cancellation NEVER = Cancellation.never();
  private static final long SEED = 4901;

  private static VectorBlock random(SplittableRandom random, int count, int dimension) {
    List<float[]> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      double length = Math.exp(3 * random.nextGaussian());
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) (length * random.nextGaussian());
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  @Test
  void codesPayOnlyWhereBytesAreWidenedSideBySide() {
    LazyCodes codes = new LazyCodes(random(new SplittableRandom(SEED), 20_000, 2));
    assertTrue(codes.worthwhile(new SimdCodeKernel()));
    assertFalse(codes.worthwhile(new ScalarCodeKernel()));
  }

  private static double[] norms(VectorBlock block) {
    double[] norms = new double[block.count()];
    for (int row = 0; row < norms.length; row++) {
      norms[row] = block.norm(row);
    }
    return norms;
  }

  private static double score(Similarity similarity, DenseVector query, DenseVector row) {
    double value = similarity.between(query, row);
    return switch (similarity) {
      case COSINE -> value * query.norm();
      case DOT -> value;
      case EUCLIDEAN -> -value * value;
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyIntervalHoldsTheTruth(Similarity similarity) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 40; round++) {
      VectorBlock block = random(random, 300, random.nextInt(1, 400));
      // Rows of the block too: there the interval is tried at its edge, a cosine of 1 and a
      // distance of 0.
      DenseVector query =
          round % 2 == 0 ? block.row(round) : random(random, 1, block.dimension()).row(0);
      CodeBounds bounds = new CodeBounds(RowCodes.of(block, NEVER), query, similarity);
      CodeBounds.Target target = new CodeBounds.Target(300);
      bounds.of(new RowRange(0, 300), norms(block), target);
      for (int row = 0; row < 300; row++) {
        double distance = Math.abs(target.scores[row] - score(similarity, query, block.row(row)));
        assertTrue(
            distance <= target.margins[row],
            "seed %d, round %d, row %d: %g beyond %g"
                .formatted(SEED, round, row, distance, target.margins[row]));
      }
    }
  }

  /// Half a step per value at most, so |r| ≤ √d/2 · max|x|/127, and a query is far finer.
  @Test
  void intervalsAreAsNarrowAsABytePerValueAllows() {
    VectorBlock block = random(new SplittableRandom(SEED), 200, 384);
    DenseVector query = block.row(7);
    CodeBounds.Target target = new CodeBounds.Target(200);
    new CodeBounds(RowCodes.of(block, NEVER), query, Similarity.DOT)
        .of(new RowRange(0, 200), norms(block), target);
    for (int row = 0; row < 200; row++) {
      float largest = 0;
      for (float value : block.row(row).toArray()) {
        largest = Math.max(largest, Math.abs(value));
      }
      double step = largest / 127;
      assertTrue(target.margins[row] <= 1.01 * query.norm() * Math.sqrt(384) / 2 * step);
      assertTrue(target.margins[row] >= 0.2 * query.norm() * Math.sqrt(384) / 2 * step);
    }
  }

  @Test
  void bothKernelsGiveTheSameBits() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 40; round++) {
      VectorBlock block = random(random, 67, random.nextInt(1, 200));
      RowCodes codes = RowCodes.of(block, NEVER);
      QueryCode query = new QueryCode(block.row(random.nextInt(67)));
      int[] plain = new int[60];
      int[] best = new int[60];
      RowRange rows = new RowRange(random.nextInt(1, 7), random.nextInt(1, 61));
      new ScalarCodeKernel().dots(query.values, codes, rows, plain);
      CodeKernel.best().dots(query.values, codes, rows, best);
      assertArrayEquals(plain, best, "seed " + SEED + ", round " + round);
      assertEquals(exact(query, codes, rows.first()), plain[0]);
    }
  }

  private static long exact(QueryCode query, RowCodes codes, int row) {
    long sum = 0;
    for (int i = 0; i < query.values.length; i++) {
      sum += (long) query.values[i] * codes.chunk(row)[codes.offset(row) + i];
    }
    return sum;
  }

  /// All values at their largest: the sum comes as near to the end of 32 bits as it can.
  @Test
  void theLargestSumStaysWithinItsBits() {
    for (int dimension : new int[] {1, 2, 3, 384, 5_000, 133_000}) {
      float[] ones = new float[dimension];
      Arrays.fill(ones, 3);
      VectorBlock block = VectorBlock.copyOf(List.of(ones, ones, ones, ones), dimension);
      RowCodes codes = RowCodes.of(block, NEVER);
      QueryCode query = new QueryCode(block.row(0));
      int[] products = new int[4];
      CodeKernel.best().dots(query.values, codes, new RowRange(0, 4), products);
      assertEquals(exact(query, codes, 0), products[3]);
      assertEquals(9.0 * dimension, query.scale * codes.scale(3) * products[3], 1e-5 * dimension);
    }
    assertFalse(RowCodes.fit(140_000));
    assertThrows(
        IllegalArgumentException.class,
        () -> RowCodes.of(VectorBlock.copyOf(List.of(), 140_000), NEVER));
  }

  @Test
  void codesAreMadeForTheSecondQuestionOfALargeBlock() {
    LazyCodes large = new LazyCodes(random(new SplittableRandom(SEED), 20_000, 3));
    assertTrue(large.forQuestion(NEVER).isEmpty());
    Cancellation stopped = new Cancellation();
    stopped.request();
    assertThrows(JobCancelled.class, () -> large.forQuestion(stopped));
    RowCodes made = large.forQuestion(NEVER).orElseThrow();
    assertEquals(made, large.forQuestion(NEVER).orElseThrow());
    LazyCodes small = new LazyCodes(random(new SplittableRandom(SEED), 19_999, 3));
    assertTrue(small.forQuestion(NEVER).isEmpty());
    assertTrue(small.forQuestion(NEVER).isEmpty());
  }
}
