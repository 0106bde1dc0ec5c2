package io.semascope.neighbour.approximate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryIndexTest {
  private static final ApproximateIndexRules RULES =
      new ApproximateIndexRules(
          block -> BinaryIndex.build(block, JobContext.direct()).withDial(30));

  private static final Cancellation NEVER = Cancellation.never();
  private static final VectorBlock BLOCK = ClusteredPoints.of(2000, true, 7);
  private static final BinaryIndex INDEX = BinaryIndex.build(BLOCK, JobContext.direct());

  @Test
  void moreOversamplingFindsMore() {
    RecallMeasurement measurement = RecallMeasurement.over(BLOCK, JobContext.direct());
    double last = 0;
    for (int oversampling : new int[] {1, 8, 64}) {
      Recall recall =
          measurement.of(INDEX.withDial(oversampling), JobContext.direct()).orElseThrow();
      assertEquals(oversampling, recall.dial());
      assertTrue(recall.value() > last, recall + " after " + last);
      last = recall.value();
    }
    assertTrue(last >= 0.98, "recall " + last);
    assertEquals(1, measurement.of(INDEX.withDial(200), JobContext.direct()).orElseThrow().value());
  }

  @Test
  void valuesAreThoseOfTheExactSearch() {
    ExactIndex exact = ExactIndex.over(BLOCK, NEVER);
    for (Similarity similarity : Similarity.values()) {
      NeighbourQuery query = NeighbourQuery.of(BLOCK.row(3), 10, similarity);
      NeighbourList all = INDEX.withDial(200).nearest(query, NEVER);
      assertFalse(all.exact());
      assertEquals(exact.nearest(query, NEVER).neighbours(), all.neighbours(), similarity.name());
      for (Neighbour found : INDEX.withDial(1).nearest(query, NEVER).neighbours()) {
        assertEquals(similarity.between(query.vector(), BLOCK.row(found.row())), found.value());
      }
    }
  }

  @Test
  void rowsThatFloat32CannotTellApartKeepTheirOrder() {
    Random random = new Random(11);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 600; row++) {
      float[] values = BLOCK.row(row % 3).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] += (random.nextInt(3) - 1) * Math.ulp(values[i]);
      }
      rows.add(values);
    }
    VectorBlock copies = VectorBlock.copyOf(rows, ClusteredPoints.DIMENSION);
    ExactIndex exact = ExactIndex.over(copies, NEVER);
    BinaryIndex index = BinaryIndex.build(copies, JobContext.direct()).withDial(60);
    for (int row = 0; row < 30; row++) {
      NeighbourQuery query = NeighbourQuery.of(copies.row(row), 10, Similarity.COSINE);
      assertEquals(
          exact.nearest(query, NEVER).neighbours(), index.nearest(query, NEVER).neighbours());
    }
  }

  /// The recall that is shown was measured with ten.
  @Test
  void aShortListLooksAtAsManyAsOneOfTen() {
    for (int row = 0; row < 50; row++) {
      NeighbourQuery ten = NeighbourQuery.of(BLOCK.row(row), 10, Similarity.COSINE).except(row);
      NeighbourQuery one = NeighbourQuery.of(BLOCK.row(row), 1, Similarity.COSINE).except(row);
      assertEquals(
          INDEX.withDial(1).nearest(ten, NEVER).neighbours().subList(0, 1),
          INDEX.withDial(1).nearest(one, NEVER).neighbours());
    }
  }

  @Test
  void onlyAcceptedRowsAreFoundAndAsManyAsAskedFor() {
    NeighbourQuery third =
        new NeighbourQuery(BLOCK.row(5), 25, Similarity.COSINE, row -> row % 3 == 0);
    List<Neighbour> found = INDEX.withDial(1).nearest(third, NEVER).neighbours();
    assertEquals(25, found.size());
    assertTrue(found.stream().allMatch(neighbour -> neighbour.row() % 3 == 0), found.toString());
  }

  @Test
  void fewAcceptedRowsAreAllComparedAndTheAnswerSaysSo() {
    ExactIndex exact = ExactIndex.over(BLOCK, NEVER);
    for (int accepted : new int[] {0, 7, 62, 63}) {
      BitSet rows = new BitSet();
      rows.set(300, 300 + accepted);
      NeighbourQuery query = NeighbourQuery.of(BLOCK.row(5), 10, Similarity.COSINE).among(rows);
      NeighbourList found = INDEX.withDial(5).nearest(query, NEVER);
      assertEquals(accepted <= 62, found.exact(), accepted + " rows");
      assertTrue(
          found.neighbours().stream().allMatch(one -> rows.get(one.row())), found.toString());
      if (found.exact()) {
        assertEquals(exact.nearest(query, NEVER), found);
      }
      assertTrue(INDEX.withDial(7).nearest(query, NEVER).exact(), "seventy are compared anyway");
    }
  }

  @Test
  void otherLengthsFallBackToTheExactSearchAndSaySo() {
    RULES.otherLengthsFallBackToTheExactSearchAndSaySo();
  }

  @Test
  void rowsWithoutADirectionAreNeverFound() {
    RULES.rowsWithoutADirectionAreNeverFound();
  }

  @Test
  void whatFitsNotIsRefused() {
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(1, 2), 5, Similarity.COSINE);
    assertThrows(IllegalArgumentException.class, () -> INDEX.nearest(query, NEVER));
    assertThrows(IllegalArgumentException.class, () -> INDEX.withDial(0));
  }
}
