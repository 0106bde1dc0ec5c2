package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import org.junit.jupiter.api.Test;

class GradientTest {
  private static double length(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /// Σ (1 + d²)⁻² (y_i − y_j) over all j, two values for each i.
  private static double[] exactRepulsion(double[] positions) {
    double[] force = new double[positions.length];
    for (int i = 0; i < positions.length / 2; i++) {
      for (int j = 0; j < positions.length / 2; j++) {
        double squared = Math.pow(Exact.kernel(positions, i, j), 2);
        force[2 * i] += squared * (positions[2 * i] - positions[2 * j]);
        force[2 * i + 1] += squared * (positions[2 * i + 1] - positions[2 * j + 1]);
      }
    }
    return force;
  }

  /// With so few points every cell is opened only where θ asks for it; the error allowed is that of the tree, one percent.
  @Test
  void fourTimesTheGradientIsTheSlopeOfTheDivergence() {
    Affinities affinities = Exact.affinities(40, 5);
    double[] positions = Exact.positions(40, 1, 2);
    double[][] p = Exact.matrix(affinities);
    double[] gradient = new Gradient(40).at(positions, affinities, 1, Cancellation.never()).clone();
    double[] slope = new double[80];
    double step = 1e-6;
    for (int i = 0; i < 80; i++) {
      double[] moved = positions.clone();
      moved[i] += step;
      double above = Exact.divergence(p, moved);
      moved[i] -= 2 * step;
      slope[i] = (above - Exact.divergence(p, moved)) / (2 * step);
    }
    double[] error = new double[80];
    for (int i = 0; i < 80; i++) {
      error[i] = 4 * gradient[i] - slope[i];
    }
    assertTrue(
        length(error) < 0.01 * length(slope), length(error) / length(slope) + " of the slope");
  }

  /// Where no cell is far enough to be taken as one point, nothing is approximated: four points lie in one leaf.
  @Test
  void fourPointsHaveTheirExactGradient() {
    double[] positions = {0, 0, 1, 0, 0, 2, 3, 3};
    BarnesHutTree tree = BarnesHutTree.over(positions, BarnesHutTree.THETA);
    double[] exact = exactRepulsion(positions);
    double[] force = new double[2];
    double sum = 0;
    for (int place = 0; place < 4; place++) {
      int row = tree.row(place);
      sum += tree.repulsion(place, force, 0);
      assertEquals(exact[2 * row], force[0], 1e-15);
      assertEquals(exact[2 * row + 1], force[1], 1e-15);
    }
    assertEquals(Exact.normalisation(positions), sum, 1e-14);
  }

  /// At every size a picture has while it grows; stated error: 3 % of the force, 2 % of Z.
  @Test
  void theTreeIsNearTheSumOverAllPairs() {
    for (double spread : new double[] {1e-4, 0.1, 1, 10, 50}) {
      double[] positions = Exact.positions(2000, spread, 7);
      BarnesHutTree tree = BarnesHutTree.over(positions, BarnesHutTree.THETA);
      double[] exact = exactRepulsion(positions);
      double[] error = new double[positions.length];
      double sum = 0;
      for (int place = 0; place < 2000; place++) {
        int row = tree.row(place);
        sum += tree.repulsion(place, error, 2 * row);
        error[2 * row] -= exact[2 * row];
        error[2 * row + 1] -= exact[2 * row + 1];
      }
      assertEquals(1, sum / Exact.normalisation(positions), 0.02, "spread " + spread);
      assertTrue(
          length(error) < 0.03 * length(exact),
          "spread " + spread + ": error " + length(error) / length(exact));
    }
  }

  @Test
  void pointsAtOnePlaceAndOneFarAwayAreCountedOnce() {
    double[] positions = new double[200];
    positions[0] = 1e9;
    BarnesHutTree tree = BarnesHutTree.over(positions, BarnesHutTree.THETA);
    double sum = 0;
    for (int place = 0; place < 100; place++) {
      sum += tree.repulsion(place, new double[2], 0);
    }
    assertEquals(99 * 98, sum, 1e-6);
    double[] same = new double[20];
    assertEquals(9, BarnesHutTree.over(same, BarnesHutTree.THETA).repulsion(0, new double[2], 0));
    assertEquals(10, BarnesHutTree.over(same, BarnesHutTree.THETA).repulsion(0, 0, new double[2]));
  }

  @Test
  void theDivergenceIsThatOfAllPairs() {
    Affinities affinities = Exact.affinities(500, 10);
    for (double spread : new double[] {1e-4, 1, 20}) {
      double[] positions = Exact.positions(500, spread, 5);
      assertEquals(
          Exact.divergence(Exact.matrix(affinities), positions),
          KullbackLeibler.of(positions, affinities, Cancellation.never()),
          0.005,
          "spread " + spread);
    }
  }

  @Test
  void exaggerationMultipliesTheAttractionOnly() {
    Affinities affinities = Exact.affinities(60, 5);
    double[] positions = Exact.positions(60, 1, 4);
    Gradient gradient = new Gradient(60);
    double[] plain = gradient.at(positions, affinities, 1, Cancellation.never()).clone();
    double[] strong = gradient.at(positions, affinities, 12, Cancellation.never()).clone();
    double[] force = new double[2];
    for (int row = 0; row < 60; row++) {
      Attraction.of(affinities, positions, row, force);
      assertEquals(11 * force[0], strong[2 * row] - plain[2 * row], 1e-14);
      assertEquals(11 * force[1], strong[2 * row + 1] - plain[2 * row + 1], 1e-14);
    }
  }
}
