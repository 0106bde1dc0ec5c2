package io.semascope.session.index;

import io.semascope.vector.Similarity;

/// What a person wants to know of neighbours, whatever they are neighbours of.
///
/// @param count how many, at least 1
/// @param method kept wide enough for `count`
/// @param patient whether to build an index that is not there yet; otherwise every row is compared meanwhile, and the answer says so
public record NeighbourRequest(
    int count, Similarity similarity, SearchMethod method, boolean patient) {
  public NeighbourRequest {
    method = method.keeping(count);
  }

  /// Every row is compared.
  public static NeighbourRequest exact(int count, Similarity similarity) {
    return new NeighbourRequest(count, similarity, new SearchMethod.Exact(), true);
  }
}
