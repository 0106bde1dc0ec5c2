package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.session.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which map the workspace keeps, and that `map` and `place` say which one they speak of.
final class KeptMapTest {
  private static final String ANOTHER = "The workspace does not keep this map";

  @TempDir private Path folder = Path.of("");
  private String workspace = "";

  @BeforeEach
  void importThings() throws Exception {
    workspace = folder.resolve("work.semascope").toString();
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
  }

  private RunCommand.Result run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "-w", workspace));
    arguments.addAll(List.of(more));
    return RunCommand.in(folder, arguments.toArray(String[]::new));
  }

  private String out() {
    return folder.resolve("map.csv").toString();
  }

  private JsonObject map(String method, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--method", method, "--out", out()));
    arguments.addAll(List.of("--format", "json"));
    arguments.addAll(List.of(more));
    RunCommand.Result result = run("map", arguments.toArray(String[]::new));
    assertEquals(0, result.code(), result.err());
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  /// The settings of the map that a text is placed on.
  private JsonObject ground(String method) {
    RunCommand.Result result =
        run("place", "--text", "a donkey", "--method", method, "--format", "json");
    assertEquals(0, result.code(), result.err());
    return JsonParser.parseString(result.out())
        .getAsJsonObject()
        .getAsJsonObject("map")
        .getAsJsonObject("settings");
  }

  private static String notes(JsonObject answer) {
    return answer.has("notes") ? answer.get("notes").toString() : "";
  }

  private static long seed(JsonObject settings) {
    return settings.get("seed").getAsLong();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsne", "umap"})
  void anotherMapIsNotKeptUnlessItIsAskedForAndThatIsSaid(String method) {
    JsonObject first = map(method, "--seed", "7");
    assertTrue(first.get("kept").getAsBoolean());
    assertFalse(notes(first).contains(ANOTHER), notes(first));

    JsonObject again = map(method, "--seed", "7");
    assertTrue(again.get("kept").getAsBoolean(), "the same picture once more");
    assertFalse(notes(again).contains(ANOTHER), notes(again));

    JsonObject other = map(method, "--seed", "8");
    assertFalse(other.get("kept").getAsBoolean());
    assertEquals(8, seed(other.getAsJsonObject("settings")));
    assertEquals(7, seed(other.getAsJsonObject("keptSettings")));
    assertTrue(notes(other).contains(ANOTHER), notes(other));
    assertTrue(notes(other).contains("(seed 7, "), notes(other));
    assertTrue(notes(other).contains("--keep"), notes(other));
    assertEquals(7, seed(ground(method)));

    JsonObject replaced = map(method, "--seed", "8", "--keep");
    assertTrue(replaced.get("kept").getAsBoolean());
    assertFalse(replaced.has("keptSettings"));
    assertFalse(notes(replaced).contains(ANOTHER), notes(replaced));
    assertEquals(8, seed(ground(method)));
  }

  @Test
  void peopleReadTheSettingsOfTheMapThatIsMadeAndOfTheOneATextIsPlacedOn() {
    String settings =
        "Settings: seed 9, perplexity 3, 50 + 20 iterations, exaggeration 4, learning rate"
            + " automatic, engine tree, neighbour graph exact.";
    String made =
        run(
                "map",
                "--method=tsne",
                "--seed=9",
                "--perplexity=3",
                "--iterations=20",
                "--all-iterations",
                "--engine=tree",
                "--neighbour-graph=exact",
                "--out",
                out())
            .out();
    assertTrue(made.contains(settings), made);
    String placed = run("place", "--text", "a donkey").out();
    assertTrue(placed.contains(settings), placed);
    String umap = run("map", "--method=umap", "--seed=-3", "--out", out()).out();
    assertTrue(
        umap.contains(
            "Settings: seed -3, 15 neighbours, least distance 0.1, spread 1, repulsion 1, 500"
                + " epochs, start spectral, neighbour graph automatic."),
        umap);
    String pca = run("map", "--method=pca", "--out", out()).out();
    assertFalse(pca.contains("Settings"), pca);
  }

  @Test
  void scriptsReadThemWithoutJsonToo() {
    String made = run("map", "--method=umap", "--seed=5", "--out", out(), "--format=tsv").out();
    assertTrue(made.contains("\nkept\ttrue\n"), made);
    assertTrue(made.contains("\nsettings.seed\t5\n"), made);
    RunCommand.Result other =
        run("map", "--method=umap", "--seed=6", "--out", out(), "--format=tsv");
    assertTrue(other.out().contains("\nkept\tfalse\n"), other.out());
    assertTrue(other.out().contains("\nkeptSettings.seed\t5\n"), other.out());
    assertTrue(other.err().contains("note: " + ANOTHER), other.err());
  }

  @Test
  void aResumedMapIsKeptAnywayAndAnEndingIsRefusedBeforeAnythingIsDone() {
    RunCommand.Result resumed = run("map", "--method=tsne", "--resume", "--keep", "--out", out());
    assertEquals(2, resumed.code());
    assertTrue(resumed.err().contains("--keep would change nothing"), resumed.err());
    String odd = folder.resolve("map.odt").toString();
    RunCommand.Result refused = run("map", "--method=tsne", "--keep", "--out", odd);
    assertEquals(5, refused.code(), refused.err());
    assertFalse(Files.exists(Path.of(odd)));
    assertTrue(run("info").out().contains(" 0 projections,"), run("info").out());
  }
}
