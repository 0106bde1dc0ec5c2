package io.semascope.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.semascope.job.Cancellation;
import io.semascope.model.Device;
import io.semascope.model.ModelDescriptor;
import io.semascope.problem.ProblemException;
import io.semascope.problem.SystemRefusal;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a graph on the best device: a graphics card where the runtime has one and its vectors agree with the CPU's, else the CPU.
final class GraphLoader {
  /// Vectors of one fingerprint must agree whatever ran them; below this a device computes something else (half precision, say).
  private static final double LEAST_COSINE = 0.99999;

  /// Small graphs run several calls side by side, one thread each, which is 1.4 to 2 times faster; large ones would make a person wait for one text.
  private static final long LARGE_GRAPH_BYTES = 400L << 20;

  /// All calls read the same weights through the same memory bus, and each holds the activations of up to 384 tokens; beyond this nothing was measured (decision
  /// 0047).
  private static final int MOST_CALLS = 8;

  private final OrtEnvironment environment;
  private final ModelDescriptor descriptor;
  private final Path path;
  private final TokenBatch probe;

  /// @param path of the graph
  /// @param probe a short text, to compare devices with
  GraphLoader(OrtEnvironment environment, ModelDescriptor descriptor, Path path, TokenBatch probe) {
    this.environment = environment;
    this.descriptor = descriptor;
    this.path = path;
    this.probe = probe;
  }

  /// Throws `ModelFileDamaged` when the graph does not fit its descriptor, `ModelUnavailable` when it cannot be read or the runtime cannot load it.
  LoadedGraph load() {
    CoreUse use = CoreUse.of(Runtime.getRuntime().availableProcessors(), graphBytes());
    TextGraph cpu =
        open(
            options -> {
              options.setIntraOpNumThreads(use.threads());
              for (var entry : CpuTuning.entries(System.getProperty("os.arch", "")).entrySet()) {
                options.addConfigEntry(entry.getKey(), entry.getValue());
              }
            });
    try {
      String note = "";
      for (Accelerator accelerator : accelerators()) {
        Attempt attempt = attempt(accelerator, cpu);
        if (attempt.graph().isPresent()) {
          cpu.close();
          return new LoadedGraph(attempt.graph().get(), new Device(accelerator.name(), ""), 1);
        }
        note = attempt.note();
      }
      int busy = use.calls() * use.threads();
      String name = busy == 1 ? "CPU, 1 thread" : "CPU, " + busy + " threads";
      return new LoadedGraph(cpu, new Device(name, note), use.calls());
    } catch (RuntimeException e) {
      cpu.close();
      throw e;
    }
  }

  /// How the CPU is shared.
  ///
  /// @param calls side by side
  /// @param threads of each call
  record CoreUse(int calls, int threads) {
    /// One of the two is 1: calls side by side have a thread each, and a call of a large graph has all cores.
    static CoreUse of(int cores, long graphBytes) {
      return graphBytes > LARGE_GRAPH_BYTES
          ? new CoreUse(1, cores)
          : new CoreUse(Math.min(cores, MOST_CALLS), 1);
    }
  }

  private long graphBytes() {
    try {
      long data = 0;
      for (var file : descriptor.files()) {
        if (file.role().equals("graph-data")) {
          data += file.bytes();
        }
      }
      return data + Files.size(path);
    } catch (IOException e) {
      throw OnnxProblems.unavailable(
          "The graph of “" + descriptor.id() + "” could not be read.",
          SystemRefusal.reading(path, e),
          "Check that the file exists and may be read, then try again.",
          e);
    }
  }

  private record Accelerator(String name, Configuration configuration) {}

  /// @param graph the graph on the device, when it computes what the CPU does
  /// @param note why not, else
  private record Attempt(Optional<TextGraph> graph, String note) {}

  @FunctionalInterface
  private interface Configuration {
    void apply(OrtSession.SessionOptions options) throws OrtException;
  }

  private static List<Accelerator> accelerators() {
    Set<OrtProvider> providers = OrtEnvironment.getAvailableProviders();
    if (providers.contains(OrtProvider.CUDA)) {
      return List.of(new Accelerator("NVIDIA GPU 0 (CUDA)", GraphLoader::cuda));
    }
    if (providers.contains(OrtProvider.CORE_ML)) {
      return List.of(new Accelerator("Apple GPU (CoreML)", GraphLoader::coreMl));
    }
    return List.of();
  }

  private static void cuda(OrtSession.SessionOptions options) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
      // TF32 keeps 10 bits of the mantissa, which would show in the vectors.
      cuda.add("use_tf32", "0");
      options.addCUDA(cuda);
    }
  }

  private static void coreMl(OrtSession.SessionOptions options) throws OrtException {
    // The Neural Engine computes in half precision.
    options.addCoreML(Map.of("ModelFormat", "MLProgram", "MLComputeUnits", "CPUAndGPU"));
  }

  private Attempt attempt(Accelerator accelerator, TextGraph cpu) {
    TextGraph graph;
    try {
      graph = open(accelerator.configuration());
    } catch (ProblemException e) {
      return new Attempt(Optional.empty(), accelerator.name() + " was tried: " + e.report().why());
    }
    try {
      double cosine = Similarity.COSINE.between(probe(cpu), probe(graph));
      if (cosine >= LEAST_COSINE) {
        return new Attempt(Optional.of(graph), "");
      }
      graph.close();
      return new Attempt(
          Optional.empty(),
          accelerator.name()
              + " was tried: its vectors differ from the CPU's (cosine "
              + cosine
              + ").");
    } catch (ProblemException e) {
      graph.close();
      return new Attempt(Optional.empty(), accelerator.name() + " was tried: " + e.report().why());
    }
  }

  private DenseVector probe(TextGraph graph) {
    Pooler pooler = new Pooler(descriptor.pooling(), descriptor.dimension(), true);
    return DenseVector.of(graph.run(probe, pooler, Cancellation.never()).get(0));
  }

  private TextGraph open(Configuration configuration) {
    try (var _ = NativeCalls.ofThisProgram().enter();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setInterOpNumThreads(1);
      configuration.apply(options);
      return new TextGraph(
          descriptor, environment, environment.createSession(path.toString(), options));
    } catch (OrtException e) {
      throw OnnxProblems.unavailable(
          "The graph of “" + descriptor.id() + "” could not be loaded.",
          "ONNX Runtime says: " + OnnxProblems.said(e) + ".",
          "Close other programs if memory is short, or take another export of the model.",
          e);
    }
  }
}
