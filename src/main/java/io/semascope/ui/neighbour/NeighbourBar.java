package io.semascope.ui.neighbour;

import io.semascope.neighbour.Neighbour;
import io.semascope.probe.PairDistribution;
import io.semascope.vector.Similarity;
import java.util.List;

/// Where the bar of one score runs on its axis, as fractions of the axis in [0, 1].
///
/// @param from left end
/// @param to right end, at least `from`
/// @param zero where the value 0 stands; equal to `from` or `to`
/// @param negative whether the value is below 0
public record NeighbourBar(double from, double to, double zero, boolean negative) {

  /// The axis all bars of one list share.
  ///
  /// @param low value at the left end
  /// @param high value at the right end, above `low`
  /// @param inverted whether a bar is the longer the smaller its value is
  public record Axis(double low, double high, boolean inverted) {

    /// Cosine runs from −1 to 1. The dot product has no bounds, so its axis holds the shown values and the random pairs of the space. A distance is
    /// drawn inverted: full at 0, empty at the farthest random pair.
    public static Axis of(
        Similarity similarity, List<Neighbour> neighbours, PairDistribution pairs) {
      double lowest = Math.min(0, finite(pairs.quantile(0)));
      double highest = Math.max(0, finite(pairs.quantile(1)));
      for (Neighbour neighbour : neighbours) {
        lowest = Math.min(lowest, finite(neighbour.value()));
        highest = Math.max(highest, finite(neighbour.value()));
      }
      return switch (similarity) {
        case COSINE -> new Axis(-1, 1, false);
        case DOT -> new Axis(lowest, highest > lowest ? highest : lowest + 1, false);
        case EUCLIDEAN -> new Axis(0, highest > 0 ? highest : 1, true);
      };
    }

    private static double finite(double value) {
      return Double.isFinite(value) ? value : 0;
    }

    /// The bar of one value; empty for a value that is not a number.
    public NeighbourBar bar(double value) {
      if (Double.isNaN(value)) {
        return new NeighbourBar(position(0), position(0), position(0), false);
      }
      if (inverted) {
        return new NeighbourBar(0, 1 - position(value), 0, false);
      }
      double zero = position(0);
      double end = position(value);
      return new NeighbourBar(Math.min(zero, end), Math.max(zero, end), zero, value < 0);
    }

    private double position(double value) {
      return Math.clamp((value - low) / (high - low), 0.0, 1.0);
    }
  }
}
