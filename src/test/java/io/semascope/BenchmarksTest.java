package io.semascope;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The benchmarks of the kernels are run by hand; without this they would fall behind what they measure.
class BenchmarksTest {
  @TempDir Path classes;

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> all =
        Files.walk(Path.of(System.getProperty("semascope.basedir"), "src", folder, "java"))) {
      return all.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  /// Every kernel that is written in the Vector API is timed beside its scalar twin.
  @Test
  void everyKernelHasABenchmark() throws IOException {
    StringBuilder benchmarks = new StringBuilder();
    for (Path source : sources("jmh")) {
      benchmarks.append(Files.readString(source));
    }
    List<String> kernels =
        sources("main").stream()
            .map(path -> String.valueOf(path.getFileName()).replace(".java", ""))
            .filter(name -> name.startsWith("Simd"))
            .toList();
    assertTrue(kernels.size() > 5, "kernels " + kernels);
    for (String kernel : kernels) {
      String twin = kernel.replace("Simd", "Scalar");
      assertTrue(benchmarks.indexOf("new " + kernel + "()") >= 0, "no benchmark of " + kernel);
      assertTrue(benchmarks.indexOf("new " + twin + "()") >= 0, "no benchmark of " + twin);
    }
  }

  @Test
  void benchmarksCompile() throws IOException {
    List<Path> sources = sources("jmh");
    assertFalse(sources.isEmpty());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "--add-modules",
            "jdk.incubator.vector",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, said::toString);
    }
  }
}
