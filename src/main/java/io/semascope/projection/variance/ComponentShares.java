package io.semascope.projection.variance;

import java.util.List;

/// How much of the variance lies along each principal component.
///
/// @param rows how many vectors were looked at
/// @param totalVariance the sum of all variances, divided by n − 1
/// @param variances along each component, largest first, as many as dimensions
public record ComponentShares(long rows, double totalVariance, List<Double> variances) {
  public ComponentShares {
    variances = List.copyOf(variances);
  }

  static ComponentShares of(PrincipalComponents components) {
    return new ComponentShares(
        components.rows(),
        components.totalVariance(),
        java.util.stream.IntStream.range(0, components.count())
            .mapToObj(components::variance)
            .toList());
  }

  /// How many components there are.
  public int count() {
    return variances.size();
  }

  /// How many components can have any variance: one fewer than there are vectors, and no more than dimensions.
  public int most() {
    return most(rows, count());
  }

  /// The same of so many vectors, at least one.
  static int most(long rows, int dimension) {
    return (int) Math.min(rows - 1, dimension);
  }

  /// The share of the total variance along component `rank`, from 0, in [0, 1]; 0 when nothing varies.
  public double share(int rank) {
    return totalVariance > 0 ? Math.min(1, variances.get(rank) / totalVariance) : 0;
  }

  /// The share along the first `kept` components together, in [0, 1].
  public double cumulativeShare(int kept) {
    double sum = 0;
    for (int rank = 0; rank < kept; rank++) {
      sum += share(rank);
    }
    return Math.min(1, sum);
  }
}
