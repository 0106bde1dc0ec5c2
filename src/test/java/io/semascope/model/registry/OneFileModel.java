package io.semascope.model.registry;

import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.Pooling;
import java.util.List;
import java.util.Map;

/// A model that consists of one file, for what fetches it.
final class OneFileModel {
  private OneFileModel() {}

  static ModelDescriptor of(ModelFile file) {
    return new ModelDescriptor(
        "tested",
        "Tested",
        "",
        ModelDescriptor.Kind.TEXT_EMBEDDING,
        8,
        16,
        Pooling.MEAN,
        true,
        "",
        Map.of(),
        List.of(),
        false,
        "",
        "",
        List.of(),
        List.of(file));
  }
}
