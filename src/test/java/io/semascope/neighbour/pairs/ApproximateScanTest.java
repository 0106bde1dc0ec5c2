package io.semascope.neighbour.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.neighbour.GraphSearch;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ApproximateScanTest {
  private static final long SEED = 12;
  private static final int DIMENSION = 128;
  private static final int NEIGHBOURS = 10;
  private static final VectorBlock BLOCK = heaps(ApproximateScan.FEWEST_ROWS);
  private static final NearestRows TRUTH = PairScan.nearest(BLOCK, NEIGHBOURS, JobContext.direct());

  /// Eighty heaps that touch, with strong and weak directions, some rows copies of others.
  private static VectorBlock heaps(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<float[]> centres = new ArrayList<>();
    for (int heap = 0; heap < 80; heap++) {
      centres.add(gaussian(random));
    }
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = gaussian(random);
      float[] centre = centres.get(random.nextInt(80));
      for (int i = 0; i < DIMENSION; i++) {
        values[i] = (values[i] * 0.7f + centre[i]) / (float) Math.sqrt(1 + i);
      }
      rows.add(row % 50 == 49 ? rows.get(random.nextInt(row)).clone() : values);
    }
    return VectorBlock.copyOf(rows, DIMENSION);
  }

  private static float[] gaussian(SplittableRandom random) {
    float[] values = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static NearestRows scan(double wantedRecall) {
    return ApproximateScan.nearest(BLOCK, NEIGHBOURS, wantedRecall, JobContext.direct());
  }

  private static double recall(NearestRows found) {
    long hits = 0;
    for (int row = 0; row < BLOCK.count(); row++) {
      float last = TRUTH.squaredDistance(row, NEIGHBOURS - 1);
      for (int rank = 0; rank < NEIGHBOURS; rank++) {
        hits += found.squaredDistance(row, rank) <= last ? 1 : 0;
      }
    }
    return (double) hits / BLOCK.count() / NEIGHBOURS;
  }

  private static long[] entries(NearestRows found) {
    long[] all = new long[found.count() * found.capacity()];
    for (int i = 0; i < all.length; i++) {
      int row = i / found.capacity();
      int rank = i % found.capacity();
      all[i] =
          ((long) Float.floatToIntBits(found.squaredDistance(row, rank)) << 32)
              | found.neighbour(row, rank);
    }
    return all;
  }

  /// No stretch of the work stands still without a word.
  @Test
  void saysWhatItDoesBeforeAndAfterItScans() {
    List<String> said = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(progress -> said.add(progress.stage()));
    meter.plan(new ProgressMeter.Stage("finding neighbours", 1, "points"));
    JobContext context = new JobContext(Cancellation.never(), meter, () -> {});
    NeighbourGraph graph =
        NeighbourGraph.of(BLOCK, NEIGHBOURS, new GraphSearch.Approximate(0.9), context);
    assertTrue(graph.recall().isPresent());
    List<String> stages = new ArrayList<>();
    for (String stage : said) {
      if (stages.isEmpty() || !stages.getLast().equals(stage)) {
        stages.add(stage);
      }
    }
    assertEquals(
        List.of(
            "finding neighbours",
            "finding neighbours: comparing 100 points with all",
            "finding neighbours: putting near points side by side",
            "finding neighbours: choosing what tells far points apart",
            "finding neighbours",
            "finding neighbours: measuring how many were found",
            "finding neighbours"),
        stages);
    meter.begin(0, 10);
    assertEquals("finding neighbours", said.getLast());
  }

  /// Else the other tests would say nothing of it.
  @Test
  void theRowsOfTheseTestsAreComparedInASubspaceFirst() {
    Cancellation never = Cancellation.never();
    CentredRows centred = CentredRows.of(BLOCK, never);
    int[] drawn = TrueNeighbours.draw(BLOCK.count(), 100, SEED);
    TrueNeighbours known = TrueNeighbours.of(BLOCK, drawn, NEIGHBOURS, never);
    Calibration calibration = new Calibration(known, centred, never);
    SubspaceChoice choice =
        SubspaceChoice.of(
                centred, NEIGHBOURS, directions -> calibration.agreements(directions, 0.95), never)
            .orElseThrow();
    assertTrue(choice.agreement() > 0 && choice.agreement() < 1, "cosine " + choice.agreement());
  }

  @Test
  void findsAboutWhatIsWantedAndMissesSome() {
    double less = recall(scan(0.8));
    double more = recall(scan(0.98));
    assertTrue(less > 0.78 && less < 1, "seed " + SEED + ": " + less);
    assertTrue(more > 0.97 && more > less, "seed " + SEED + ": " + more + ", before " + less);
  }

  @Test
  void whatIsFoundIsOrderedAndItsDistancesAreTrue() {
    NearestRows found = scan(0.9);
    PairDistance distance = new ScalarPairDistance();
    for (int row = 0; row < found.count(); row += 7) {
      Set<Integer> others = new HashSet<>(Set.of(row));
      long before = -1;
      for (int rank = 0; rank < NEIGHBOURS; rank++) {
        int other = found.neighbour(row, rank);
        float stated = found.squaredDistance(row, rank);
        assertTrue(others.add(other), "row " + row + " found " + other + " twice");
        assertEquals(distance.between(BLOCK, row, other), stated);
        long entry = ((long) Float.floatToIntBits(stated) << 32) | other;
        assertTrue(entry > before);
        before = entry;
      }
    }
  }

  @Test
  void oneCoreFindsWhatAllCoresFind() throws Exception {
    long[] all = entries(scan(0.85));
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertArrayEquals(all, entries(one.submit(() -> scan(0.85)).get()));
    }
  }

  @Test
  void rowsThatAreNotFiniteSpoilNoOther() {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < BLOCK.count(); row++) {
      float[] values = BLOCK.row(row).toArray();
      if (row % 1000 == 3) {
        values[row % DIMENSION] = row % 2000 == 3 ? Float.NaN : Float.POSITIVE_INFINITY;
      }
      rows.add(values);
    }
    VectorBlock spoilt = VectorBlock.copyOf(rows, DIMENSION);
    NearestRows found = ApproximateScan.nearest(spoilt, NEIGHBOURS, 0.9, JobContext.direct());
    NearestRows truth = PairScan.nearest(spoilt, NEIGHBOURS, JobContext.direct());
    int finite = 0;
    int hits = 0;
    for (int row = 0; row < spoilt.count(); row++) {
      if (row % 1000 != 3) {
        finite += NEIGHBOURS;
        float last = truth.squaredDistance(row, NEIGHBOURS - 1);
        for (int rank = 0; rank < NEIGHBOURS; rank++) {
          hits += found.squaredDistance(row, rank) <= last ? 1 : 0;
        }
      }
    }
    assertTrue(hits > 0.88 * finite, "seed " + SEED + ": " + (double) hits / finite);
  }

  /// Heaps as large as blocks, far from each other, and one row alone at the end: no block needs another one, but for that row.
  @Test
  void aRowThatIsAloneInItsBlockFindsEnoughToo() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row <= 34 * TileBlock.ROWS; row++) {
      float[] values = gaussian(random);
      values[0] += row / TileBlock.ROWS * 1000;
      rows.add(values);
    }
    VectorBlock block = VectorBlock.copyOf(rows, DIMENSION);
    NearestRows found = ApproximateScan.nearest(block, NEIGHBOURS, 0.9, JobContext.direct());
    int last = rows.size() - 1;
    for (int rank = 0; rank < NEIGHBOURS; rank++) {
      int other = found.neighbour(last, rank);
      assertTrue(other >= 33 * TileBlock.ROWS && other < last, "found " + other);
    }
  }

  @Test
  void judgingFindsTheShareThatIsTrue() {
    NearestRows found = scan(0.8);
    double[] all = ApproximateScan.judge(BLOCK, found, BLOCK.count(), Cancellation.never());
    assertEquals(BLOCK.count(), all.length);
    assertEquals(recall(found), Arrays.stream(all).average().orElseThrow(), 1e-9);
    double[] some = ApproximateScan.judge(BLOCK, found, 300, Cancellation.never());
    assertEquals(recall(found), Arrays.stream(some).average().orElseThrow(), 0.05);
    assertTrue(
        Arrays.stream(ApproximateScan.judge(BLOCK, TRUTH, 20, Cancellation.never()))
            .allMatch(share -> share == 1));
  }

  @Test
  void stopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    JobContext context = new JobContext(cancellation, ProgressMeter.silent(), () -> {});
    assertThrows(
        JobCancelled.class, () -> ApproximateScan.nearest(BLOCK, NEIGHBOURS, 0.9, context));
  }
}
