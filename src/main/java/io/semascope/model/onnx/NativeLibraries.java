package io.semascope.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import io.semascope.job.DeepStack;
import io.semascope.problem.SystemRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Brings ONNX Runtime and the tokenizer library into the process: unpacked once into the cache, without telemetry, without network.
final class NativeLibraries {
  /// The version in pom.xml; another one on the class path is refused, because graphs were tested with this one.
  static final String RUNTIME_VERSION = "1.29.0";

  static final String NAME = "semascope";
  static final OrtLoggingLevel LOG_LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;

  private static final String PATH_PROPERTY = "onnxruntime.native.path";
  private static final List<String> REQUIRED = List.of("onnxruntime", "onnxruntime4j_jni");

  /// In the GPU build only; of the CPU build none or some are there.
  private static final List<String> OPTIONAL =
      List.of(
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda",
          "onnxruntime_providers_tensorrt");

  private static final long STACK_BYTES = 8L << 20;
  private static final long STACK_BYTES_PER_CHARACTER = 1024;

  private static boolean guarded;

  private NativeLibraries() {}

  /// The environment every session lives in. Nothing of DJL or ONNX Runtime may be touched before. Throws `ModelUnavailable` where no model can run.
  static synchronized OrtEnvironment prepare(Path cacheFolder) {
    NativePlatform platform =
        NativePlatform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("RUST_FLAVOR", "cpu");
    setUnlessSet("DJL_CACHE_DIR", cacheFolder.resolve("djl").toAbsolutePath().toString());
    if (System.getProperty(PATH_PROPERTY) == null) {
      Path folder =
          cacheFolder
              .resolve("onnxruntime-" + RUNTIME_VERSION + "-" + platform.folder())
              .toAbsolutePath();
      unpack(platform, folder);
      System.setProperty(PATH_PROPERTY, folder.toString());
    }
    return environment();
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static synchronized OrtEnvironment environment() {
    OrtEnvironment environment;
    try {
      environment =
          DeepStack.call(startStackBytes(), () -> OrtEnvironment.getEnvironment(LOG_LEVEL, NAME));
      environment.setTelemetry(false);
    } catch (OrtException | RuntimeException | LinkageError e) {
      throw OnnxProblems.unavailable(
          "No model can run on this machine.",
          "ONNX Runtime did not start: " + OnnxProblems.starting(e) + ".",
          "Check that the cache folder may hold programs (not mounted noexec), or set"
              + " SEMASCOPE_HOME to another folder.",
          e);
    }
    if (!environment.getVersion().equals(RUNTIME_VERSION)) {
      throw OnnxProblems.unavailable(
          "The inference library is not the one Semascope ships.",
          "ONNX Runtime is " + environment.getVersion() + ", expected was " + RUNTIME_VERSION + ".",
          "Remove the other onnxruntime from the class path, or install Semascope again.",
          null);
    }
    if (!guarded) {
      NativeCalls.ofThisProgram().guard();
      guarded = true;
    }
    return environment;
  }

  /// At its start ONNX Runtime matches the program's command line with a recursive regular expression, which takes some 300 bytes of stack for each of its
  /// characters; a text of 4,000 characters as an argument ended the process. Only Linux has that file.
  private static long startStackBytes() {
    long length;
    try {
      length = Files.readAllBytes(Path.of("/proc/self/cmdline")).length;
    } catch (IOException noSuchFile) {
      length = 0;
    }
    return STACK_BYTES + STACK_BYTES_PER_CHARACTER * length;
  }

  /// Left to itself, ONNX Runtime unpacks its libraries at every start and leaves them behind when killed.
  private static void unpack(NativePlatform platform, Path folder) {
    try {
      for (String library : REQUIRED) {
        if (!unpacked(platform, library, folder)) {
          throw new IOException(platform.fileName(library) + " is not on the class path");
        }
      }
      for (String library : OPTIONAL) {
        var ignored = unpacked(platform, library, folder);
      }
    } catch (IOException e) {
      throw OnnxProblems.unavailable(
          "The inference library could not be unpacked.",
          SystemRefusal.writing(folder.resolve("library"), e),
          "Make room there or set SEMASCOPE_HOME to another folder.",
          e);
    }
  }

  /// Whether the class path has the library; it then lies in `folder`, whole, also when two programs unpack at once.
  private static boolean unpacked(NativePlatform platform, String library, Path folder)
      throws IOException {
    String fileName = platform.fileName(library);
    URL resource =
        OrtEnvironment.class.getResource(
            "/ai/onnxruntime/native/" + platform.folder() + "/" + fileName);
    if (resource == null) {
      return false;
    }
    Path target = folder.resolve(fileName);
    var connection = resource.openConnection();
    connection.setUseCaches(false);
    try (InputStream stream = connection.getInputStream()) {
      if (Files.isRegularFile(target) && Files.size(target) == connection.getContentLengthLong()) {
        return true;
      }
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, fileName, ".part");
      try {
        Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return true;
  }
}
