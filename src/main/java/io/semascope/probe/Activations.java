package io.semascope.probe;

import io.semascope.vector.DenseVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// All values of one vector against the mean and spread of its space.
///
/// @param byDimension one for every dimension, in order
public record Activations(List<Activation> byDimension) {
  public Activations {
    byDimension = List.copyOf(byDimension);
  }

  /// One value of a vector and how unusual it is.
  ///
  /// @param dimension index, from 0
  /// @param value of the vector there
  /// @param mean of the space there
  /// @param standardDeviation of the space there
  /// @param zScore (value − mean) / standard deviation; empty where all rows of the space are equal or there are none, because then no value can be
  ///     called usual or unusual
  public record Activation(
      int dimension, float value, double mean, double standardDeviation, OptionalDouble zScore) {}

  /// The values of `vector`, which has the dimension of `statistics`. Throws `IllegalArgumentException` when it has not.
  public static Activations of(DenseVector vector, DimensionStatistics statistics) {
    if (vector.dimension() != statistics.dimension()) {
      throw new IllegalArgumentException(
          "dimensions differ: " + vector.dimension() + " and " + statistics.dimension());
    }
    List<Activation> all = new ArrayList<>(vector.dimension());
    for (int i = 0; i < vector.dimension(); i++) {
      double mean = statistics.mean(i);
      double deviation = statistics.standardDeviation(i);
      double zScore = (vector.get(i) - mean) / deviation;
      all.add(
          new Activation(
              i,
              vector.get(i),
              mean,
              deviation,
              deviation > 0 && Double.isFinite(zScore)
                  ? OptionalDouble.of(zScore)
                  : OptionalDouble.empty()));
    }
    return new Activations(all);
  }

  /// The `count` most unusual values (all when there are fewer): largest |z| first, ties by dimension, values without a z last.
  public List<Activation> strongest(int count) {
    return byDimension.stream()
        .sorted(
            Comparator.comparingDouble(Activations::usualness)
                .thenComparingInt(Activation::dimension))
        .limit(count)
        .toList();
  }

  private static double usualness(Activation activation) {
    return activation.zScore().isPresent()
        ? -Math.abs(activation.zScore().getAsDouble())
        : Double.POSITIVE_INFINITY;
  }
}
