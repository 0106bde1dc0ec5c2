package io.semascope.neighbour.quantised;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignScanTest {
  private static final long SEED = 20_261_121;
  private static final Cancellation NEVER = Cancellation.never();

  private static VectorBlock block(int count, int dimension) {
    Random random = new Random(SEED);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) random.nextGaussian() + 0.3f * i % 2;
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 384})
  void bothKernelsCountTheSameBits(int dimension) {
    VectorBlock block = block(21, dimension);
    SignCodes codes = SignCodes.of(block, JobContext.direct());
    long[] query = codes.bits(block.row(0));
    int[] scalar = new int[24];
    int[] simd = new int[24];
    new ScalarSignKernel().distances(query, codes.chunk(0), scalar);
    new SimdSignKernel().distances(query, codes.chunk(0), simd);
    assertArrayEquals(scalar, simd);
    for (int row = 0; row < 21; row++) {
      assertEquals(differing(codes, query, block.row(row)), scalar[row], "seed " + SEED);
    }
    assertEquals(0, scalar[0]);
    assertTrue(dimension == 1 || IntStream.of(scalar).max().orElseThrow() > 0);
  }

  private static int differing(SignCodes codes, long[] query, DenseVector row) {
    long[] bits = codes.bits(row);
    return IntStream.range(0, bits.length).map(i -> Long.bitCount(bits[i] ^ query[i])).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 500, 100_000})
  void theRowsThatDifferLeastAreFoundAcrossChunks(int wanted) {
    int count = 2 * SignCodes.CHUNK_ROWS + 77;
    VectorBlock block = block(count, 70);
    SignCodes codes = SignCodes.of(block, JobContext.direct());
    long[] query = codes.bits(block.row(4321));
    int[] distances =
        IntStream.range(0, count).map(row -> differing(codes, query, block.row(row))).toArray();
    IntPredicate accepted = row -> row % 3 != 0;
    int[] sorted =
        IntStream.range(0, count).filter(accepted).map(row -> distances[row]).sorted().toArray();
    int last = sorted[Math.min(wanted, sorted.length) - 1];
    int[] expected =
        IntStream.range(0, count)
            .filter(row -> accepted.test(row) && distances[row] <= last)
            .toArray();
    assertArrayEquals(
        expected,
        new SignScan(codes, wanted, accepted).nearest(block.row(4321), NEVER),
        "seed " + SEED);
  }

  @Test
  void nothingAcceptedIsNothingFound() {
    SignCodes codes = SignCodes.of(block(100, 70), JobContext.direct());
    assertEquals(
        0, new SignScan(codes, 5, row -> false).nearest(block(1, 70).row(0), NEVER).length);
    SignCodes none = SignCodes.of(VectorBlock.copyOf(List.of(), 70), JobContext.direct());
    assertEquals(0, new SignScan(none, 5, row -> true).nearest(block(1, 70).row(0), NEVER).length);
  }

  @Test
  void lengthsDoNotMatter() {
    VectorBlock block = block(40, 70);
    List<float[]> scaled = new ArrayList<>();
    for (int row = 0; row < 40; row++) {
      float[] values = block.row(row).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 1 << row % 7;
      }
      scaled.add(values);
    }
    SignCodes one = SignCodes.of(block, JobContext.direct());
    SignCodes other = SignCodes.of(VectorBlock.copyOf(scaled, 70), JobContext.direct());
    assertTrue(Arrays.equals(one.chunk(0), other.chunk(0)), "seed " + SEED);
  }

  @Test
  void whatAllRowsShareTellsNothing() {
    List<float[]> shifted = new ArrayList<>();
    VectorBlock block = block(400, 70);
    for (int row = 0; row < 400; row++) {
      float[] values = block.row(row).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] += 20;
      }
      shifted.add(values);
    }
    VectorBlock all = VectorBlock.copyOf(shifted, 70);
    SignCodes codes = SignCodes.of(all, JobContext.direct());
    int found = new SignScan(codes, 10, row -> true).nearest(all.row(0), NEVER).length;
    assertTrue(found < 40, found + " rows differ as little, though every value is above 0");
  }

  @Test
  void bothStopWhenAsked() {
    Cancellation stopped = new Cancellation();
    SignCodes codes = SignCodes.of(block(100, 70), JobContext.direct());
    SignScan scan =
        new SignScan(
            codes,
            5,
            row -> {
              stopped.request();
              return true;
            });
    assertThrows(JobCancelled.class, () -> scan.nearest(block(1, 70).row(0), stopped));
    JobContext context = new JobContext(stopped, io.semascope.job.ProgressMeter.silent(), () -> {});
    assertThrows(JobCancelled.class, () -> SignCodes.of(block(100, 70), context));
  }
}
