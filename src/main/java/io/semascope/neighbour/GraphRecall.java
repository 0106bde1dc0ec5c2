package io.semascope.neighbour;

import io.semascope.vector.Estimate;

/// How many of the true neighbours an approximate graph holds, measured on rows drawn from all. A neighbour counts when it is at least as near as the last
/// true one, so that copies of a text may stand for each other.
///
/// @param value the share found, in [0, 1]
/// @param margin half the width of its 95 % confidence interval; 0 when every row was measured
/// @param rows how many rows were measured, each against all others
public record GraphRecall(double value, double margin, int rows) {
  public GraphRecall {
    if (!(value >= 0 && value <= 1) || !(margin >= 0 && margin <= 1) || rows < 1) {
      throw new IllegalArgumentException(
          "recall %s ± %s of %d rows".formatted(value, margin, rows));
    }
  }

  /// The mean of a simple random sample of `shares.length` of `population` rows, drawn without replacement.
  ///
  /// @param shares of the true neighbours of each row that were found, in [0, 1]
  static GraphRecall ofSample(double[] shares, int population) {
    Estimate recall = Estimate.ofSample(shares, population);
    return new GraphRecall(recall.value(), recall.margin(), shares.length);
  }
}
