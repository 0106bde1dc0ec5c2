package io.semascope.neighbour.approximate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.jbellis.jvector.graph.NodeArray;
import io.github.jbellis.jvector.graph.OnHeapGraphIndex;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HnswIndexTest {
  private static final ApproximateIndexRules RULES =
      new ApproximateIndexRules(block -> HnswIndex.build(block, HnswParameters.usual(), direct()));

  private static final Cancellation NEVER = Cancellation.never();
  private static final VectorBlock BLOCK = ClusteredPoints.of(2000, true, 7);
  private static final HnswIndex INDEX = HnswIndex.build(BLOCK, HnswParameters.usual(), direct());

  private static JobContext direct() {
    return JobContext.direct();
  }

  @BeforeAll
  static void everyRowCanBeReached() {
    NeighbourQuery all = NeighbourQuery.of(BLOCK.row(0), 2000, Similarity.COSINE);
    assertEquals(2000, INDEX.nearest(all, NEVER).neighbours().size());
  }

  @Test
  void aWideSearchFindsNearlyAllAndANarrowOneFewer() {
    RecallMeasurement measurement = RecallMeasurement.over(BLOCK, direct());
    HnswIndex sparse = HnswIndex.build(BLOCK, new HnswParameters(8, 32), direct());
    Recall wide = measurement.of(sparse.withDial(200), direct()).orElseThrow();
    Recall narrow = measurement.of(sparse.withDial(10), direct()).orElseThrow();
    assertTrue(wide.value() >= 0.95, wide.toString());
    assertTrue(narrow.value() < wide.value(), narrow + " against " + wide);
    assertEquals(List.of(200, 200, 10), List.of(wide.dial(), wide.queries(), wide.nearest()));
  }

  @Test
  void valuesAreThoseOfTheExactSearch() {
    ExactIndex exact = ExactIndex.over(BLOCK, NEVER);
    for (Similarity similarity : Similarity.values()) {
      NeighbourQuery query = NeighbourQuery.of(BLOCK.row(3), 10, similarity);
      NeighbourList found = INDEX.withDial(400).nearest(query, NEVER);
      assertFalse(found.exact());
      assertEquals(exact.nearest(query, NEVER).neighbours(), found.neighbours(), similarity.name());
    }
  }

  @Test
  void onlyAcceptedRowsAreFoundAndAsManyAsAskedFor() {
    NeighbourQuery third =
        new NeighbourQuery(BLOCK.row(5), 25, Similarity.COSINE, row -> row % 3 == 0);
    List<Neighbour> found = INDEX.withDial(25).nearest(third, NEVER).neighbours();
    assertEquals(25, found.size());
    assertTrue(found.stream().allMatch(neighbour -> neighbour.row() % 3 == 0), found.toString());
    assertEquals(List.of(), nearest(third.vector(), row -> false));
    assertEquals(List.of(1234), nearest(third.vector(), row -> row == 1234));
  }

  /// Past rows that are not accepted the edges lead far: then comparing what is accepted is sooner, and certain.
  @Test
  void fewAcceptedRowsAreAllComparedAndTheAnswerSaysSo() {
    HnswIndex narrow = INDEX.withDial(10);
    ExactIndex exact = ExactIndex.over(BLOCK, NEVER);
    for (int accepted : new int[] {0, 1, 100, 1_131, 1_132, 2_000}) {
      BitSet rows = new BitSet();
      rows.set(2_000 - accepted, 2_000);
      NeighbourQuery query =
          NeighbourQuery.of(BLOCK.row(5), 8, Similarity.COSINE).except(1_999).among(rows);
      NeighbourList found = narrow.nearest(query, NEVER);
      assertEquals(accepted <= 1_131, found.exact(), accepted + " rows");
      assertTrue(
          found.neighbours().stream().allMatch(one -> query.accepted().test(one.row())),
          found.toString());
      if (found.exact()) {
        assertEquals(exact.nearest(query, NEVER), found);
      } else {
        assertEquals(8, found.neighbours().size());
      }
    }
  }

  private List<Integer> nearest(DenseVector query, java.util.function.IntPredicate accepted) {
    return INDEX
        .nearest(new NeighbourQuery(query, 5, Similarity.COSINE, accepted), NEVER)
        .neighbours()
        .stream()
        .map(Neighbour::row)
        .toList();
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
  void aRowThatNoEdgeLeadsToIsFoundAllTheSame() {
    VectorBlock block =
        VectorBlock.copyOf(List.of(new float[] {1, 0}, new float[] {1, 1}, new float[] {0, 1}), 2);
    CosineScores scores = CosineScores.of(block, NEVER);
    OnHeapGraphIndex graph = LayeredGraph.empty(scores, HnswParameters.usual());
    int[] only = {1, 0, 0};
    for (int row = 0; row < 3; row++) {
      NodeArray end = new NodeArray(1);
      end.addInOrder(only[row], 0);
      graph.connectNode(0, row, end);
    }
    LayeredGraph.enterAt(graph, 0, 0);
    graph.setAllMutationsCompleted();
    HnswIndex index = HnswIndex.of(scores, graph, HnswParameters.usual(), NEVER);
    NeighbourQuery query = NeighbourQuery.of(DenseVector.of(0, 1), 3, Similarity.COSINE);
    assertEquals(
        List.of(2, 1, 0),
        index.nearest(query, NEVER).neighbours().stream().map(Neighbour::row).toList());
    NeighbourQuery others =
        new NeighbourQuery(DenseVector.of(0, 1), 3, Similarity.COSINE, row -> row != 2);
    assertEquals(2, index.nearest(others, NEVER).neighbours().size());
  }

  @Test
  void aQueryThatFitsNotIsRefused() {
    for (DenseVector wrong : List.of(DenseVector.of(1, 2), notANumber())) {
      NeighbourQuery query = NeighbourQuery.of(wrong, 5, Similarity.COSINE);
      assertThrows(IllegalArgumentException.class, () -> INDEX.nearest(query, NEVER));
    }
  }

  private static DenseVector notANumber() {
    float[] values = new float[ClusteredPoints.DIMENSION];
    values[4] = Float.NaN;
    return DenseVector.of(values);
  }

  @Test
  void buildingReportsItsRowsAndStopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    AtomicLong told = new AtomicLong();
    ProgressMeter meter =
        new ProgressMeter(
            progress -> {
              told.set(progress.done());
              if (progress.done() > 0) {
                cancellation.request();
              }
            });
    JobContext context = new JobContext(cancellation, meter, () -> {});
    assertThrows(JobCancelled.class, () -> HnswIndex.build(BLOCK, HnswParameters.usual(), context));
    assertEquals(1024, told.get());
  }

  @Test
  void searchingStopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    NeighbourQuery query =
        new NeighbourQuery(
            BLOCK.row(0),
            5,
            Similarity.COSINE,
            row -> {
              cancellation.request();
              return true;
            });
    assertThrows(JobCancelled.class, () -> INDEX.nearest(query, cancellation));
  }

  @Test
  void severalQueriesAreAnsweredAsOneByOne() {
    List<NeighbourQuery> queries =
        IntStream.range(0, 50)
            .mapToObj(row -> NeighbourQuery.of(BLOCK.row(row), 10, Similarity.COSINE).except(row))
            .toList();
    assertEquals(
        queries.stream().map(query -> INDEX.nearest(query, NEVER)).toList(),
        INDEX.nearest(queries, NEVER));
  }
}
