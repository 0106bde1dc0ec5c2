package io.semascope.model;

import io.semascope.job.JobContext;

/// Makes a model ready to run.
@FunctionalInterface
public interface ModelLoader {
  /// Loads the entry of this id on the best device there is. Throws `ModelUnavailable` or `ModelFileDamaged`.
  ///
  /// @param dimension the size vectors are cut to before they are normalised again; 0 means the model's own. Throws `ModelUnavailable` for a size the model
  ///     was not trained for
  EmbeddingModel load(String id, int dimension, JobContext context);
}
