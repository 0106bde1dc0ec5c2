package io.semascope.neighbour;

import java.util.Arrays;

/// How many of the true neighbours an approximate graph holds, measured on rows drawn from all. A neighbour counts when it is at least as near as the last
/// true one, so that copies of a text may stand for each other.
///
/// @param value the share found, in [0, 1]
/// @param margin half the width of its 95 % confidence interval; 0 when every row was measured
/// @param rows how many rows were measured, each against all others
public record GraphRecall(double value, double margin, int rows) {
  /// 95 % that none of n is drawn leaves at most 3/n of them (Hanley & Lippman-Hand 1983, If nothing goes wrong, is everything all right?).
  private static final double THREE = 3;

  /// The two-sided 95 % point of the normal distribution.
  private static final double NORMAL = 1.959964;

  public GraphRecall {
    if (!(value >= 0 && value <= 1) || !(margin >= 0 && margin <= 1) || rows < 1) {
      throw new IllegalArgumentException(
          "recall %s ± %s of %d rows".formatted(value, margin, rows));
    }
  }

  /// The mean of a simple random sample of `shares.length` of `population` rows, drawn without replacement; its margin carries the correction for a finite
  /// population (Cochran 1977, Sampling Techniques, section 2.6).
  ///
  /// @param shares of the true neighbours of each row that were found, in [0, 1]
  static GraphRecall ofSample(double[] shares, int population) {
    double mean = Arrays.stream(shares).average().orElseThrow();
    if (shares.length >= population || shares.length < 2) {
      return new GraphRecall(mean, 0, shares.length);
    }
    double squares = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum();
    double variance = squares / (shares.length - 1);
    double left = (double) (population - shares.length) / population;
    double margin = NORMAL * Math.sqrt(variance / shares.length * left);
    if (variance == 0) {
      // As many rows may differ without one of them in the sample: the rule of three.
      margin = THREE / shares.length * left;
    }
    return new GraphRecall(mean, Math.min(1, margin), shares.length);
  }
}
