package io.semascope.session;

import io.semascope.model.ModelCatalogue;

/// A model and the size its vectors are cut to.
///
/// @param modelId id in the catalogue
/// @param dimension a Matryoshka size of the model, 0 for its own dimension
public record ModelChoice(String modelId, int dimension) {
  /// The bundled default at its full dimension.
  public static ModelChoice standard() {
    return new ModelChoice(ModelCatalogue.DEFAULT_MODEL, 0);
  }
}
