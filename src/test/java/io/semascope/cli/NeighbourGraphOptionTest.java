package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `map --neighbour-graph` on the twelve documents of `TestSession`.
final class NeighbourGraphOptionTest {
  @TempDir private Path folder = Path.of("");
  private String workspace = "";
  private Path out = Path.of("");

  @BeforeEach
  void importTable() throws Exception {
    workspace = folder.resolve("work.semascope").toString();
    out = folder.resolve("map.csv");
    Path table = TestSession.table(folder);
    assertEquals(0, RunCommand.in(folder, "import", table.toString(), "-w", workspace).code());
  }

  private RunCommand.Result map(String method, String... more) {
    List<String> arguments = new ArrayList<>(List.of("map", "-w", workspace));
    arguments.addAll(List.of("--method", method, "--out", out.toString()));
    arguments.addAll(List.of(more));
    return RunCommand.in(folder, arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "tsne, automatic, automatic",
    "tsne, exact, exact",
    "tsne, 0.9, 0.9",
    "umap, EXACT, exact",
    "umap, 0.975, 0.975"
  })
  void isWhatTheMapIsMadeAndKeptWith(String method, String asked, String kept) throws Exception {
    RunCommand.Result result = map(method, "--neighbour-graph", asked);
    assertEquals(0, result.code(), result.err());
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(Path.of(workspace)).await();
      ProjectionMethod made = session.state().projection().orElseThrow().method();
      GraphSearch search =
          made instanceof Tsne tsne ? tsne.graphSearch() : ((Umap) made).graphSearch();
      assertEquals(kept, search.text());
    }
  }

  @Test
  void exactNeighboursAreSaidInEveryFormat() {
    assertTrue(map("umap", "--neighbour-graph", "exact").out().contains("Neighbours: exact.\n"));
    for (String format : List.of("table", "json")) {
      String wished = map("umap", "--neighbour-graph", "0.9", "--format", format).out();
      assertTrue(wished.contains("The wish for approximate neighbours was set aside"), wished);
    }
    assertTrue(
        map("tsne", "--neighbour-graph=exact", "--format=tsv")
            .out()
            .contains("neighbourGraph\texact\n"));
    RunCommand.Result json = map("tsne", "--format", "json");
    assertEquals(
        "exact",
        JsonParser.parseString(json.out()).getAsJsonObject().get("neighbourGraph").getAsString(),
        "twelve texts are few");
  }

  @ParameterizedTest
  @CsvSource({
    "tsne, near",
    "tsne, 0.5",
    "umap, 1",
    "umap, 1.5",
    "umap, -0.9",
    "tsne, NaN",
    "tsne, 95 %",
    "tsne, ''"
  })
  void whatIsNoSearchIsMisuse(String method, String asked) {
    RunCommand.Result result = map(method, "--neighbour-graph=" + asked);
    assertEquals(2, result.code(), result.out());
    assertTrue(result.err().contains("more than 0.5 and less than 1"), result.err());
    assertTrue(result.err().contains("cannot be “" + asked + "”"), result.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void whatLooksForNoNeighboursOrInItsOwnWayTakesNoSearch() {
    for (RunCommand.Result result :
        List.of(
            map("pca", "--neighbour-graph", "exact"),
            map("tsne", "--engine", "library", "--neighbour-graph", "0.95"))) {
      assertEquals(2, result.code(), result.out());
      assertTrue(
          result.err().contains("Leave it out or ask for another method or engine"), result.err());
    }
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @CsvSource({
    "umap, --perplexity, 5, tsne",
    "pca, --engine, fft, tsne",
    "tsne, --start, pca, umap"
  })
  void anOptionOfAnotherMethodIsMisuse(String method, String option, String value, String owner) {
    RunCommand.Result result = map(method, option, value);
    assertEquals(2, result.code(), result.out());
    String said = "%s goes with --method %s, and the method asked for is %s.";
    assertTrue(result.err().contains(said.formatted(option, owner, method)), result.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void theHelpNamesTheNumberOfTextsFromWhichItIsApproximate() {
    String help = RunCommand.in(folder, "map", "--help").out().replaceAll("\\s+", " ");
    assertTrue(
        help.contains(
            "exact below %s texts"
                .formatted(String.format(Locale.ROOT, "%,d", GraphSearch.MANY_ROWS))),
        help);
  }
}
