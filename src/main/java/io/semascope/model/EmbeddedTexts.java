package io.semascope.model;

import io.semascope.vector.VectorBlock;
import java.util.List;

/// Vectors of a request.
///
/// @param vectors row i belongs to text i
/// @param truncations one for every text that was cut, by index
public record EmbeddedTexts(VectorBlock vectors, List<Truncation> truncations) {
  public EmbeddedTexts {
    truncations = List.copyOf(truncations);
  }
}
