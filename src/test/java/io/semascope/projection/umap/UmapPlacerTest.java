package io.semascope.projection.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Golden;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Umap;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UmapPlacerTest {
  private static final Cancellation NEVER = Cancellation.never();

  private static Projection map(VectorBlock block) {
    UmapRun run = UmapRun.start(SearchedRows.alone(block), Umap.standard(), JobContext.direct());
    run.step(500, NEVER);
    return run.result(NEVER);
  }

  private static Placement.Estimated place(UmapPlacer placer, DenseVector vector) {
    return (Placement.Estimated) placer.place(vector, NEVER);
  }

  private static List<Integer> nearestOnMap(PlanarLayout layout, Placement place, int count) {
    return IntStream.range(0, layout.count())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                row -> Math.hypot(layout.x(row) - place.x(), layout.y(row) - place.y())))
        .limit(count)
        .toList();
  }

  /// 40 points are left out of the run and placed afterwards: half of what is nearest to them on the map is among their 15 nearest of the space.
  @Test
  void pointsLeftOutLandAmongTheirNeighbours() {
    VectorBlock all = Golden.points();
    VectorBlock known = all.select(IntStream.range(0, 360).toArray());
    Projection map = map(known);
    UmapPlacer placer = UmapPlacer.of(known, map, NEVER);
    int kept = 0;
    for (int row = 360; row < 400; row++) {
      Placement.Estimated placement = place(placer, all.row(row));
      assertEquals(15, placement.anchors().size());
      kept +=
          (int)
              nearestOnMap(map.layout(), placement, 5).stream()
                  .filter(placement.anchors()::contains)
                  .count();
    }
    assertTrue(kept > 0.5 * 200, kept + " of 200");
  }

  /// The pushes of the transform move it off its place, but not out of the 15 of 400 places nearest to its own.
  @Test
  void aRowThatIsThereLandsNearItsOwnPlace() {
    VectorBlock block = Golden.points();
    Projection map = map(block);
    UmapPlacer placer = UmapPlacer.of(block, map, NEVER);
    int near = 0;
    for (int row = 0; row < 400; row += 10) {
      Placement.Estimated placement = place(placer, block.row(row));
      assertEquals(row, placement.anchors().getFirst());
      near += nearestOnMap(map.layout(), placement, 15).contains(row) ? 1 : 0;
    }
    assertTrue(near >= 30, near + " of 40");
  }

  /// 0 epochs asked for are 500 taken, and 166 for a new point; 300 would be 100.
  @Test
  void aNewPointMovesForAThirdOfTheEpochsOfTheMap() {
    Projection map = map(Golden.points());
    Placement usual = placed(map, epochs(0));
    assertEquals(usual, placed(map, epochs(500)));
    assertNotEquals(usual, placed(map, epochs(300)));
  }

  private static Umap epochs(int epochs) {
    return new Umap(15, 0.1, 1, 1, epochs, Umap.Start.SPECTRAL, 42);
  }

  @Test
  void aRepulsionTurnedWhileTheMapMovedPushesNewPointsToo() {
    UmapRun run =
        UmapRun.start(SearchedRows.alone(Golden.points()), epochs(60), JobContext.direct());
    run.step(10, NEVER);
    run.change(LiveChange.repulsion(20));
    run.step(50, NEVER);
    Projection turned = run.result(NEVER);
    Umap asked = new Umap(15, 0.1, 1, 20, 60, Umap.Start.SPECTRAL, 42);
    assertEquals(placed(turned, asked), placed(turned, epochs(60)));
    run.change(LiveChange.repulsion(1));
    run.step(0, NEVER);
    assertNotEquals(placed(turned, epochs(60)), placed(run.result(NEVER), epochs(60)));
  }

  /// As if the map had been asked for with this method.
  private static Placement placed(Projection map, Umap method) {
    Projection asked = new Projection(method, map.layout(), map.facts());
    UmapPlacer placer = UmapPlacer.of(Golden.points(), asked, NEVER);
    return place(placer, Golden.noise(1, 24, 3).row(0));
  }

  @Test
  void equalQuestionsHaveEqualAnswers() {
    UmapPlacer placer = UmapPlacer.of(Golden.points(), map(Golden.points()), NEVER);
    DenseVector vector = Golden.noise(1, 24, 3).row(0);
    assertEquals(place(placer, vector), place(placer, vector));
  }

  @Test
  void refusesWhatCannotBePlaced() {
    VectorBlock block = Golden.points();
    Projection map =
        new Projection(
            Umap.standard(),
            Golden.layout(),
            new ProjectionFacts.OfUmap(15, 1, 1, 1.5, 0.9, 1, 1, false, Optional.empty()));
    UmapPlacer placer = UmapPlacer.of(block, map, NEVER);
    assertThrows(IllegalArgumentException.class, () -> place(placer, DenseVector.of(1, 2)));
    VectorBlock other = Golden.noise(3, 2, 1);
    assertThrows(IllegalArgumentException.class, () -> UmapPlacer.of(other, map, NEVER));
    Projection pca =
        new Projection(new Pca(), Golden.layout(), new ProjectionFacts.OfPca(0.5, 0.2));
    assertThrows(IllegalArgumentException.class, () -> UmapPlacer.of(block, pca, NEVER));
    Cancellation stop = new Cancellation();
    stop.request();
    assertThrows(JobCancelled.class, () -> placer.place(block.row(0), stop));
  }
}
