package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.session.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
  @TempDir private Path folder = Path.of("");
  private String workspace = "";

  @BeforeEach
  void importTable() throws Exception {
    workspace = folder.resolve("work.semascope").toString();
    Path table = TestSession.table(folder);
    assertEquals(0, run("import", table.toString(), "-w", workspace).code());
  }

  private RunCommand.Result run(String... arguments) {
    return RunCommand.in(folder, arguments);
  }

  private JsonObject json(String... arguments) {
    RunCommand.Result result = run(arguments);
    assertEquals(0, result.code(), result.err());
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "embed",
        "neighbours",
        "compare",
        "map",
        "place",
        "granularity",
        "probe",
        "components",
        "models",
        "info",
        "export",
        "snapshot",
        "bench"
      })
  void everyCommandExplainsItself(String command) {
    RunCommand.Result help = run(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("Usage: semascope " + command), help.out());
    assertTrue(
        help.out().lines().count() > 4 || command.equals("models"), "a help without options");
  }

  @Test
  void neighboursHaveTheShapeScriptsRelyOn() {
    JsonObject answer =
        json("neighbours", "-w", workspace, "--id", "animal-0", "-k", "3", "--format", "json");
    JsonObject space = answer.getAsJsonObject("space");
    assertEquals("all-minilm-l6-v2", space.get("model").getAsString());
    assertEquals(64, space.get("fingerprint").getAsString().length());
    assertEquals(32, space.get("dimension").getAsInt());
    assertEquals(12, space.get("count").getAsInt());
    assertEquals("cosine", answer.get("metric").getAsString());
    assertTrue(answer.get("exact").getAsBoolean());
    JsonArray neighbours = answer.getAsJsonArray("neighbours");
    assertEquals(3, neighbours.size());
    double last = 2;
    for (int i = 0; i < 3; i++) {
      JsonObject one = neighbours.get(i).getAsJsonObject();
      assertEquals(i + 1, one.get("rank").getAsInt());
      assertTrue(one.get("id").getAsString().startsWith("animal-"), one.toString());
      assertTrue(one.get("text").getAsString().contains("grass"));
      assertTrue(one.get("value").getAsDouble() <= last);
      last = one.get("value").getAsDouble();
    }
  }

  @Test
  void anApproximateSearchSaysHowTrueItIs() {
    String[] asked = {"neighbours", "-w", workspace, "--id", "animal-0", "--format", "json"};
    JsonObject exact = json(asked);
    String[] approximate = Arrays.copyOf(asked, asked.length + 4);
    System.arraycopy(
        new String[] {"--index", "hnsw", "--breadth", "30"}, 0, approximate, asked.length, 4);
    JsonObject answer = json(approximate);
    assertFalse(answer.get("exact").getAsBoolean());
    JsonObject said = answer.getAsJsonObject("approximate");
    assertEquals("hnsw", said.get("index").getAsString());
    assertEquals(30, said.get("breadth").getAsInt());
    assertEquals(10, said.get("nearest").getAsInt());
    assertEquals(12, said.get("queries").getAsInt());
    assertEquals(1, said.get("recall").getAsDouble(), "twelve texts are all found");
    assertFalse(said.has("recallLow"), "each was asked about");
    assertEquals(exact.get("neighbours"), answer.get("neighbours"));
    assertFalse(exact.has("approximate"));
    System.arraycopy(
        new String[] {"--index", "binary", "--oversampling", "2"}, 0, approximate, asked.length, 4);
    JsonObject binary = json(approximate).getAsJsonObject("approximate");
    assertEquals("binary", binary.get("index").getAsString());
    assertEquals(2, binary.get("oversampling").getAsInt());
    String[] many = Arrays.copyOf(asked, asked.length + 5);
    System.arraycopy(
        new String[] {"--index=hnsw", "--breadth", "12", "-k", "40"}, 0, many, asked.length, 5);
    JsonObject wide = json(many).getAsJsonObject("approximate");
    assertEquals(40, wide.get("breadth").getAsInt(), "what is said is what was searched");
    assertProblem(
        2, run("neighbours", "-w", workspace, "--id", "x", "--index", "hnsw", "--breadth", "9"));
    assertProblem(
        2,
        run("neighbours", "-w", workspace, "--id", "x", "--index=binary", "--oversampling=1001"));
  }

  @Test
  void aComparisonAddsUp() {
    JsonObject answer =
        json("compare", "a red fox", "a red hen", "--top", "500", "--format", "json");
    double sum = 0;
    for (var part : answer.getAsJsonArray("contributions")) {
      sum += part.getAsJsonObject().get("value").getAsDouble();
    }
    assertEquals(answer.get("cosine").getAsDouble(), sum, 1e-9);
    assertEquals(2, answer.getAsJsonArray("norms").size());
    double angle = Math.toRadians(answer.get("angleDegrees").getAsDouble());
    assertEquals(answer.get("cosine").getAsDouble(), Math.cos(angle), 1e-9);
    assertTrue(answer.has("dot") && answer.has("model"));
  }

  @Test
  void infoCountsWhatIsThere() {
    run("embed", "-w", workspace, "--granularity", "sentence");
    JsonObject info = json("info", "-w", workspace, "--format", "json");
    assertEquals(12, info.get("documents").getAsInt());
    assertEquals(36, info.get("units").getAsInt());
    assertEquals(2, info.getAsJsonArray("spaces").size());
    assertTrue(info.get("fileBytes").getAsLong() > 10_000);
  }

  @Test
  void theSameSeedWritesTheSameMap() throws Exception {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    for (Path out : List.of(one, two)) {
      RunCommand.Result result =
          run(
              "map",
              "-w",
              workspace,
              "--method",
              "tsne",
              "--iterations",
              "50",
              "--out",
              out.toString());
      assertEquals(0, result.code(), result.err());
    }
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    List<String> lines = Files.readAllLines(one);
    assertEquals("id,x,y,label,category", lines.getFirst());
    assertTrue(lines.get(1).matches("animal-0,[^,]+,[^,]+,cat,animals"), lines.get(1));
    assertEquals(13, lines.size());
  }

  @Test
  void nothingIsCutOfWhatIsKnownOfAModel() {
    RunCommand.Result shown = run("models", "show", "answerai-colbert-small-v1");
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().contains("per token, which this version cannot compare)"), shown.out());
    assertFalse(shown.out().contains("…"), shown.out());
  }

  @Test
  void allLevelsOfADocumentStandInOneList() {
    JsonObject answer =
        json(
            "granularity",
            "-w",
            workspace,
            "--document",
            "animal-0",
            "--text",
            "sleeps in the barn",
            "--format",
            "json");
    JsonArray levels = answer.getAsJsonArray("levels");
    List<String> seen =
        levels.asList().stream()
            .map(level -> level.getAsJsonObject().get("granularity").getAsString())
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("document", "paragraph", "sentence", "window:64/16", "word"), seen);
    assertEquals(
        "It sleeps in the barn.", levels.get(0).getAsJsonObject().get("text").getAsString());
  }

  @Test
  void probesShowUnitsAndDimensions() {
    JsonObject unit =
        json("probe", "-w", workspace, "--id", "tool-2", "--top", "4", "--format", "json");
    assertEquals(4, unit.getAsJsonArray("dimensions").size());
    JsonObject dimension =
        json("probe", "-w", workspace, "--dimension", "7", "--top", "2", "--format", "json");
    double highest =
        dimension.getAsJsonArray("highest").get(0).getAsJsonObject().get("value").getAsDouble();
    double lowest =
        dimension.getAsJsonArray("lowest").get(0).getAsJsonObject().get("value").getAsDouble();
    assertTrue(highest > lowest);
  }

  @Test
  void componentsShowTheVarianceAndWriteSmallerVectors() {
    JsonObject all = json("components", "-w", workspace, "--format", "json");
    double shares = 0;
    for (var component : all.getAsJsonArray("components")) {
      shares += component.getAsJsonObject().get("share").getAsDouble();
    }
    assertEquals(1, shares, 1e-9);
    String vectors = folder.resolve("small.npy").toString();
    String units = folder.resolve("small.tsv").toString();
    RunCommand.Result refused =
        run("components", "-w", workspace, "--keep", "999", "--vectors", vectors, "--units", units);
    assertTrue(refused.err().contains("999 components"), refused.err());
    assertFalse(Files.exists(Path.of(vectors)));
    RunCommand.Result empty =
        run("components", "-w", workspace, "--keep", "30", "--vectors", vectors, "--units", units);
    assertEquals(5, empty.code());
    assertTrue(empty.err().contains("a component beyond these would be empty"), empty.err());
    json(
        "components",
        "-w",
        workspace,
        "--keep",
        "3",
        "--vectors",
        vectors,
        "--units",
        units,
        "--format",
        "json");
    JsonObject ofFile = json("components", "--from", vectors, "--in-parts", "--format", "json");
    assertTrue(ofFile.get("parts").getAsInt() >= 4, ofFile.toString());
    assertEquals(3, ofFile.getAsJsonArray("components").size());
    RunCommand.Result said = run("components", "--from", vectors, "--in-parts");
    assertTrue(said.out().contains("Read in " + ofFile.get("parts").getAsInt() + " parts"));
    String smaller = folder.resolve("smaller.npy").toString();
    RunCommand.Result wrote =
        run("components", "--from", vectors, "--in-parts", "--keep", "2", "--vectors", smaller);
    assertTrue(wrote.out().contains("on their first 2 components"), wrote.out() + wrote.err());
    assertTrue(wrote.out().contains("Read twice in "), wrote.out());
    JsonObject ofSmaller = json("components", "--from", smaller, "--format", "json");
    assertEquals(2, ofSmaller.getAsJsonArray("components").size());
    assertEquals(
        ofFile.getAsJsonArray("components").get(0).getAsJsonObject().get("variance").getAsDouble(),
        ofSmaller
            .getAsJsonArray("components")
            .get(0)
            .getAsJsonObject()
            .get("variance")
            .getAsDouble(),
        1e-6);
    assertEquals(2, run("components", "--from", vectors, "-w", workspace).code());
    assertEquals(2, run("components").code(), "neither a workspace nor a file");
    String other = folder.resolve("small.semascope").toString();
    JsonObject imported =
        json("import", "--vectors", vectors, "--units", units, "-w", other, "--format", "json");
    assertTrue(imported.toString().contains("\"dimension\":3"), imported.toString());
  }

  @Test
  void resultsAndProgressKeepToTheirStreams() {
    RunCommand.Result tsv =
        run("neighbours", "-w", workspace, "--id", "dish-1", "-k", "50", "--format", "tsv");
    assertEquals(12, tsv.out().lines().count(), "a header and eleven others");
    assertTrue(tsv.out().lines().allMatch(line -> line.split("\t", -1).length == 7), tsv.out());
    assertTrue(tsv.out().contains("\tdish-0\tsoup\tdishes\tThe soup is served warm."), tsv.out());
    assertTrue(tsv.err().contains("only 11"), tsv.err());
    RunCommand.Result models = run("models", "list", "--format", "json");
    assertTrue(JsonParser.parseString(models.out()).getAsJsonObject().has("models"));
  }

  @Test
  void everyKindOfProblemHasItsExitCode() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.csv"), "id,text\n1\n2,x,y\n");
    Path text = Files.writeString(folder.resolve("text.semascope"), "no workspace at all");
    assertProblem(2, run("neighbours", "-w", workspace, "-k", "0", "--id", "animal-0"));
    assertProblem(2, run("nonsense"));
    assertProblem(3, run("compare", "a", "b", "-m", "no-such-model"));
    assertProblem(5, run("neighbours", "-w", workspace, "--id", "nobody"));
    assertProblem(5, run("neighbours", "-w", workspace, "--text", "   "));
    assertProblem(5, run("neighbours", "-w", workspace, "--text", "lone \ud83d surrogate"));
    assertProblem(5, run("import", broken.toString(), "-w", workspace));
    assertProblem(5, run("import", broken.toString(), "-w", workspace, "--text-column", "body"));
    assertProblem(6, run("info", "-w", text.toString()));
    assertProblem(6, run("info", "-w", folder.resolve("missing.semascope").toString()));
    Path one = Files.writeString(folder.resolve("one.txt"), "a single text");
    String small = folder.resolve("small.semascope").toString();
    assertEquals(0, run("import", one.toString(), "-w", small).code());
    assertProblem(
        7,
        run("map", "-w", small, "--method", "tsne", "--out", folder.resolve("x.csv").toString()));
  }

  @Test
  void aWorkspaceWithoutItsFolderIsAProblemOfTheWorkspaceForEveryCommand() {
    Path nowhere = folder.resolve("nowhere");
    String inside = nowhere.resolve("x.semascope").toString();
    for (String command : List.of("import text.csv", "info")) {
      RunCommand.Result result = run((command + " -w " + inside).split(" "));
      assertProblem(6, result);
      assertTrue(result.err().contains("There is no folder " + nowhere + ".\n"), result.err());
      assertTrue(result.err().toLowerCase(Locale.ROOT).contains("make that folder first"));
      assertTrue(Files.notExists(nowhere), command);
    }
  }

  private static void assertProblem(int code, RunCommand.Result result) {
    assertEquals(code, result.code(), result.out() + result.err());
    assertEquals("", result.out(), "a problem is no result");
    assertFalse(result.err().isBlank());
    assertFalse(result.err().contains("Exception"), result.err());
  }

  @Test
  void vectorsOfAnotherLengthThanTheirUnitsAreAMismatch() throws Exception {
    Path vectors = folder.resolve("v.npy");
    Path units = folder.resolve("u.tsv");
    assertEquals(
        0,
        run("export", "-w", workspace, "--vectors", vectors.toString(), "--units", units.toString())
            .code());
    List<String> lines = Files.readAllLines(units);
    Files.write(units, lines.subList(0, lines.size() - 1));
    assertProblem(
        4,
        run(
            "import",
            "--vectors",
            vectors.toString(),
            "--units",
            units.toString(),
            "-w",
            folder.resolve("new.semascope").toString()));
  }
}
