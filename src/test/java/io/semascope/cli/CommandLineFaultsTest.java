package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.semascope.session.TestSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a script gets when it asks for something that would destroy, mislead or not be there.
final class CommandLineFaultsTest {
  @TempDir private Path folder = Path.of("");
  private String workspace = "";

  @BeforeEach
  void importTable() throws Exception {
    workspace = folder.resolve("work.semascope").toString();
    assertEquals(0, run("import", TestSession.table(folder).toString(), "-w", workspace).code());
  }

  private Result run(String... arguments) {
    return run(new StringWriter(), arguments);
  }

  private Result run(Writer out, String... arguments) {
    StringWriter err = new StringWriter();
    Desk desk =
        new Desk(
            () -> TestSession.in(folder),
            (session, picture) -> {},
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    int code = new CommandLineFace(desk).run(arguments);
    return new Result(code, out.toString(), err.toString());
  }

  private record Result(int code, String out, String err) {}

  @Test
  void noExportReplacesAWorkspace() throws Exception {
    byte[] before = Files.readAllBytes(Path.of(workspace));
    String units = folder.resolve("units.tsv").toString();
    String vectors = folder.resolve("vectors.npy").toString();
    for (List<String> targets : List.of(List.of(workspace, units), List.of(vectors, workspace))) {
      Result result =
          run(
              "export",
              "-w",
              workspace,
              "--vectors",
              targets.getFirst(),
              "--units",
              targets.getLast());
      assertEquals(5, result.code());
      assertTrue(result.err().contains("A database stands there"), result.err());
    }
    assertArrayEquals(before, Files.readAllBytes(Path.of(workspace)));
    Result same = run("export", "-w", workspace, "--vectors", vectors, "--units", vectors);
    assertEquals(5, same.code());
  }

  @Test
  void aSpaceThatLacksDocumentsSaysSoWithEveryAnswer() throws Exception {
    assertEquals(0, run("embed", "-w", workspace, "--granularity", "sentence").code());
    Path more = Files.writeString(folder.resolve("more.csv"), "id,text\nlate,A late text.\n");
    assertEquals(0, run("import", more.toString(), "-w", workspace).code());
    String gap = "holds nothing of 1 of the 13 documents";
    String picture = folder.resolve("map.csv").toString();
    for (List<String> command :
        List.of(
            List.of("neighbours", "--id", "animal-0#s1"),
            List.of("probe", "--dimension", "1"),
            List.of("map", "--method", "pca", "--out", picture))) {
      List<String> all = new java.util.ArrayList<>(command);
      all.addAll(List.of("-w", workspace, "--space", "sentence"));
      Result result = run(all.toArray(String[]::new));
      assertEquals(0, result.code(), result.err());
      assertTrue(result.out().contains(gap), result.out());
      assertTrue(result.out().startsWith("Space 2: all-minilm-l6-v2"), result.out());
    }
    assertTrue(run("info", "-w", workspace).out().contains(gap));
    assertFalse(run("probe", "--dimension", "1", "-w", workspace).out().contains(gap));
  }

  @Test
  void numbersThatAreNoneAreNullInJson() throws Exception {
    String single = folder.resolve("single.semascope").toString();
    Path text = Files.writeString(folder.resolve("single.txt"), "One text only.");
    assertEquals(0, run("import", text.toString(), "-w", single).code());
    Result result = run("neighbours", "-w", single, "--text", "a text", "--format", "json");
    assertEquals(0, result.code(), result.err());
    JsonReader strict = new JsonReader(new StringReader(result.out()));
    strict.setStrictness(Strictness.STRICT);
    JsonObject answer = JsonParser.parseReader(strict).getAsJsonObject();
    assertTrue(
        answer
            .getAsJsonArray("neighbours")
            .get(0)
            .getAsJsonObject()
            .get("percentile")
            .isJsonNull());
    assertFalse(run("neighbours", "-w", single, "--text", "a text").out().contains("NaN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.csv", "things.csv --text-column nope"})
  void anImportThatFailsLeavesNoEmptyWorkspace(String rest) {
    Path made = folder.resolve("new.semascope");
    String[] words = rest.split(" ");
    List<String> command =
        new java.util.ArrayList<>(
            List.of("import", folder.resolve(words[0]).toString(), "-w", made.toString()));
    command.addAll(List.of(words).subList(1, words.length));
    assertEquals(5, run(command.toArray(String[]::new)).code());
    assertTrue(Files.notExists(made));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--select nope --out p.png|5",
        "--select animal-0,animal-1,animal-2 --out p.png|2",
        "--panel nope --out p.png|2",
        "--size 9x --out p.png|2",
        "--out p.jpg|2"
      })
  void aSnapshotOfWhatIsNotThereIsRefused(String asked) {
    String[] parts = asked.split("\\|");
    List<String> command = new java.util.ArrayList<>(List.of("snapshot", "-w", workspace));
    command.addAll(List.of(parts[0].split(" ")));
    assertEquals(Integer.parseInt(parts[1]), run(command.toArray(String[]::new)).code());
  }

  @Test
  void misuseIsToldInThreeSentencesWithoutWordsOfJava() {
    Result result = run("neighbours", "-w", workspace, "--id", "animal-0", "-k", "99999999999999");
    assertEquals(2, result.code());
    assertEquals(3, result.err().lines().count(), result.err());
    assertFalse(result.err().contains("is not an int"), result.err());
  }

  @Test
  void anAnswerThatNobodyTakesIsAnError() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] characters, int offset, int length) throws IOException {
            throw new IOException("no space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Result result = run(full, "info", "-w", workspace);
    assertEquals(5, result.code());
    assertTrue(result.err().contains("not printed whole"), result.err());
  }
}
