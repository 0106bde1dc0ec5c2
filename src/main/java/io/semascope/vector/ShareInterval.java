package io.semascope.vector;

/// Where a share among all rows lies with 95 % certainty, when only some of them were asked.
///
/// @param low in [0, 1]
/// @param high in [low, 1]
public record ShareInterval(double low, double high) {
  /// The two-sided 95 % point of the normal distribution.
  private static final double NORMAL = 1.959964;

  public ShareInterval {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("from %s to %s".formatted(low, high));
    }
  }

  /// Every row was asked: nothing is left open.
  public static ShareInterval exact(double share) {
    return new ShareInterval(share, share);
  }

  /// The score interval of Wilson (1927), Probable inference, which unlike a margin on both sides stays within 0 and 1 and does not vanish at them.
  ///
  /// @param share found, in [0, 1]
  /// @param draws independent ones that it is the mean of, at least 1
  public static ShareInterval wilson(double share, int draws) {
    if (draws < 1 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of %s in %d draws".formatted(share, draws));
    }
    double z = NORMAL * NORMAL / draws;
    double centre = (share + z / 2) / (1 + z);
    double reach = Math.sqrt(z * share * (1 - share) + z * z / 4) / (1 + z);
    // At 0 and 1 rounding would leave the share itself outside.
    return new ShareInterval(
        Math.clamp(centre - reach, 0, share), Math.clamp(centre + reach, share, 1));
  }
}
