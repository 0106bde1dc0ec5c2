package io.semascope.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Codes change no answer: the same rows with the same values in the same order as without.
class CodedIndexTest {
  private static final Cancellation NEVER = Cancellation.never();

  /// Rows around few centres, with duplicates, zeros, values not finite and lengths from one end of float32 to the other.
  private static VectorBlock block(SplittableRandom random, int count, int dimension) {
    List<float[]> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      rows.add(
          row > 0 && random.nextInt(8) == 0
              ? rows.get(random.nextInt(row))
              : row(random, dimension));
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  private static float[] row(SplittableRandom random, int dimension) {
    double length =
        switch (random.nextInt(40)) {
          case 0 -> 0;
          case 1 -> 1e-42;
          case 2 -> 1e-38;
          case 3 -> 1e36;
          case 4 -> Float.NaN;
          case 5 -> Float.POSITIVE_INFINITY;
          default -> Math.exp(random.nextGaussian() / 4);
        };
    int centre = random.nextInt(5);
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) (length * (Math.sin(centre * 7 + i) + random.nextGaussian() / 20));
    }
    return values;
  }

  private static DenseVector query(SplittableRandom random, int dimension) {
    float[] values = row(random, dimension);
    while (!Double.isFinite(DenseVector.of(values).norm())) {
      values = row(random, dimension);
    }
    return DenseVector.of(values);
  }

  @ParameterizedTest
  @EnumSource
  void answersAsWithoutCodes(Similarity similarity) {
    long seed = 49;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 60; round++) {
      int count = round % 10 == 0 ? 9_000 : random.nextInt(1, 900);
      int dimension = random.nextInt(1, 90);
      VectorBlock block = block(random, count, dimension);
      int modulus = random.nextInt(1, 4);
      IntPredicate accepted = row -> row % modulus == 0;
      NeighbourQuery query =
          new NeighbourQuery(query(random, dimension), random.nextInt(1, 30), similarity, accepted);
      NeighbourList plain = ExactIndex.over(block, NEVER).nearest(query, NEVER);
      NeighbourList coded = ExactIndex.coded(block, NEVER).nearest(query, NEVER);
      assertEquals(plain, coded, "seed " + seed + ", round " + round);
      assertTrue(coded.exact());
    }
  }

  /// Ten thousand rows that no code can tell apart: the scan of codes decides nothing, the answer stays.
  @ParameterizedTest
  @EnumSource
  void nearTiesAreStillOrderedInDoublePrecision(Similarity similarity) {
    long seed = 50;
    SplittableRandom random = new SplittableRandom(seed);
    int dimension = 64;
    float[] base = query(random, dimension).toArray();
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 10_000; row++) {
      float[] near = base.clone();
      near[random.nextInt(dimension)] *= 1 + row % 7 * 0x1p-22f;
      rows.add(near);
    }
    VectorBlock block = VectorBlock.copyOf(rows, dimension);
    NeighbourQuery query = NeighbourQuery.of(query(random, dimension), 25, similarity);
    assertEquals(
        ExactIndex.over(block, NEVER).nearest(query, NEVER),
        ExactIndex.coded(block, NEVER).nearest(query, NEVER),
        "seed " + seed);
  }

  @Test
  void laterQuestionsAreAnsweredLikeTheFirst() {
    long seed = 51;
    SplittableRandom random = new SplittableRandom(seed);
    VectorBlock block = block(random, 20_000, 16);
    ExactIndex asked = ExactIndex.over(block, NEVER);
    for (int i = 0; i < 6; i++) {
      NeighbourQuery query =
          NeighbourQuery.of(query(random, 16), 10, Similarity.values()[i % 3]).except(i);
      assertEquals(
          ExactIndex.over(block, NEVER).nearest(query, NEVER),
          asked.nearest(query, NEVER),
          "seed " + seed + ", question " + i);
    }
  }
}
