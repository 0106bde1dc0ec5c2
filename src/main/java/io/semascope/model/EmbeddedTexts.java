package io.semascope.model;

import io.semascope.vector.VectorBlock;
import java.util.List;

/// Vectors of a request.
///
/// @param vectors row i belongs to text i
/// @param truncations one for every text that was cut, by index
/// @param unknown indexes of the texts of which the model's vocabulary has nothing, ascending: it saw the same unknown token for every part of them
public record EmbeddedTexts(
    VectorBlock vectors, List<Truncation> truncations, List<Integer> unknown) {
  public EmbeddedTexts {
    truncations = List.copyOf(truncations);
    unknown = List.copyOf(unknown);
  }

  /// Vectors of texts of which the vocabulary has something.
  public EmbeddedTexts(VectorBlock vectors, List<Truncation> truncations) {
    this(vectors, truncations, List.of());
  }
}
