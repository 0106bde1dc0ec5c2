package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.NeighbourGraph;
import io.semascope.projection.Golden;
import io.semascope.vector.VectorBlock;
import java.util.Random;

/// The formulas of the paper as they stand there, over all pairs.
final class Exact {
  private Exact() {}

  static Affinities affinities(VectorBlock block, double perplexity) {
    Neighbourhood neighbourhood = Neighbourhood.of(perplexity, block.count());
    NeighbourGraph graph =
        NeighbourGraph.exact(block, neighbourhood.neighbours(), JobContext.direct());
    return Affinities.of(graph, neighbourhood, Cancellation.never());
  }

  static Affinities affinities(int count, double perplexity) {
    return affinities(Golden.noise(count, 6, 11), perplexity);
  }

  static float[] positions(int count, double spread, long seed) {
    Random random = new Random(seed);
    float[] positions = new float[2 * count];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (float) (spread * random.nextGaussian());
    }
    return positions;
  }

  static double[][] matrix(Affinities affinities) {
    double[][] p = new double[affinities.count()][affinities.count()];
    for (int row = 0; row < p.length; row++) {
      for (int entry = affinities.start(row); entry < affinities.start(row + 1); entry++) {
        p[row][affinities.column(entry)] += affinities.value(entry);
      }
    }
    return p;
  }

  /// (1 + d²)⁻¹
  static double kernel(float[] positions, int i, int j) {
    double dx = (double) positions[2 * i] - positions[2 * j];
    double dy = (double) positions[2 * i + 1] - positions[2 * j + 1];
    return 1 / (1 + dx * dx + dy * dy);
  }

  static double normalisation(float[] positions) {
    double sum = 0;
    for (int i = 0; i < positions.length / 2; i++) {
      for (int j = 0; j < positions.length / 2; j++) {
        sum += i == j ? 0 : kernel(positions, i, j);
      }
    }
    return sum;
  }

  static double divergence(double[][] p, float[] positions) {
    double normalisation = normalisation(positions);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (p[i][j] > 0) {
          sum += p[i][j] * Math.log(p[i][j] * normalisation / kernel(positions, i, j));
        }
      }
    }
    return sum;
  }
}
