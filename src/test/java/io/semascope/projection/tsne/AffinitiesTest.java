package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.projection.Golden;
import io.semascope.projection.TooFewPoints;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AffinitiesTest {
  private static double entropy(double[] probabilities) {
    return Arrays.stream(probabilities).map(p -> p > 0 ? -p * Math.log(p) : 0).sum();
  }

  @Test
  void theEntropyReachesTheLogarithmOfThePerplexity() {
    Random random = new Random(3);
    for (double scale : new double[] {1e-6, 1, 1e6}) {
      for (double perplexity : new double[] {2, 5, 29.9}) {
        double[] squared = random.doubles(90).map(d -> scale * (1 + d)).sorted().toArray();
        double[] probabilities = new double[90];
        Bandwidth.probabilities(squared, perplexity, probabilities);
        String where = "scale " + scale + ", perplexity " + perplexity;
        assertEquals(Math.log(perplexity), entropy(probabilities), 1e-7, where);
        assertEquals(1, Arrays.stream(probabilities).sum(), 1e-12, where);
      }
    }
  }

  /// A Gaussian: the logarithms fall linearly with the squared distance.
  @Test
  void moreTiesThanThePerplexityShareAllProbability() {
    double[] squared = new double[90];
    Arrays.fill(squared, 40, 90, 1e-12);
    double[] probabilities = new double[90];
    double precision = Bandwidth.probabilities(squared, 30, probabilities);
    for (int i = 0; i < 90; i++) {
      assertEquals(i < 40 ? 1 / 40.0 : 0, probabilities[i], 1e-15);
    }
    assertEquals(0, Math.exp(-precision * squared[40]), "so it is when it is computed anew");
  }

  @Test
  void theProbabilitiesAreGaussianInTheSquaredDistance() {
    double[] probabilities = new double[4];
    Bandwidth.probabilities(new double[] {1, 2, 3, 5}, 2.5, probabilities);
    double first = Math.log(probabilities[0] / probabilities[1]);
    assertEquals(first, Math.log(probabilities[1] / probabilities[2]), 1e-12);
    assertEquals(2 * first, Math.log(probabilities[2] / probabilities[3]), 1e-12);
  }

  @Test
  void equalDistancesShareEqually() {
    double[] probabilities = new double[5];
    Bandwidth.probabilities(new double[5], 2, probabilities);
    assertArrayEquals(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, probabilities, 1e-12);
    double[] three = new double[5];
    Bandwidth.probabilities(new double[] {1, 1, 1, 4, 4}, 2, three);
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0}, three, 1e-6);
  }

  @Test
  void theJointProbabilitiesAreTheSymmetrisedConditionalOnes() {
    int count = 300;
    var block = Golden.noise(count, 6, 11);
    Neighbourhood neighbourhood = Neighbourhood.of(10, count);
    assertEquals(30, neighbourhood.neighbours());
    NeighbourGraph graph = NeighbourGraph.exact(block, 30, JobContext.direct());
    double[][] conditional = new double[count][count];
    for (int row = 0; row < count; row++) {
      double[] squared = new double[30];
      for (int rank = 0; rank < 30; rank++) {
        squared[rank] = graph.squaredDistance(row, rank);
      }
      double[] probabilities = new double[30];
      Bandwidth.probabilities(squared, 10, probabilities);
      for (int rank = 0; rank < 30; rank++) {
        conditional[row][graph.neighbour(row, rank)] = probabilities[rank];
      }
    }
    double[][] joint = Exact.matrix(Affinities.of(graph, neighbourhood, Cancellation.never()));
    double sum = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        assertEquals((conditional[i][j] + conditional[j][i]) / (2 * count), joint[i][j], 1e-10);
        sum += joint[i][j];
      }
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void columnsAscendAndNoneOccursTwice() {
    Affinities affinities = Exact.affinities(200, 7);
    for (int row = 0; row < 200; row++) {
      for (int entry = affinities.start(row) + 1; entry < affinities.start(row + 1); entry++) {
        assertTrue(affinities.column(entry - 1) < affinities.column(entry));
      }
    }
  }

  @Test
  void thePerplexityIsCappedAtAThirdOfTheOtherPoints() {
    assertEquals(new Neighbourhood(30, 90), Neighbourhood.of(30, 200));
    assertEquals(new Neighbourhood(3, 9), Neighbourhood.of(30, 10));
    assertEquals(new Neighbourhood(1, 3), Neighbourhood.of(30, 4));
    TooFewPoints problem = assertThrows(TooFewPoints.class, () -> Neighbourhood.of(30, 3));
    assertTrue(problem.report().why().contains("at least 4 points, and there are 3"));
  }
}
