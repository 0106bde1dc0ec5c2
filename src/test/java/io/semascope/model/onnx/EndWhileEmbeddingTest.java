package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program may be asked to end at any moment, also while the graph runs in native code.
@Tag("model")
final class EndWhileEmbeddingTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void endsWithoutACrash() throws Exception {
    Path crash = folder.resolve("crash.log");
    Path said = folder.resolve("said.txt");
    List<String> options =
        List.of(
            "@" + Path.of(System.getProperty("semascope.basedir"), "app", "java.args"),
            "-XX:ErrorFile=" + crash,
            "-Dsemascope.cache=" + RealModels.cache());
    int code =
        ChildProgram.with(
                options,
                System.getProperty("java.class.path"),
                EndsWhileEmbedding.class.getName(),
                List.of())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, Files.readString(said));
    assertTrue(Files.notExists(crash), "there is a crash report");
  }
}
