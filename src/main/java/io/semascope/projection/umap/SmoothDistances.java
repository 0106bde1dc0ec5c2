package io.semascope.projection.umap;

import io.semascope.neighbour.NeighbourGraph;

/// How far one neighbour is from another as its own neighbourhood sees it (McInnes, Healy & Melville 2018, algorithm 3): ρ is the distance to the nearest
/// point that is not the same, σ is the width at which the memberships exp(−max(0, d − ρ)/σ) of the other points sum to log₂ k.
///
/// @param rho at least 0
/// @param sigma above 0, or 0 where all neighbours are the same point
record SmoothDistances(double rho, double sigma) {
  private static final double TOLERANCE = 1e-5;
  private static final int BISECTIONS = 64;

  /// σ is at least this share of a mean distance, so that nearly equal distances do not make a point blind to all but one neighbour.
  private static final double SMALLEST_SHARE = 1e-3;

  /// @param distances to the other points of the neighbourhood, nearest first; k is one more, the point itself
  /// @param meanOfAll the mean distance in all neighbourhoods, the points themselves counted
  static SmoothDistances of(double[] distances, double meanOfAll) {
    int k = distances.length + 1;
    double rho = 0;
    double sum = 0;
    for (double distance : distances) {
      rho = rho == 0 ? distance : rho;
      sum += distance;
    }
    double least = SMALLEST_SHARE * (rho > 0 ? sum / k : meanOfAll);
    return new SmoothDistances(rho, Math.max(least, width(distances, rho, log2(k))));
  }

  /// For a point that is no part of the space (transform of umap-learn, local connectivity 0): ρ is 0, and the nearest one counts without a membership
  /// of its own, as the point itself does inside the space.
  static SmoothDistances ofNewPoint(double[] distances) {
    double sum = 0;
    for (double distance : distances) {
      sum += distance;
    }
    double[] others = java.util.Arrays.copyOfRange(distances, 1, distances.length);
    double least = SMALLEST_SHARE * sum / distances.length;
    return new SmoothDistances(0, Math.max(least, width(others, 0, log2(distances.length))));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double width(double[] distances, double rho, double target) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double width = 1;
    for (int bisection = 0; bisection < BISECTIONS; bisection++) {
      double sum = 0;
      for (double distance : distances) {
        sum += membership(distance, rho, width);
      }
      if (Math.abs(sum - target) < TOLERANCE) {
        break;
      }
      if (sum > target) {
        high = width;
      } else {
        low = width;
      }
      width = high == Double.POSITIVE_INFINITY ? 2 * width : (low + high) / 2;
    }
    return width;
  }

  /// The strength, in [0, 1], with which a point at this distance belongs to the neighbourhood.
  double membership(double distance) {
    return sigma == 0 ? 1 : membership(distance, rho, sigma);
  }

  private static double membership(double distance, double rho, double sigma) {
    return distance > rho ? Math.exp(-(distance - rho) / sigma) : 1;
  }

  /// The mean over all rows and their `others` nearest, each row itself counted with distance 0.
  static double mean(NeighbourGraph graph, int others) {
    double sum = 0;
    for (int row = 0; row < graph.count(); row++) {
      for (int rank = 0; rank < others; rank++) {
        sum += Math.sqrt(graph.squaredDistance(row, rank));
      }
    }
    return sum / ((double) graph.count() * (others + 1));
  }
}
