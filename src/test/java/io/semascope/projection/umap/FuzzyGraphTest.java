package io.semascope.projection.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.projection.Golden;
import io.semascope.vector.VectorBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyGraphTest {
  private static final Cancellation NEVER = Cancellation.never();

  static FuzzyGraph graph(VectorBlock block, int others, double weakest) {
    NeighbourGraph nearest = NeighbourGraph.exact(block, others, JobContext.direct());
    return FuzzyGraph.of(nearest, others, weakest, NEVER);
  }

  @Test
  void smoothDistancesAreThoseOfUmapLearn() {
    NeighbourGraph nearest = NeighbourGraph.exact(Reference.points(), 14, JobContext.direct());
    double mean = SmoothDistances.mean(nearest, 14);
    List<double[]> expected = Reference.table("smooth.tsv");
    for (int row = 0; row < nearest.count(); row++) {
      double[] distances = new double[14];
      for (int rank = 0; rank < 14; rank++) {
        distances[rank] = Math.sqrt(nearest.squaredDistance(row, rank));
      }
      SmoothDistances smooth = SmoothDistances.of(distances, mean);
      assertEquals(expected.get(row)[0], smooth.rho(), 1e-5);
      assertEquals(expected.get(row)[1], smooth.sigma(), 1e-3 * smooth.sigma());
    }
  }

  @Test
  void edgesAreThoseOfUmapLearn() {
    FuzzyGraph graph = graph(Reference.points(), 14, 0);
    List<double[]> expected = Reference.table("graph.tsv");
    assertEquals(expected.size(), graph.edges());
    for (int row = 0; row < graph.count(); row++) {
      for (int edge = graph.start(row); edge < graph.start(row + 1); edge++) {
        assertEquals(expected.get(edge)[0], row);
        assertEquals(expected.get(edge)[1], graph.end(edge));
        assertEquals(expected.get(edge)[2], graph.strength(edge), 2e-4);
      }
    }
  }

  @Test
  void weakEdgesAreLeftOut() {
    FuzzyGraph whole = graph(Reference.points(), 14, 0);
    FuzzyGraph strong = graph(Reference.points(), 14, 0.25);
    int expected = 0;
    for (int edge = 0; edge < whole.edges(); edge++) {
      expected += whole.strength(edge) >= 0.25f ? 1 : 0;
    }
    assertTrue(expected < whole.edges());
    assertEquals(expected, strong.edges());
  }

  @Test
  void fewerNeighboursThanTheGraphHasAreTakenAsAskedFor() {
    NeighbourGraph nearest = NeighbourGraph.exact(Reference.points(), 40, JobContext.direct());
    FuzzyGraph narrow = FuzzyGraph.of(nearest, 14, 0, NEVER);
    FuzzyGraph expected = graph(Reference.points(), 14, 0);
    assertEquals(expected.edges(), narrow.edges());
    for (int edge = 0; edge < narrow.edges(); edge++) {
      assertEquals(expected.strength(edge), narrow.strength(edge));
    }
  }

  /// Every point reaches its nearest one fully, also where all are the same point.
  @Test
  void equalPointsBelongFullyTogether() {
    VectorBlock block = VectorBlock.copyOf(java.util.Collections.nCopies(6, new float[] {1, 2}), 2);
    FuzzyGraph graph = graph(block, 3, 0);
    for (int edge = 0; edge < graph.edges(); edge++) {
      assertEquals(1, graph.strength(edge));
    }
  }

  @Test
  void partsWithoutEdgesBetweenThemAreFound() {
    VectorBlock block =
        Golden.noise(30, 3, 1).append(VectorBlock.copyOf(shifted(Golden.noise(20, 3, 2)), 3));
    FuzzyGraph graph = graph(block, 5, 0);
    Components components = Components.of(graph);
    assertEquals(2, components.count());
    assertEquals(30, components.rows(0).length);
    assertEquals(30, components.rows(1)[0]);
    FuzzyGraph second = graph.among(components.rows(1));
    assertEquals(20, second.count());
    assertEquals(1, Components.of(second).count());
    int edges = graph.edges() - graph.start(30);
    assertEquals(edges, second.edges());
    assertEquals(graph.strength(graph.start(30) + 4), second.strength(4));
    assertEquals(graph.end(graph.start(30) + 4) - 30, second.end(4));
  }

  private static List<float[]> shifted(VectorBlock block) {
    return java.util.stream.IntStream.range(0, block.count())
        .mapToObj(
            row -> new float[] {1000 + block.get(row, 0), block.get(row, 1), block.get(row, 2)})
        .toList();
  }
}
