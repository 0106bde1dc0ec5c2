package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A percentage of a handful of pairs would promise what is not there.
final class FewPairsTest {
  @TempDir private Path folder = Path.of("");

  private String ofTexts(int count) throws IOException {
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int row = 0; row < count; row++) {
      rows.append("row-%d,word%d near word%d\n".formatted(row, row, row % 7));
    }
    String table = Files.writeString(folder.resolve("table.csv"), rows).toString();
    String workspace = folder.resolve(count + ".semascope").toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
    return workspace;
  }

  private String ask(String workspace, String... more) {
    List<String> arguments = new ArrayList<>(List.of("neighbours", "-w", workspace));
    arguments.addAll(List.of(more));
    RunCommand.Result result = RunCommand.in(folder, arguments.toArray(String[]::new));
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  @Test
  void fewPairsAreCountedOut() throws IOException {
    String workspace = ofTexts(5);
    String said = ask(workspace, "--id", "row-1", "--format", "tsv");
    assertTrue(said.lines().skip(1).allMatch(line -> line.matches(".*\tabove (\\d|all).*")), said);
    assertTrue(said.contains(" of 10\t"), said);
    assertFalse(said.contains("%"), said);
    String distances = ask(workspace, "--id", "row-1", "--metric", "euclidean");
    assertTrue(distances.contains("nearer than "), distances);
    JsonObject json =
        JsonParser.parseString(ask(workspace, "--id", "row-1", "--format", "json"))
            .getAsJsonObject();
    assertEquals(10, json.get("pairs").getAsInt());
    assertTrue(ask(ofTexts(30), "--id", "row-1").contains(" % "), "435 pairs");
  }

  @Test
  void theOnlyPairIsNotComparedWithItself() throws IOException {
    String workspace = ofTexts(2);
    String said = ask(workspace, "--id", "row-1", "--format", "tsv");
    assertTrue(said.contains("\t–\trow-0\t"), said);
    JsonObject json =
        JsonParser.parseString(ask(workspace, "--id", "row-1", "--format", "json"))
            .getAsJsonObject();
    assertEquals(0, json.get("pairs").getAsInt());
    assertTrue(
        json.getAsJsonArray("neighbours").get(0).getAsJsonObject().get("percentile").isJsonNull());
    String another = ask(workspace, "--text", "word1 near word9", "--format", "tsv");
    assertTrue(another.contains(" of 1\t") || another.contains("\tabove all\t"), another);
  }
}
