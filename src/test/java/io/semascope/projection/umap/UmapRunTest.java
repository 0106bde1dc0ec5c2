package io.semascope.projection.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Golden;
import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.Umap;
import io.semascope.projection.VectorsNotFinite;
import io.semascope.projection.quality.MapQuality;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UmapRunTest {
  private static final Cancellation NEVER = Cancellation.never();

  static Umap method(long seed, int epochs, Umap.Start start) {
    return new Umap(15, 0.1, 1, 1, epochs, start, seed);
  }

  private static UmapRun start(VectorBlock block, Umap method) {
    return UmapRun.start(SearchedRows.alone(block), method, JobContext.direct());
  }

  private static float[] whole(long seed) {
    UmapRun run = start(Golden.points(), method(seed, 40, Umap.Start.SPECTRAL));
    return run.step(40, NEVER).positions().toArray();
  }

  private static ProjectionFacts.OfUmap facts(Projection projection) {
    return (ProjectionFacts.OfUmap) projection.facts();
  }

  /// umap-learn's map of the same points is the measure; two percentage points of its neighbours are given away.
  @ParameterizedTest
  @EnumSource(Umap.Start.class)
  void keepsAsManyNeighboursAsUmapLearn(Umap.Start start) {
    UmapRun run = start(Golden.points(), method(42, 0, start));
    assertEquals(500, run.plannedIterations());
    run.step(500, NEVER);
    assertTrue(run.finished());
    MapQuality quality = MapQuality.measure(Golden.points(), run.frame().positions(), 10, NEVER);
    assertTrue(
        quality.kept().value() > Reference.number("umap.kept.10") - 0.02, quality.toString());
    assertTrue(
        quality.trustworthiness().value() > Reference.number("umap.trustworthiness.10") - 0.01,
        quality.toString());
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    assertArrayEquals(Golden.onCores(1, () -> whole(5)), Golden.onCores(2, () -> whole(5)), 0);
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(whole(5), whole(5), 0);
    assertFalse(Arrays.equals(whole(5), whole(6)));
  }

  @Test
  void stepsOfAnyLengthGiveTheSamePicture() {
    UmapRun run = start(Golden.points(), method(5, 40, Umap.Start.SPECTRAL));
    for (int length : new int[] {1, 7, 0, 25, 100}) {
      run.step(length, NEVER);
    }
    assertTrue(run.finished());
    assertEquals(40, run.frame().iteration());
    assertArrayEquals(whole(5), run.frame().positions().toArray(), 0);
  }

  @Test
  void aStopKeepsThePictureAndTheRunGoesOn() {
    UmapRun run = start(Golden.points(), method(5, 40, Umap.Start.SPECTRAL));
    run.step(20, NEVER);
    float[] before = run.frame().positions().toArray();
    Cancellation stop = new Cancellation();
    stop.request();
    assertThrows(JobCancelled.class, () -> run.step(10, stop));
    assertArrayEquals(before, run.frame().positions().toArray(), 0);
    assertEquals(20, facts(run.result(NEVER)).epochs());
    run.step(40, NEVER);
    assertArrayEquals(whole(5), run.frame().positions().toArray(), 0);
  }

  @Test
  void theFactsSayWhatWasUsed() {
    UmapRun run = start(Golden.points(), method(5, 40, Umap.Start.PCA));
    run.step(15, NEVER);
    Projection projection = run.result(NEVER);
    Curve curve = Curve.fit(0.1, 1);
    int components = Components.of(FuzzyGraphTest.graph(Golden.points(), 14, 1.0 / 40)).count();
    assertEquals(
        new ProjectionFacts.OfUmap(
            15, 15, 40, curve.a(), curve.b(), 1, components, false, Optional.empty()),
        projection.facts());
    assertEquals(method(5, 40, Umap.Start.PCA), projection.method());
  }

  @Test
  void whatIsTurnedHoldsFromTheNextStepOn() {
    UmapRun still = start(Golden.points(), method(5, 40, Umap.Start.PCA));
    UmapRun turned = start(Golden.points(), method(5, 40, Umap.Start.PCA));
    still.step(10, NEVER);
    turned.step(10, NEVER);
    turned.change(LiveChange.minDist(0.5).and(LiveChange.repulsion(3)));
    assertEquals(new LiveParameters.OfUmap(0.5, 1, 3), turned.parameters());
    still.step(30, NEVER);
    turned.step(30, NEVER);
    assertEquals(Curve.fit(0.5, 1).a(), facts(turned.result(NEVER)).a());
    assertEquals(3, facts(turned.result(NEVER)).repulsion());
    assertTrue(facts(turned.result(NEVER)).turned());
    assertTrue(extent(turned) > 1.1 * extent(still), extent(turned) + " " + extent(still));
  }

  private static double extent(UmapRun run) {
    PlanarLayout layout = run.frame().positions();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < layout.count(); row++) {
      low = Math.min(low, layout.x(row));
      high = Math.max(high, layout.x(row));
    }
    return high - low;
  }

  @Test
  void minimalDistanceAndSpreadGiveWayToEachOther() {
    UmapRun run = start(Golden.points(), method(5, 40, Umap.Start.PCA));
    run.change(LiveChange.minDist(2));
    assertEquals(new LiveParameters.OfUmap(2, 2, 1), run.parameters());
    run.change(LiveChange.spread(0.5));
    assertEquals(new LiveParameters.OfUmap(0.5, 0.5, 1), run.parameters());
  }

  @Test
  void refusesWhatIsOutOfRange() {
    UmapRun run = start(Golden.points(), method(5, 40, Umap.Start.PCA));
    for (LiveChange wrong :
        List.of(
            LiveChange.minDist(-1),
            LiveChange.minDist(Double.NaN),
            LiveChange.spread(0),
            LiveChange.spread(1e9),
            LiveChange.minDist(1).and(LiveChange.spread(0.5)),
            LiveChange.repulsion(-1),
            LiveChange.perplexity(30))) {
      assertThrows(IllegalArgumentException.class, () -> run.change(wrong), wrong.toString());
    }
    assertEquals(new LiveParameters.OfUmap(0.1, 1, 1), run.parameters());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7, 14, 15, 16, 30})
  void fewPointsAreEnough(int count) {
    for (Umap.Start from : Umap.Start.values()) {
      UmapRun run = start(Golden.noise(count, 3, count), method(1, 30, from));
      run.step(30, NEVER);
      assertTrue(run.frame().positions().isFinite());
      assertEquals(Math.min(15, count), facts(run.result(NEVER)).neighbours());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void tooFewPointsAreRefused(int count) {
    Umap usual = Umap.standard();
    assertThrows(TooFewPoints.class, () -> start(Golden.noise(count, 3, 1), usual));
  }

  @Test
  void vectorsThatAreNoNumbersAreRefused() {
    List<float[]> rows = new ArrayList<>(Collections.nCopies(20, new float[] {1, 2}));
    rows.set(7, new float[] {1, Float.NaN});
    VectorBlock block = VectorBlock.copyOf(rows, 2);
    assertThrows(VectorsNotFinite.class, () -> start(block, Umap.standard()));
  }

  /// Forty equal points among others come apart and stay near each other.
  @Test
  void equalVectorsDoNotStandOnEachOther() {
    VectorBlock equal = VectorBlock.copyOf(Collections.nCopies(40, new float[] {9, 9, 9}), 3);
    VectorBlock block = Golden.noise(100, 3, 4).append(equal);
    for (Umap.Start from : Umap.Start.values()) {
      UmapRun run = start(block, method(1, 100, from));
      PlanarLayout layout = run.step(100, NEVER).positions();
      assertTrue(layout.isFinite());
      long places =
          java.util.stream.IntStream.range(100, 140)
              .mapToObj(row -> layout.x(row) + " " + layout.y(row))
              .distinct()
              .count();
      assertEquals(40, places);
    }
  }

  /// Six far clusters share no neighbours; none may swallow another.
  @ParameterizedTest
  @EnumSource(Umap.Start.class)
  void partsOfADisconnectedGraphStandApart(Umap.Start from) {
    List<float[]> rows = new ArrayList<>();
    for (int cluster = 0; cluster < 6; cluster++) {
      VectorBlock noise = Golden.noise(40, 4, cluster);
      for (int row = 0; row < 40; row++) {
        float[] vector = noise.row(row).toArray();
        vector[cluster % 4] += cluster < 4 ? 100 : -100;
        rows.add(vector);
      }
    }
    UmapRun run = start(VectorBlock.copyOf(rows, 4), method(3, 300, from));
    PlanarLayout layout = run.step(300, NEVER).positions();
    assertEquals(6, facts(run.result(NEVER)).components());
    int foreign = 0;
    for (int row = 0; row < 240; row++) {
      foreign += nearest(layout, row) / 40 == row / 40 ? 0 : 1;
    }
    assertTrue(foreign <= 5, foreign + " of 240 points stand nearest to another cluster");
  }

  private static int nearest(PlanarLayout layout, int row) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < layout.count(); other++) {
      double distance =
          Math.hypot(layout.x(other) - layout.x(row), layout.y(other) - layout.y(row));
      if (other != row && distance < least) {
        least = distance;
        nearest = other;
      }
    }
    return nearest;
  }

  /// The widest forces there are leave positions finite.
  @Test
  void extremeParametersStayFinite() {
    for (double spread : new double[] {Umap.SMALLEST, Umap.LARGEST}) {
      for (double repulsion : new double[] {0, Umap.LARGEST}) {
        Umap extreme = new Umap(15, spread, spread, repulsion, 100, Umap.Start.PCA, 1);
        UmapRun run = start(Golden.points(), extreme);
        assertTrue(run.step(100, NEVER).positions().isFinite(), extreme.toString());
      }
    }
  }
}
