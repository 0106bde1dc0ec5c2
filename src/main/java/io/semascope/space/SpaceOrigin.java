package io.semascope.space;

import io.semascope.model.ModelFingerprint;

/// Where the vectors of a space come from.
public sealed interface SpaceOrigin {
  /// Vectors are comparable only under equal fingerprints.
  ModelFingerprint fingerprint();

  /// The name shown beside the fingerprint.
  String modelName();

  /// Made here, by a model that can embed more texts into the same space.
  record FromModel(String modelId, ModelFingerprint fingerprint) implements SpaceOrigin {
    @Override
    public String modelName() {
      return modelId;
    }
  }

  /// Read from a file of vectors; nothing can be typed into it because its model is not known.
  ///
  /// @param name of the file, for people
  /// @param fingerprint of the imported values
  record Imported(String name, ModelFingerprint fingerprint) implements SpaceOrigin {
    @Override
    public String modelName() {
      return "imported: " + name;
    }
  }
}
