package io.semascope.model.onnx;

import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.Purpose;
import io.semascope.model.registry.ModelRegistry;
import io.semascope.vector.DenseVector;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Loads real models for tests, with one cache for all of them.
final class RealModels {
  private RealModels() {}

  static Path cache() {
    return Path.of(System.getProperty("semascope.cache", "target/cache"));
  }

  static EmbeddingModel load(String id) {
    ModelRegistry registry = new ModelRegistry(cache(), cache().resolve("no-user"));
    return new OnnxModelLoader(registry, cache()).load(id, 0, JobContext.direct());
  }

  static List<DenseVector> rows(EmbeddedTexts embedded) {
    return IntStream.range(0, embedded.vectors().count())
        .mapToObj(embedded.vectors()::row)
        .toList();
  }

  static List<DenseVector> embed(EmbeddingModel model, List<String> texts, Purpose purpose) {
    return rows(model.embed(texts, purpose, JobContext.direct()));
  }
}
