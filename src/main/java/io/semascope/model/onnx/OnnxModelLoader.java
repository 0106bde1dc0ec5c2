package io.semascope.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.ModelCatalogue;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelLoader;
import io.semascope.model.Purpose;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;

/// Loads models whose graphs run in this process, on ONNX Runtime with DJL's tokenizers.
public final class OnnxModelLoader implements ModelLoader {
  private final ModelCatalogue catalogue;
  private final Path cacheFolder;

  /// @param cacheFolder where native libraries are unpacked, once
  public OnnxModelLoader(ModelCatalogue catalogue, Path cacheFolder) {
    this.catalogue = catalogue;
    this.cacheFolder = cacheFolder;
  }

  @Override
  public EmbeddingModel load(String id, int dimension, JobContext context) {
    Path folder = catalogue.files(id, context);
    ModelDescriptor entry = catalogue.entry(id).descriptor();
    int size = dimension == 0 ? entry.dimension() : dimension;
    requireSize(entry, size);
    OrtEnvironment environment = NativeLibraries.prepare(cacheFolder);
    requireRuntime(entry, environment.getVersion());
    context.cancellation().check();
    TextTokenizer tokenizer = new TextTokenizer(entry, file(folder, entry, "tokenizer"));
    try {
      TokenBatch probe =
          new TokenBatch(List.of(0), List.of(tokenizer.encode("A short text.", Purpose.DOCUMENT)));
      LoadedGraph loaded =
          new GraphLoader(environment, entry, file(folder, entry, "graph"), probe).load();
      return new OnnxEmbeddingModel(
          cutTo(entry, size), Fingerprints.of(entry, size), tokenizer, loaded);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static void requireSize(ModelDescriptor entry, int size) {
    if (size != entry.dimension() && !entry.matryoshkaSizes().contains(size)) {
      throw OnnxProblems.unavailable(
          "The model “" + entry.id() + "” gives no vectors of " + size + " dimensions.",
          entry.matryoshkaSizes().isEmpty()
              ? "It was trained for " + entry.dimension() + " only."
              : "It was trained for "
                  + entry.dimension()
                  + " and to be cut to "
                  + entry.matryoshkaSizes()
                  + ".",
          "Choose one of these sizes.",
          null);
    }
  }

  private static void requireRuntime(ModelDescriptor entry, String version) {
    if (!entry.minimumRuntime().isEmpty()
        && Version.parse(version).compareTo(Version.parse(entry.minimumRuntime())) < 0) {
      throw OnnxProblems.unavailable(
          "The model “" + entry.id() + "” cannot be run.",
          "It needs ONNX Runtime " + entry.minimumRuntime() + "; here is " + version + ".",
          "Install a newer Semascope.",
          null);
    }
  }

  private static Path file(Path folder, ModelDescriptor entry, String role) {
    ModelFile file =
        entry.files().stream()
            .filter(candidate -> candidate.role().equals(role))
            .findFirst()
            .orElseThrow(
                () ->
                    OnnxProblems.unfit(
                        entry.id(), "The entry names no file of the role " + role, null));
    return folder.resolve(file.name());
  }

  private static ModelDescriptor cutTo(ModelDescriptor entry, int size) {
    return new ModelDescriptor(
        entry.id(),
        entry.title(),
        entry.licence(),
        entry.kind(),
        size,
        entry.maxTokens(),
        entry.pooling(),
        entry.normalised(),
        entry.output(),
        entry.prompts(),
        entry.matryoshkaSizes(),
        entry.oneTextPerCall(),
        entry.requiresConsent(),
        entry.minimumRuntime(),
        entry.cautions(),
        entry.files());
  }
}
