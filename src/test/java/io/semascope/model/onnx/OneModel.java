package io.semascope.model.onnx;

import io.semascope.job.JobContext;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelEntry;
import java.nio.file.Path;
import java.util.List;

/// A catalogue of one model that lies in a folder.
record OneModel(ModelDescriptor descriptor, Path folder) implements ModelCatalogue {
  static ModelDescriptor with(
      ModelDescriptor like, String output, int dimension, String minimumRuntime) {
    return new ModelDescriptor(
        like.id(),
        like.title(),
        like.licence(),
        like.kind(),
        dimension,
        like.maxTokens(),
        like.pooling(),
        like.normalised(),
        output,
        like.prompts(),
        like.matryoshkaSizes(),
        like.oneTextPerCall(),
        like.requiresConsent(),
        minimumRuntime,
        like.cautions(),
        like.files());
  }

  @Override
  public List<ModelEntry> entries() {
    return List.of(entry(descriptor.id()));
  }

  @Override
  public ModelEntry entry(String id) {
    return new ModelEntry(descriptor, ModelEntry.Availability.ON_DISK, folder.toString());
  }

  @Override
  public ModelEntry addFolder(Path folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ModelEntry fetch(String id, boolean consent, JobContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path files(String id, JobContext context) {
    return folder;
  }

  @Override
  public boolean networkUsed() {
    return false;
  }
}
