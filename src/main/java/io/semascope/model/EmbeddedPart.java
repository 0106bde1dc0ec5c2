package io.semascope.model;

import java.util.List;

/// Vectors of one part of a long request.
///
/// @param index of the part in the request
/// @param embedded one row for each text of the part that has a vector, in their order; truncations and unknown texts count these rows
/// @param refused which texts of the part can get no vector, ascending
public record EmbeddedPart(int index, EmbeddedTexts embedded, List<Integer> refused) {
  public EmbeddedPart {
    refused = List.copyOf(refused);
  }
}
