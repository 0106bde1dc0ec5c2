package io.semascope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.neighbour.GraphRecall;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Umap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QualityFiguresTest {
  private static Projection umap(Optional<GraphRecall> recall) {
    return new Projection(
        Umap.standard(),
        PlanarLayout.copyOf(new float[2 * 5_000]),
        new ProjectionFacts.OfUmap(15, 200, 200, 1.5, 0.9, 1, 1, false, recall));
  }

  @Test
  void approximateNeighboursAreTold() {
    Projection projection = umap(Optional.of(new GraphRecall(0.9534, 0.0042, 300)));
    assertEquals(
        List.of(
            new EngineFigure("graphRecall", "true nearest in the graph", "0 to 1", 0.9534),
            new EngineFigure(
                "graphRecallMargin", "half the 95 % interval of that", "0 to 1", 0.0042),
            new EngineFigure("graphRecallRows", "measured for that", "rows", 300)),
        QualityFigures.ofGraph(projection.facts()));
    assertEquals(
        List.of(
            "umap: the neighbours were approximate, recall 0.953 ± 0.004, measured on 300 of 5,000"
                + " rows."),
        QualityFigures.graphNotes(BenchedEngine.UMAP, projection));
  }

  @Test
  void ofExactOnesNothingIsTold() {
    Projection projection = umap(Optional.empty());
    assertEquals(List.of(), QualityFigures.ofGraph(projection.facts()));
    assertEquals(List.of(), QualityFigures.graphNotes(BenchedEngine.UMAP, projection));
  }
}
