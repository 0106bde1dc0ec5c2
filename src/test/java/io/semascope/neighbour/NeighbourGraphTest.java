package io.semascope.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.Progress;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.pairs.ApproximateScan;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourGraphTest {
  private static VectorBlock noise(int count, int dimension, long seed) {
    Random random = new Random(seed);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) random.nextGaussian();
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  /// Counts around the widths of panels and blocks of queries, dimensions around the widths of registers.
  @Test
  void agreesWithSortingAllDistancesInDoublePrecision() {
    for (int count : new int[] {2, 5, 31, 33, 129, 300}) {
      for (int dimension : new int[] {1, 7, 16, 50}) {
        VectorBlock block = noise(count, dimension, count + dimension);
        int k = Math.min(count - 1, 12);
        NeighbourGraph graph = NeighbourGraph.exact(block, k, JobContext.direct());
        for (int row = 0; row < count; row++) {
          check(block, graph, row);
        }
      }
    }
  }

  private static void check(VectorBlock block, NeighbourGraph graph, int row) {
    double[] distances =
        IntStream.range(0, block.count())
            .filter(other -> other != row)
            .mapToDouble(other -> block.row(row).distance(block.row(other)))
            .sorted()
            .toArray();
    for (int rank = 0; rank < graph.neighbours(); rank++) {
      double expected = distances[rank] * distances[rank];
      String where = block.count() + " × " + block.dimension() + ", row " + row + ", rank " + rank;
      assertEquals(expected, graph.squaredDistance(row, rank), 1e-5 * expected + 1e-12, where);
      double named = block.row(row).distance(block.row(graph.neighbour(row, rank)));
      assertEquals(graph.squaredDistance(row, rank), named * named, 1e-5 * expected + 1e-12, where);
    }
  }

  @Test
  void equalDistancesAreOrderedByRowAndNoRowIsItsOwnNeighbour() {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      rows.add(new float[] {row % 2, 0, 1});
    }
    NeighbourGraph graph =
        NeighbourGraph.exact(VectorBlock.copyOf(rows, 3), 5, JobContext.direct());
    int[] ofFour = IntStream.range(0, 5).map(rank -> graph.neighbour(4, rank)).toArray();
    assertArrayEquals(new int[] {0, 2, 6, 8, 10}, ofFour);
    assertEquals(0, graph.squaredDistance(4, 4));
  }

  @Test
  void aLargerGraphBeginsWithTheSmallerOne() {
    VectorBlock block = noise(150, 9, 5);
    NeighbourGraph small = NeighbourGraph.exact(block, 4, JobContext.direct());
    NeighbourGraph large = NeighbourGraph.exact(block, 40, JobContext.direct());
    for (int row = 0; row < 150; row++) {
      for (int rank = 0; rank < 4; rank++) {
        assertEquals(small.neighbour(row, rank), large.neighbour(row, rank));
      }
    }
  }

  /// Bit for bit, whatever the width of the registers, so that seeded pictures are the same with and without the Vector API.
  @Test
  void thePlainLoopsAndTheVectorApiAgreeToTheLastBit() {
    Random random = new Random(8);
    for (int dimension : new int[] {1, 3, 16, 100, 384}) {
      float[] queries = floats(random, 4 * dimension);
      float[] rows = floats(random, 64 * dimension);
      float[] plain = all(new ScalarDistancePanel(), queries, rows, dimension);
      float[] simd = all(new SimdDistancePanel(), queries, rows, dimension);
      assertArrayEquals(plain, simd, 0, "dimension " + dimension);
      float[] query = Arrays.copyOfRange(queries, 3 * dimension, 4 * dimension);
      float[] row = Arrays.copyOfRange(rows, 63 * dimension, 64 * dimension);
      assertEquals(simd[4 * 64 - 1], SquaredDistances.between(query, row));
    }
  }

  /// Distances of four queries to 64 rows, query by query.
  private static float[] all(DistancePanel kernel, float[] queries, float[] rows, int dimension) {
    int width = kernel.width();
    float[] all = new float[4 * 64];
    float[] distances = new float[4 * width];
    for (int first = 0; first < 64; first += width) {
      float[] panel = new float[width * dimension];
      for (int r = 0; r < width; r++) {
        for (int i = 0; i < dimension; i++) {
          panel[i * width + r] = rows[(first + r) * dimension + i];
        }
      }
      kernel.compare(queries, 0, panel, distances);
      for (int q = 0; q < 4; q++) {
        System.arraycopy(distances, q * width, all, q * 64 + first, width);
      }
    }
    return all;
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void unusableDistancesAreLastAndNoRowIsMissing() {
    VectorBlock block =
        VectorBlock.copyOf(
            List.of(new float[] {Float.MAX_VALUE}, new float[] {-Float.MAX_VALUE}, new float[] {0}),
            1);
    NeighbourGraph graph = NeighbourGraph.exact(block, 2, JobContext.direct());
    assertArrayEquals(new int[] {1, 2}, new int[] {graph.neighbour(0, 0), graph.neighbour(0, 1)});
  }

  @Test
  void countsTheRowsItHasDone() {
    List<Progress> reports = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(reports::add);
    meter.plan(new ProgressMeter.Stage("finding neighbours", 1, "texts"));
    meter.begin(0, 300);
    var unused =
        NeighbourGraph.exact(
            noise(300, 4, 1), 3, new JobContext(Cancellation.never(), meter, () -> {}));
    assertEquals(300, reports.getLast().done());
    assertEquals(
        reports, reports.stream().sorted(Comparator.comparingDouble(Progress::fraction)).toList());
  }

  @Test
  void refusesWhatCannotBe() {
    VectorBlock block = noise(5, 2, 1);
    assertThrows(
        IllegalArgumentException.class, () -> NeighbourGraph.exact(block, 5, JobContext.direct()));
    VectorBlock many = noise(20_000, 1, 1);
    assertThrows(
        GraphTooLarge.class, () -> NeighbourGraph.exact(many, 19_000, JobContext.direct()));
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(
        JobCancelled.class,
        () ->
            NeighbourGraph.exact(
                block, 2, new JobContext(cancellation, ProgressMeter.silent(), () -> {})));
  }

  @Test
  void anApproximateGraphSaysHowMuchItFoundAndAnExactOneNothing() {
    VectorBlock many = noise(ApproximateScan.FEWEST_ROWS, 24, 5);
    GraphSearch wanted = new GraphSearch.Approximate(0.9);
    NeighbourGraph graph = NeighbourGraph.of(many, 8, wanted, JobContext.direct());
    NeighbourGraph truth = NeighbourGraph.exact(many, 8, JobContext.direct());
    long hits = 0;
    for (int row = 0; row < many.count(); row++) {
      for (int rank = 0; rank < 8; rank++) {
        hits += graph.squaredDistance(row, rank) <= truth.squaredDistance(row, 7) ? 1 : 0;
      }
    }
    double recall = (double) hits / 8 / many.count();
    GraphRecall stated = graph.recall().orElseThrow();
    assertEquals(recall, stated.value(), 2 * stated.margin());
    assertEquals(200, stated.rows());
    assertTrue(recall > 0.85 && recall < 1, "recall " + recall);
    assertEquals(Optional.empty(), truth.recall());
  }

  @Test
  void ofFewRowsTheGraphIsExactWhateverIsWanted() {
    VectorBlock few = noise(500, 6, 3);
    GraphSearch wanted = new GraphSearch.Approximate(0.6);
    NeighbourGraph graph = NeighbourGraph.of(few, 5, wanted, JobContext.direct());
    assertEquals(Optional.empty(), graph.recall());
    check(few, graph, 17);
  }
}
