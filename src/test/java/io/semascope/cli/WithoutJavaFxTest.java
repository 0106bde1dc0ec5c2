package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the real program with the real default model in a JVM that has no JavaFX jar.
@Tag("model")
final class WithoutJavaFxTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void commandsNeedNoJavaFx() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("texts.csv"),
            "id,text\n"
                + "a,A cat sleeps on the sofa.\n"
                + "b,The kitten naps on the couch.\n"
                + "c,Interest rates rose again.\n");
    String workspace = folder.resolve("real.semascope").toString();
    run("import", table.toString(), "-w", workspace);
    String neighbours = run("neighbours", "-w", workspace, "--id", "a", "--format", "tsv");
    assertTrue(neighbours.lines().toList().get(1).contains("\tb\t"), neighbours);
    assertTrue(run("info", "-w", workspace).contains("3 documents"));
  }

  @Test
  void takesALongTextAsAnArgument() throws Exception {
    String text = "The river burst its banks. ".repeat(1_500);
    assertTrue(run("compare", text, "A flood").contains("the model took 256"));
  }

  private String run(String... arguments) throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("javafx-"))
                .toList());
    List<String> options =
        List.of(
            "@" + Path.of(System.getProperty("semascope.basedir"), "app", "java.args"),
            "-Dsemascope.home=" + folder.resolve("home"));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int code =
        ChildProgram.with(options, classPath, "io.semascope.Main", List.of(arguments))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, Files.readString(err));
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
