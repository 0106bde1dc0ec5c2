package io.semascope.neighbour.approximate;

import io.semascope.vector.ShareInterval;

/// How many of the true nearest rows an approximate index found, measured against the exact search by cosine. A found row counts when it is at least as near
/// as the last true one, so that copies of a text may stand for each other.
///
/// @param dial of the index that was measured, see `ApproximateIndex`
/// @param nearest how many neighbours of each query were compared: those it asked for, or all others where there are fewer
/// @param queries rows that were asked about, drawn evenly from all
/// @param value the share found, in [0, 1]
public record Recall(int dial, int nearest, int queries, double value) {
  public Recall {
    if (dial < 1 || nearest < 1 || queries < 1 || !(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "recall %s of %d nearest, %d queries, dial %d".formatted(value, nearest, queries, dial));
    }
  }

  /// The 95 % confidence interval of the share among all rows. A query counts as one draw and not as `nearest`, because misses come together in hard queries: a mean of
  /// shares varies at most as much as hits and misses of whole queries do, so the interval is rather too wide than too narrow.
  public ShareInterval interval() {
    return ShareInterval.wilson(value, queries);
  }

  /// The lower end of the interval.
  public double low() {
    return interval().low();
  }

  /// The upper end of the same.
  public double high() {
    return interval().high();
  }
}
