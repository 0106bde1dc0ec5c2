package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recall that was measured on some texts of many is told with how far it may be off.
final class RecallIntervalTest {
  @TempDir private Path folder = Path.of("");

  private String run(String... arguments) {
    RunCommand.Result result = RunCommand.in(folder, arguments);
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  private String imported(int texts) throws IOException {
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int row = 0; row < texts; row++) {
      rows.append("row-%d,word%d near word%d\n".formatted(row, row, row % 17));
    }
    String table = Files.writeString(folder.resolve("table.csv"), rows).toString();
    String workspace = folder.resolve("a.semascope").toString();
    run("import", table, "-w", workspace);
    return workspace;
  }

  @Test
  void recallOfASampleHasAnInterval() throws Exception {
    String workspace = imported(300);
    String[] ask = {"neighbours", "-w", workspace, "--id", "row-1", "--index", "binary"};
    String said = run(ask);
    assertTrue(said.contains(" (95 % interval 0."), said);
    JsonObject recall =
        JsonParser.parseString(
                run(
                    "neighbours",
                    "-w",
                    workspace,
                    "--id",
                    "row-1",
                    "--index",
                    "binary",
                    "--format",
                    "json"))
            .getAsJsonObject()
            .getAsJsonObject("approximate");
    assertFalse(said.contains("The recall is that of"), said);
    String[] one = {"neighbours", "-w", workspace, "--id", "row-1", "--index", "binary", "-k", "1"};
    String shorter = run(one);
    assertTrue(shorter.contains("recall@10 "), shorter);
    assertTrue(
        shorter.contains("The recall is that of the 10 nearest, not that of a list of 1."),
        shorter);
    String longer = run(with(one, "12"));
    assertTrue(
        longer.contains("The recall is that of the 10 nearest; a list of 12 may miss more."),
        longer);
    double value = recall.get("recall").getAsDouble();
    assertEquals(200, recall.get("queries").getAsInt());
    assertTrue(recall.get("recallLow").getAsDouble() < value, recall.toString());
    assertTrue(recall.get("recallHigh").getAsDouble() >= value, recall.toString());
  }

  /// A text that was typed is never asked about when the recall is measured.
  @Test
  void recallOfAllTextsHasNoneWhateverWasTyped() throws Exception {
    String workspace = imported(30);
    String out = folder.resolve("map.csv").toString();
    run("map", "-w", workspace, "--method", "pca", "--out", out);
    run("place", "-w", workspace, "--text", "word3 near word4", "--store");
    String[] ask = {"neighbours", "-w", workspace, "--id", "row-1", "--index", "hnsw"};
    String said = run(ask);
    assertTrue(said.contains("measured on 30 queries"), said);
    assertTrue(said.contains(" + 1 typed"), said);
    assertFalse(said.contains("95 % interval"), said);
  }

  private static String[] with(String[] arguments, String last) {
    String[] others = arguments.clone();
    others[others.length - 1] = last;
    return others;
  }

  @Test
  void ofFewerThanTenOthersTheRecallIsThatOfAll() throws Exception {
    String workspace = imported(6);
    String said = run("neighbours", "-w", workspace, "--id", "row-1", "--index", "hnsw");
    assertTrue(said.contains("Approximate: recall@5 1.000, measured on 6 queries"), said);
    assertFalse(said.contains("The recall is that of"), said);
  }
}
