package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.model.Purpose;
import io.semascope.projection.Pca;
import io.semascope.projection.Placement;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.session.TypedRequest;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `place` puts a text where the window would, and keeps nothing unless asked.
final class PlaceCommandTest {
  private static final String TEXT = "The donkey eats grass in the barn";

  @TempDir private Path folder = Path.of("");
  private String workspace = "";

  @BeforeEach
  void importThings() throws Exception {
    workspace = folder.resolve("work.semascope").toString();
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
  }

  private RunCommand.Result place(String... more) {
    List<String> arguments = new ArrayList<>(List.of("place", "-w", workspace));
    arguments.addAll(List.of(more));
    return RunCommand.in(folder, arguments.toArray(String[]::new));
  }

  private JsonObject placed(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--format", "json"));
    RunCommand.Result result = place(arguments.toArray(String[]::new));
    assertEquals(0, result.code(), result.err());
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  private void map(String method) {
    String out = folder.resolve(method + ".csv").toString();
    RunCommand.Result result =
        RunCommand.in(folder, "map", "-w", workspace, "--method", method, "--out", out);
    assertEquals(0, result.code(), result.err());
  }

  private String info() {
    return RunCommand.in(folder, "info", "-w", workspace).out();
  }

  private static ProjectionMethod method(String key) {
    return switch (key) {
      case "pca" -> new Pca();
      case "tsne" -> Tsne.standard();
      default -> Umap.standard();
    };
  }

  /// As the window does it: the kept map is shown, then the text is typed.
  private Placement typed(String method) {
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(Path.of(workspace)).await();
      session.showKeptLayout(method(method)).await();
      TypedRequest request = new TypedRequest(TEXT, new Granularity.WholeDocument(), Purpose.QUERY);
      String id = session.placeText(request).await().unitIds().getFirst();
      Placement placement = Objects.requireNonNull(session.state().placements().get(id));
      session.removeText(id).await();
      return placement;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "tsne", "umap"})
  void aTextStandsWhereTheWindowPutsIt(String method) {
    map("tsne");
    map("umap");
    map("pca");
    Placement expected = typed(method);
    JsonObject answer = placed("--text", TEXT, "--method", method, "-k", "3");
    assertEquals(method, answer.getAsJsonObject("map").get("method").getAsString());
    assertEquals(12, answer.getAsJsonObject("map").get("count").getAsInt());
    JsonObject place = answer.getAsJsonArray("places").get(0).getAsJsonObject();
    assertEquals(TEXT, place.get("text").getAsString());
    assertEquals(expected.x(), place.get("x").getAsFloat());
    assertEquals(expected.y(), place.get("y").getAsFloat());
    boolean exact = expected instanceof Placement.Exact;
    assertEquals(method.equals("pca"), exact);
    assertEquals(exact ? "exact" : "estimated", place.get("placed").getAsString());
    assertEquals(!exact, place.has("anchors"), "an estimate says what it was made from");
    assertFalse(place.get("unknown").getAsBoolean());
    JsonArray neighbours = place.getAsJsonArray("neighbours");
    JsonArray asked =
        JsonParser.parseString(
                RunCommand.in(
                        folder,
                        "neighbours",
                        "-w",
                        workspace,
                        "--text",
                        TEXT,
                        "-k",
                        "3",
                        "--format",
                        "json")
                    .out())
            .getAsJsonObject()
            .getAsJsonArray("neighbours");
    assertEquals(asked, neighbours);
  }

  @Test
  void nothingIsKeptUnlessAsked() {
    map("pca");
    map("tsne");
    String before = info();
    assertFalse(placed("--text", TEXT, "--method", "pca").get("kept").getAsBoolean());
    assertEquals(before, info());
    assertEquals(
        "tsne",
        placed("--text", TEXT).getAsJsonObject("map").get("method").getAsString(),
        "the map kept last is still the one shown");
    JsonObject kept = placed("--text", TEXT, "--text", "Bread is warm", "--store");
    assertTrue(kept.get("kept").getAsBoolean());
    JsonObject second = kept.getAsJsonArray("places").get(1).getAsJsonObject();
    assertEquals("typed-2", second.get("id").getAsString());
    assertEquals(0, RunCommand.in(folder, "neighbours", "-w", workspace, "--id", "typed-2").code());
  }

  @Test
  void peopleAndTablesAreToldWhetherItIsAnEstimate() {
    map("tsne");
    String said = place("--text", TEXT, "--text", "Bread is warm", "-k", "2").out();
    assertTrue(said.contains("t-SNE: perplexity"), said);
    assertTrue(said.contains("Text 2: x "), said);
    assertTrue(said.contains(", an estimate from its 12 nearest texts; not kept."), said);
    List<String> rows =
        place("--text", TEXT, "--text", "Bread", "--format", "tsv").out().lines().toList();
    assertEquals(1 + 2 * 5, rows.size());
    assertEquals(
        "asked\tx\ty\tplaced\trank\tcosine\tnearer than random pairs\tid\tlabel\tcategory\ttext",
        rows.getFirst());
    assertTrue(rows.get(6).startsWith("2\t"), rows.get(6));
    assertTrue(rows.get(6).contains("\testimated\t1\t"), rows.get(6));
    map("pca");
    assertTrue(place("--text", TEXT).out().contains("The text: x "));
    assertTrue(
        place("--text", TEXT, "--method", "pca").out().contains("where the formula of the map"));
  }

  @Test
  void aTextOfUnknownTokensIsCalledThat() {
    map("pca");
    JsonObject answer = placed("--text", "\uD83E\uDD80");
    assertTrue(
        answer.getAsJsonArray("places").get(0).getAsJsonObject().get("unknown").getAsBoolean());
    assertTrue(answer.getAsJsonArray("notes").toString().contains("unknown tokens only"));
  }

  private static void refused(int code, String what, RunCommand.Result result) {
    assertEquals(code, result.code(), result.err());
    // Before them the work that was done is named, stage by stage.
    List<String> said =
        result.err().lines().dropWhile(line -> Character.isLowerCase(line.charAt(0))).toList();
    assertEquals(3, said.size(), result.err());
    assertTrue(said.getFirst().startsWith(what), result.err());
  }

  @Test
  void withoutAMapThereIsNoPlace() {
    refused(7, "There is no map yet.", place("--text", TEXT));
    map("pca");
    refused(7, "There is no map by “tsne”", place("--text", TEXT, "--method", "tsne"));
    String before = info();
    refused(5, "", place("--text", "Bread", "--text", "  ", "--store"));
    assertEquals(before, info(), "the first text was not kept before the second failed");
  }

  @Test
  void vectorsWithoutTheirModelTakeNoText() {
    String vectors = folder.resolve("v.npy").toString();
    String units = folder.resolve("u.tsv").toString();
    String[] export = {"export", "-w", workspace, "--vectors", vectors, "--units", units};
    assertEquals(0, RunCommand.in(folder, export).code());
    String other = folder.resolve("imported.semascope").toString();
    assertEquals(
        0,
        RunCommand.in(folder, "import", "--vectors", vectors, "--units", units, "-w", other)
            .code());
    workspace = other;
    map("pca");
    refused(4, "No text can be typed into this space.", place("--text", TEXT));
    refused(4, "No text can be typed into this space.", place("--text", TEXT, "--method", "umap"));
  }
}
