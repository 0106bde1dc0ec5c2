package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Golden;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.Tsne;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TsnePlacerTest {
  private static final Cancellation NEVER = Cancellation.never();

  private static Placement.Estimated place(TsnePlacer placer, DenseVector vector) {
    return (Placement.Estimated) placer.place(vector, NEVER);
  }

  /// 40 points are left out of the run and placed afterwards: half of what is nearest to them on the map is among their 25 nearest of the space.
  @Test
  void pointsLeftOutLandAmongTheirNeighbours() {
    VectorBlock all = Golden.points();
    VectorBlock known = all.select(IntStream.range(0, 360).toArray());
    TsneRun run = TsneRun.start(SearchedRows.alone(known), Tsne.standard(), JobContext.direct());
    PlanarLayout layout = run.step(750, NEVER).positions();
    TsnePlacer placer = TsnePlacer.of(known, layout);
    int kept = 0;
    for (int row = 360; row < 400; row++) {
      Placement.Estimated placement = place(placer, all.row(row));
      List<Integer> onMap =
          IntStream.range(0, 360)
              .boxed()
              .sorted(
                  java.util.Comparator.comparingDouble(
                      other ->
                          Math.hypot(
                              layout.x(other) - placement.x(), layout.y(other) - placement.y())))
              .limit(10)
              .toList();
      kept += (int) onMap.stream().filter(placement.anchors()::contains).count();
    }
    assertTrue(kept > 0.5 * 400, kept + " of 400");
  }

  @Test
  void theAnchorsAreTheTwentyFiveNearestRows() {
    VectorBlock block = Golden.points();
    NeighbourGraph graph = NeighbourGraph.exact(block, 24, JobContext.direct());
    Placement.Estimated placement = place(TsnePlacer.of(block, Golden.layout()), block.row(9));
    List<Integer> expected =
        IntStream.concat(
                IntStream.of(9), IntStream.range(0, 24).map(rank -> graph.neighbour(9, rank)))
            .boxed()
            .toList();
    assertEquals(expected, placement.anchors());
  }

  @Test
  void equalQuestionsHaveEqualAnswers() {
    TsnePlacer placer = TsnePlacer.of(Golden.points(), Golden.layout());
    DenseVector vector = Golden.noise(1, 24, 3).row(0);
    assertEquals(place(placer, vector), place(placer, vector));
  }

  @Test
  void oneRowIsEnough() {
    VectorBlock one = Golden.noise(1, 4, 1);
    TsnePlacer placer = TsnePlacer.of(one, PlanarLayout.copyOf(new float[] {5, 6}));
    Placement.Estimated placement = place(placer, Golden.noise(1, 4, 2).row(0));
    assertEquals(List.of(0), placement.anchors());
    assertEquals(5, placement.x(), 1e-6);
    assertEquals(6, placement.y(), 1e-6);
  }

  @Test
  void refusesWhatCannotBePlaced() {
    VectorBlock block = Golden.points();
    TsnePlacer placer = TsnePlacer.of(block, Golden.layout());
    assertThrows(IllegalArgumentException.class, () -> place(placer, DenseVector.of(1, 2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> TsnePlacer.of(Golden.noise(3, 2, 1), Golden.layout()));
    assertThrows(
        TooFewPoints.class,
        () -> TsnePlacer.of(VectorBlock.copyOf(List.of(), 2), PlanarLayout.copyOf(new float[0])));
    Cancellation stop = new Cancellation();
    stop.request();
    assertThrows(JobCancelled.class, () -> placer.place(block.row(0), stop));
  }
}
