package io.semascope.session.index;

import io.semascope.session.filter.TextFilter;
import io.semascope.vector.Similarity;

/// What a person wants to know of neighbours, whatever they are neighbours of.
///
/// @param count how many, at least 1; fewer are found when the filter lets fewer in
/// @param method kept wide enough for `count`
/// @param patient whether to build an index that is not there yet; otherwise every row is compared meanwhile, and the answer says so
/// @param filter which texts may be found, applied while searching
public record NeighbourRequest(
    int count, Similarity similarity, SearchMethod method, boolean patient, TextFilter filter) {
  public NeighbourRequest {
    method = method.keeping(count);
  }

  /// Every row is compared.
  public static NeighbourRequest exact(int count, Similarity similarity) {
    return new NeighbourRequest(
        count, similarity, new SearchMethod.Exact(), true, TextFilter.none());
  }

  /// The same among the texts that a filter lets in.
  public NeighbourRequest among(TextFilter wanted) {
    return new NeighbourRequest(count, similarity, method, patient, wanted);
  }
}
