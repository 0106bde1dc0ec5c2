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

  @Test
  void benchmarksCompile() throws IOException {
    List<Path> sources;
    try (Stream<Path> all =
        Files.walk(Path.of(System.getProperty("semascope.basedir"), "src", "jmh", "java"))) {
      sources = all.filter(path -> path.toString().endsWith(".java")).toList();
    }
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
