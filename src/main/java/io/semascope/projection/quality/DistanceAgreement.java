package io.semascope.projection.quality;

import io.semascope.vector.Estimate;

/// Whether what lies farther apart in the space is drawn farther apart.
///
/// @param rankCorrelation Spearman's rank correlation of the distances of pairs in the space and in the map, in [−1, 1]
/// @param pairs how many pairs were compared
/// @param allPairs how many there are, n(n − 1)/2
public record DistanceAgreement(Estimate rankCorrelation, long pairs, long allPairs) {
  /// Whether only some pairs were compared: all within each of ten groups of rows drawn at random.
  public boolean sampled() {
    return pairs < allPairs;
  }
}
