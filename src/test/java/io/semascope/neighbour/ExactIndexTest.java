package io.semascope.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactIndexTest {
  private static final Cancellation NEVER = Cancellation.never();

  /// Every row compared in double precision and sorted: what an exact answer is.
  private static List<Neighbour> oracle(VectorBlock block, NeighbourQuery query) {
    Comparator<Neighbour> rising = Comparator.comparingDouble(Neighbour::value);
    Comparator<Neighbour> nearest =
        query.similarity().largerIsNearer() ? rising.reversed() : rising;
    return IntStream.range(0, block.count())
        .filter(query.accepted())
        .mapToObj(
            row -> new Neighbour(row, query.similarity().between(query.vector(), block.row(row))))
        .filter(neighbour -> Double.isFinite(neighbour.value()))
        .sorted(nearest.thenComparingInt(Neighbour::row))
        .limit(query.count())
        .toList();
  }

  private static VectorBlock random(SplittableRandom random, int count, int dimension) {
    List<float[]> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      double length = Math.exp(random.nextGaussian());
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) (length * random.nextGaussian());
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  private static ExactIndex index(VectorBlock block) {
    return ExactIndex.over(block, NEVER);
  }

  private static VectorBlock block(float[]... rows) {
    return VectorBlock.copyOf(List.of(rows), rows[0].length);
  }

  private static List<Integer> rowsOf(NeighbourList list) {
    return list.neighbours().stream().map(Neighbour::row).toList();
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithBruteForce(Similarity similarity) {
    long seed = 20261121;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 60; round++) {
      int count = random.nextInt(1, 700);
      int dimension = random.nextInt(1, 70);
      VectorBlock block = random(random, count, dimension);
      int modulus = random.nextInt(1, 4);
      IntPredicate accepted = row -> row % modulus == 0;
      NeighbourQuery query =
          new NeighbourQuery(
              random(random, 1, dimension).row(0), random.nextInt(1, 40), similarity, accepted);
      NeighbourList found = index(block).nearest(query, NEVER);
      assertEquals(oracle(block, query), found.neighbours(), "seed " + seed + ", round " + round);
      assertTrue(found.exact());
      assertEquals(similarity, found.similarity());
    }
  }

  /// Few rows and many, alone and side by side, over more than one part of a scan.
  @ParameterizedTest
  @EnumSource
  void aFilterIsAppliedWhileSearching(Similarity similarity) {
    long seed = 51;
    SplittableRandom random = new SplittableRandom(seed);
    int count = 9_000;
    VectorBlock block = withOddRows(random(random, count, 12));
    ExactIndex index = index(block);
    for (int accepted : new int[] {0, 1, 12, 300, 1_125, 1_126, count}) {
      BitSet rows = new BitSet(count);
      while (rows.cardinality() < accepted) {
        int first = random.nextInt(count);
        rows.set(first, Math.min(count, first + random.nextInt(1, 4)));
      }
      while (rows.cardinality() > accepted) {
        rows.clear(rows.length() - 1);
      }
      int excepted = Math.max(0, rows.nextSetBit(0));
      NeighbourQuery query =
          NeighbourQuery.of(random(random, 1, 12).row(0), 40, similarity)
              .except(excepted)
              .among(rows);
      String which = accepted + " rows, seed " + seed;
      assertEquals(oracle(block, query), index.nearest(query, NEVER).neighbours(), which);
      assertEquals(oracle(block, query), index.nearestAccepted(query, NEVER).neighbours(), which);
      assertTrue(index.nearest(query, NEVER).exact());
    }
  }

  /// A row of zeros, two that are not finite, and two that are the same.
  private static VectorBlock withOddRows(VectorBlock block) {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < block.count(); row++) {
      rows.add(block.row(row).toArray());
    }
    rows.set(1, new float[block.dimension()]);
    rows.get(2)[3] = Float.NaN;
    rows.get(3)[0] = Float.POSITIVE_INFINITY;
    rows.set(5, rows.get(4).clone());
    return VectorBlock.copyOf(rows, block.dimension());
  }

  @Test
  void aFilterKnowsHowManyRowsItAcceptsAtMost() {
    BitSet rows = new BitSet();
    rows.set(2, 7);
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(1, 0), 3, Similarity.COSINE);
    assertEquals(Integer.MAX_VALUE, query.mostAccepted());
    NeighbourQuery some = query.among(rows).except(3);
    rows.set(0, 2);
    assertEquals(5, some.mostAccepted());
    assertEquals(
        List.of(2, 4, 5, 6), IntStream.range(0, 10).filter(some.accepted()).boxed().toList());
    assertEquals(5, some.among(rows).mostAccepted());
  }

  @Test
  void severalQueriesInOnePassAreAnsweredAsOneByOne() {
    long seed = 31;
    SplittableRandom random = new SplittableRandom(seed);
    VectorBlock block = random(random, 5_000, 20);
    List<NeighbourQuery> queries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Similarity similarity = Similarity.values()[i % Similarity.values().length];
      int modulus = 1 + i % 3;
      queries.add(
          new NeighbourQuery(
              random(random, 1, 20).row(0), 1 + i, similarity, row -> row % modulus == 0));
    }
    List<NeighbourList> together = index(block).nearest(queries, NEVER);
    for (int i = 0; i < queries.size(); i++) {
      assertEquals(oracle(block, queries.get(i)), together.get(i).neighbours(), "seed " + seed);
    }
  }

  /// Rows that float32 cannot tell apart from one another: the order must still be that of double precision.
  @ParameterizedTest
  @EnumSource
  void nearTiesAreOrderedInDoublePrecision(Similarity similarity) {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    int dimension = 384;
    float[] base = random(random, 1, dimension).row(0).toArray();
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 9_000; row++) {
      float[] near = base.clone();
      for (int i = 0; i < dimension; i++) {
        near[i] = random.nextBoolean() ? near[i] : Math.nextUp(near[i]);
      }
      rows.add(near);
    }
    VectorBlock block = VectorBlock.copyOf(rows, dimension);
    NeighbourQuery query = NeighbourQuery.of(random(random, 1, dimension).row(0), 25, similarity);
    assertEquals(
        oracle(block, query), index(block).nearest(query, NEVER).neighbours(), "seed " + seed);
  }

  @ParameterizedTest
  @EnumSource
  void tiesComeInTheOrderOfRowsAcrossBlocks(Similarity similarity) {
    float[][] rows = new float[10_000][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row % 3 == 1 ? new float[] {1, 1} : new float[] {-1, -3};
    }
    NeighbourList found =
        index(block(rows)).nearest(NeighbourQuery.of(DenseVector.of(2, 2), 5, similarity), NEVER);
    assertEquals(List.of(1, 4, 7, 10, 13), rowsOf(found));
  }

  @Test
  void fewerComeBackWhenThereAreFewer() {
    ExactIndex index = index(block(new float[] {1, 0}, new float[] {0, 1}));
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(1, 0), 1_000_000_000, Similarity.DOT);
    assertEquals(List.of(0, 1), rowsOf(index.nearest(query, NEVER)));
    assertEquals(List.of(1), rowsOf(index.nearest(query.except(0), NEVER)));
    assertEquals(List.of(), rowsOf(index.nearest(query.except(0).except(1), NEVER)));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyBlockHasNoNeighbours(Similarity similarity) {
    ExactIndex index = index(VectorBlock.copyOf(List.of(), 2));
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(1, 0), 3, similarity);
    assertEquals(List.of(), index.nearest(query, NEVER).neighbours());
  }

  @Test
  void zeroRowsHaveNoCosineButADistance() {
    ExactIndex index = index(block(new float[] {0, 0}, new float[] {-1, 0}));
    DenseVector query = DenseVector.of(1, 0);
    assertEquals(
        List.of(1), rowsOf(index.nearest(NeighbourQuery.of(query, 5, Similarity.COSINE), NEVER)));
    assertEquals(
        List.of(0, 1),
        rowsOf(index.nearest(NeighbourQuery.of(query, 5, Similarity.EUCLIDEAN), NEVER)));
    assertEquals(1, index.rowsWithoutDirection());
  }

  @Test
  void aZeroQueryFindsNothingByCosine() {
    ExactIndex index = index(block(new float[] {3, 4}));
    DenseVector zero = DenseVector.of(0, 0);
    assertEquals(
        List.of(), rowsOf(index.nearest(NeighbourQuery.of(zero, 1, Similarity.COSINE), NEVER)));
    assertEquals(
        List.of(new Neighbour(0, 5)),
        index.nearest(NeighbourQuery.of(zero, 1, Similarity.EUCLIDEAN), NEVER).neighbours());
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatAreNotFiniteAreNeverFound(Similarity similarity) {
    ExactIndex index =
        index(
            block(
                new float[] {Float.NaN, 1},
                new float[] {Float.POSITIVE_INFINITY, 1},
                new float[] {1, Float.NEGATIVE_INFINITY},
                new float[] {1, 1}));
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(1, 0), 4, similarity);
    assertEquals(List.of(3), rowsOf(index.nearest(query, NEVER)));
    assertEquals(3, index.rowsNotFinite());
  }

  /// Squares and products beyond float32 must not lose a row.
  @ParameterizedTest
  @EnumSource
  void valuesNearTheEndsOfFloat32AreStillRanked(Similarity similarity) {
    VectorBlock block =
        block(
            new float[] {3e38f, -3e38f, 3e38f},
            new float[] {1e-40f, 2e-40f, 0},
            new float[] {2e38f, 2e38f, 2e38f},
            new float[] {1, 2, 3},
            new float[] {-3e38f, -3e38f, 0});
    for (DenseVector vector :
        List.of(DenseVector.of(3e38f, 1, 3e38f), DenseVector.of(1e-42f, 3e-41f, 1e-40f))) {
      for (int count = 1; count <= 5; count++) {
        NeighbourQuery query = NeighbourQuery.of(vector, count, similarity);
        assertEquals(oracle(block, query), index(block).nearest(query, NEVER).neighbours());
      }
    }
  }

  @Test
  void unusableQueriesAreRefused() {
    ExactIndex index = index(block(new float[] {1, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> index.nearest(NeighbourQuery.of(DenseVector.of(1), 1, Similarity.DOT), NEVER));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            index.nearest(
                NeighbourQuery.of(DenseVector.of(1, Float.NaN), 1, Similarity.DOT), NEVER));
  }

  @Test
  void stopsWhenAsked() {
    VectorBlock block = random(new SplittableRandom(1), 10_000, 2);
    ExactIndex index = index(block);
    Cancellation cancellation = new Cancellation();
    NeighbourQuery query =
        new NeighbourQuery(
            DenseVector.of(1, 0),
            3,
            Similarity.COSINE,
            row -> {
              cancellation.request();
              return true;
            });
    assertThrows(JobCancelled.class, () -> index.nearest(query, cancellation));
    assertThrows(JobCancelled.class, () -> ExactIndex.over(block, cancellation));
    assertFalse(NEVER.requested());
  }
}
