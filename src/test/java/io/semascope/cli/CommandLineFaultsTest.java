package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ForwardingModel;
import io.semascope.model.InputUnusable;
import io.semascope.model.ModelLoader;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Purpose;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.Tsne;
import io.semascope.raster.DrawingMode;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private RunCommand.Result run(String... arguments) {
    return run(new StringWriter(), arguments);
  }

  private final List<DrawingMode> drawn = new ArrayList<>();

  private RunCommand.Result run(Writer out, String... arguments) {
    return RunCommand.by(
        () -> TestSession.with(folder, new FailingModels()),
        (session, picture) -> drawn.add(picture.drawing()),
        out,
        arguments);
  }

  /// Fakes that break down after so many texts, and that read nothing in the text “unreadable”.
  private static final class FailingModels implements ModelLoader {
    static int failAfterTexts = Integer.MAX_VALUE;

    @Override
    public EmbeddingModel load(String id, int dimension, JobContext context) {
      return new Failing(FakeEmbeddingModel.loader().load(id, dimension, context));
    }

    private static final class Failing extends ForwardingModel {
      private int embedded;

      Failing(EmbeddingModel model) {
        super(model);
      }

      @Override
      public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
        ProblemReport report = new ProblemReport("It failed.", "A test wants so.", "Try again.");
        if (texts.contains("unreadable")) {
          throw new InputUnusable(report);
        }
        embedded += texts.size();
        if (embedded > failAfterTexts) {
          throw new ModelUnavailable(report, null);
        }
        return super.embed(texts, purpose, context);
      }
    }
  }

  @Test
  void noExportReplacesAWorkspace() throws Exception {
    byte[] before = Files.readAllBytes(Path.of(workspace));
    String units = folder.resolve("units.tsv").toString();
    String vectors = folder.resolve("vectors.npy").toString();
    for (List<String> targets : List.of(List.of(workspace, units), List.of(vectors, workspace))) {
      RunCommand.Result result =
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
    RunCommand.Result same =
        run("export", "-w", workspace, "--vectors", vectors, "--units", vectors);
    assertEquals(5, same.code());
  }

  @Test
  void noExportReplacesAJournalOrADevice() {
    String units = folder.resolve("units.tsv").toString();
    for (String target : List.of(workspace + "-wal", workspace + "-journal", "/dev/full")) {
      RunCommand.Result result =
          run("export", "-w", workspace, "--vectors", target, "--units", units);
      assertEquals(5, result.code(), target);
      assertTrue(Files.notExists(Path.of(units)), target);
    }
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
      RunCommand.Result result = run(all.toArray(String[]::new));
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
    RunCommand.Result result =
        run("neighbours", "-w", single, "--text", "a text", "--format", "json");
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

  @Test
  void anImportThatFailsHalfWayKeepsWhatWasDoneAndGoesOn() throws Exception {
    String made = folder.resolve("half.semascope").toString();
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int i = 0; i < 1_200; i++) {
      rows.append("row-%d,Text number %d.\n".formatted(i, i));
    }
    Path table = Files.writeString(folder.resolve("half.csv"), rows);
    FailingModels.failAfterTexts = 600;
    try {
      assertEquals(3, run("import", table.toString(), "-w", made).code());
    } finally {
      FailingModels.failAfterTexts = Integer.MAX_VALUE;
    }
    String half = run("info", "-w", made).out();
    assertTrue(half.contains("1,200 documents"), half);
    assertTrue(half.contains("is not finished: 688 of its 1,200 texts"), half);
    RunCommand.Result rest = run("import", table.toString(), "-w", made);
    assertTrue(rest.out().contains("688 distinct texts embedded"), rest.out());
  }

  @Test
  void aTextThatGetsNoVectorIsNamedAndTheOthersGetTheirs() throws Exception {
    String made = folder.resolve("odd.semascope").toString();
    Path table =
        Files.writeString(
            folder.resolve("odd.csv"), "id,text\na,One text.\nodd,unreadable\nb,Another text.\n");
    RunCommand.Result result = run("import", table.toString(), "-w", made);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("“odd” has no vector"), result.out());
    assertTrue(result.out().contains("2 distinct texts embedded"), result.out());
    String later = run("neighbours", "-w", made, "--id", "b").out();
    assertTrue(later.contains("1 of its 3 texts has no vector"), later);
  }

  @Test
  void aMapForAFileLeavesTheKeptPictureAlone() throws Exception {
    String out = folder.resolve("map.csv").toString();
    List<String> map =
        List.of("map", "-w", workspace, "--method", "tsne", "--perplexity", "2", "--out", out);
    assertEquals(0, run(map.toArray(String[]::new)).code());
    String first = Files.readString(Path.of(out));
    List<String> other = new java.util.ArrayList<>(map);
    other.addAll(List.of("--seed", "7"));
    assertEquals(0, run(other.toArray(String[]::new)).code());
    assertFalse(first.equals(Files.readString(Path.of(out))), "another seed, another picture");
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(Path.of(workspace)).await();
      assertEquals(
          42,
          ((Tsne) session.state().projection().orElseThrow().method()).seed(),
          "the window shows what it showed");
    }
    assertEquals(
        5,
        run("map", "-w", workspace, "--method", "pca", "--out", folder.resolve("m.pdf").toString())
            .code());
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
        "--select animal-0 --select animal-1 --select animal-2 --out p.png|2",
        "--panel nope --out p.png|2",
        "--size 9x --out p.png|2",
        "--size 0x0 --out p.png|2",
        "--size 899x600 --out p.png|2",
        "--size 900x599 --out p.png|2",
        "--size 8193x600 --out p.png|2",
        "--size 900x99999 --out p.png|2",
        "--size 900x600 --out p.png|0",
        "--size 8192x8192 --out p.png|0",
        "--out p.jpg|2"
      })
  void aSnapshotOfWhatIsNotThereIsRefused(String asked) {
    String[] parts = asked.split("\\|");
    List<String> command = new java.util.ArrayList<>(List.of("snapshot", "-w", workspace));
    command.addAll(List.of(parts[0].split(" ")));
    assertEquals(Integer.parseInt(parts[1]), run(command.toArray(String[]::new)).code());
  }

  @Test
  void aSnapshotIsDrawnAsAsked() {
    List<String> ways = List.of("density", "points", "automatic");
    for (String way : ways) {
      String[] command = {"snapshot", "-w", workspace, "--draw", way, "--out", "p.png"};
      assertEquals(0, run(command).code());
    }
    assertEquals(0, run("snapshot", "-w", workspace, "--out", "p.png").code());
    assertEquals(
        List.of(
            DrawingMode.DENSITY, DrawingMode.POINTS, DrawingMode.AUTOMATIC, DrawingMode.AUTOMATIC),
        drawn);
    assertEquals(2, run("snapshot", "-w", workspace, "--draw", "fog", "--out", "p.png").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import --vectors DIR --units DIR -w NEW",
        "components --from DIR",
        "bench pca --vectors DIR --units DIR",
        "info -w DIR",
        "models add FILE"
      })
  void aFolderForAFileAndAFileForAFolderAreCalledThat(String asked) throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    String[] command =
        asked
            .replace("DIR", inside.toString())
            .replace("FILE", workspace)
            .replace("NEW", folder.resolve("new.semascope").toString())
            .split(" ");
    RunCommand.Result result = run(command);
    assertTrue(result.code() != 0 && result.code() != 70, result.err());
    assertTrue(result.err().contains(asked.contains("DIR") ? "It is a folder" : "It is a file"));
    assertFalse(result.err().contains("Exception"), result.err());
  }

  @Test
  void whatIsRoundedToNothingHasNoSign() {
    assertEquals("0.000000", Answers.number(-4e-7));
    assertEquals("-0.000001", Answers.number(-6e-7));
    assertEquals("0.00", Answers.withoutMinusZero("+0.00"));
    assertEquals("+0.01", Answers.withoutMinusZero("+0.01"));
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
    RunCommand.Result result = run(full, "info", "-w", workspace);
    assertEquals(5, result.code());
    assertTrue(result.err().contains("not printed whole"), result.err());
  }
}
