package io.semascope.store;

import io.semascope.space.SpaceSummary;
import io.semascope.space.VectorSpace;
import java.util.Map;

/// A space as it was read from a workspace.
///
/// @param summary the facts of the moment it was read
/// @param space chunks that have a vector, in unit order, then the typed texts in the order they were typed
/// @param truncations of the chunks whose end did not reach their vector, by unit id
public record StoredSpace(
    SpaceSummary summary, VectorSpace space, Map<String, UnitTruncation> truncations) {
  public StoredSpace {
    truncations = Map.copyOf(truncations);
  }
}
